package org.attest.readiness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.volunteer.Hold;
import org.attest.volunteer.HoldCause;

/**
 * A time of not being available, as one viewer may read it. Whoever may not know the cause reads the same whatever it is,
 * and holds that touch each other read as one, so that nobody can count what they may not know.
 *
 * @param ref of the hold for those who know it; null otherwise
 * @param yours whether the viewer decides holds of this cause
 * @param words the cause, or {@code Not available}
 * @param reviewedBy by when it is looked at again
 * @param lastDay last day, inclusive; null while it lasts
 * @param note why, for those who may know; null otherwise
 */
public record SeenHold(
        String ref,
        boolean yours,
        String words,
        LocalDate since,
        LocalDate reviewedBy,
        LocalDate lastDay,
        Instant recordedAt,
        String recordedBy,
        String note) {

    private static final String SOMEBODY = "an authorised person";

    /** Whether the viewer knows the cause. */
    public boolean isKnown() {
        return ref != null;
    }

    /** Whether it keeps the person off duty on the day. */
    public boolean lastsOn(LocalDate day) {
        return !day.isBefore(since) && (lastDay == null || !day.isAfter(lastDay));
    }

    /** Whether its review was due before the day and it goes on. */
    public boolean isPastReview(LocalDate day) {
        return lastsOn(day) && day.isAfter(reviewedBy);
    }

    /** Oldest first; takes the person's holds oldest first. */
    static List<SeenHold> of(List<Hold> holds, Viewer viewer) {
        var seen = new ArrayList<SeenHold>();
        SeenHold masked = null;
        for (var hold : holds) {
            if (viewer.self() || viewer.permissions().contains(Words.permission(hold.cause))) {
                seen.add(new SeenHold(
                        hold.ref,
                        !viewer.self() && hold.cause != HoldCause.WELFARE,
                        viewer.self() ? Words.causeToThePerson(hold.cause) : Words.cause(hold.cause),
                        hold.startsOn,
                        hold.reviewOn,
                        hold.endedOn,
                        hold.recordedAt,
                        hold.recordedBy,
                        viewer.self() ? null : hold.note));
            } else if (masked != null && masked.touches(hold)) {
                seen.remove(masked);
                masked = masked.joined(hold);
                seen.add(masked);
            } else {
                masked = new SeenHold(
                        null,
                        false,
                        "Not available",
                        hold.startsOn,
                        hold.reviewOn,
                        hold.endedOn,
                        hold.recordedAt,
                        SOMEBODY,
                        null);
                seen.add(masked);
            }
        }
        return List.copyOf(seen);
    }

    private boolean touches(Hold next) {
        return lastDay == null || !next.startsOn.isAfter(lastDay.plusDays(1));
    }

    private SeenHold joined(Hold next) {
        var last =
                lastDay == null || next.endedOn == null ? null : lastDay.isAfter(next.endedOn) ? lastDay : next.endedOn;
        var later = reviewedBy.isAfter(next.reviewOn) ? reviewedBy : next.reviewOn;
        // the review of one that has ended decides nothing any more
        boolean oneLasts = (lastDay == null) != (next.endedOn == null);
        var review = !oneLasts ? later : lastDay == null ? reviewedBy : next.reviewOn;
        return new SeenHold(null, false, words, since, review, last, recordedAt, SOMEBODY, null);
    }
}
