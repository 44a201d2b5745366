package org.attest.recruitment.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Wording;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Meetings that are over and of which nobody has recorded what came. */
@ApplicationScoped
class MeetingWork implements WorkSource {

    /** Days after the meeting by which its results should be there. */
    private static final int DAYS_FOR_RESULTS = 2;

    @Inject
    CurrentUser user;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.MANAGE_PEOPLE, force)) return Waiting.NOTHING;
        var slots = Slot.withoutResults(force, clock.instant());
        var rows = slots.stream().limit(most).map(s -> row(s, today)).toList();
        return new Waiting(rows, slots.size());
    }

    private Work row(Slot slot, LocalDate today) {
        return Work.yours(
                slot.day().plusDays(DAYS_FOR_RESULTS),
                today,
                wording.meetingKind(slot.kind.name()) + " of " + slot.when(),
                "/meetings/" + slot.ref + "/results",
                "It is over, and somebody who was booked has no result.",
                "Record the results");
    }
}
