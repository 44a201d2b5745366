package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** A period in which somebody's application rests: nobody has to act, no clock runs, and nothing moves on. */
@Entity
@Table(name = "application_pause")
public class Pause extends ForceOwned {

    public static final int LONGEST_NOTE = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "application_pause_seq")
    @SequenceGenerator(name = "application_pause_seq", sequenceName = "application_pause_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public PauseReason reason;

    public String note;

    /** First paused day. */
    @Column(name = "starts_on", nullable = false)
    public LocalDate startsOn;

    /** By when it is looked at again; it goes on until somebody ends it. */
    @Column(name = "review_on", nullable = false)
    public LocalDate reviewOn;

    /** Last paused day, inclusive; null while it lasts, the day before the first where no day was paused in the end. */
    @Column(name = "last_day")
    public LocalDate lastDay;

    @Column(name = "ended_by")
    public String endedBy;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** The person's pauses, oldest first. */
    public static List<Pause> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by startsOn, id", volunteer);
    }

    /** The pause that lasts. */
    public static Optional<Pause> lasting(Volunteer volunteer) {
        return find("volunteer = ?1 and lastDay is null order by id desc", volunteer)
                .firstResultOptional();
    }

    /** One in which somebody is asked for what is missing ends with the request, and is no review of its own. */
    private static final String TO_REVIEW = "p.force = ?1 and p.lastDay is null and p.reviewOn <= ?2 and not exists"
            + " (select 1 from InformationRequest r where r.pause = p and r.closedOn is null)";

    /** Pauses that last and are to be reviewed by the day, with the person, oldest promise first; none of an open request. */
    public static List<Pause> toReview(Force force, LocalDate until, int most) {
        return Pause.<Pause>find(
                        "from Pause p join fetch p.volunteer v where " + TO_REVIEW
                                + " order by p.reviewOn, v.foundBy, p.id",
                        force,
                        until)
                .page(0, most)
                .list();
    }

    /** How many {@link #toReview} there are. */
    public static long countToReview(Force force, LocalDate until) {
        return count("from Pause p where " + TO_REVIEW, force, until);
    }

    /**
     * The person's application rests from a day on that is today or before, to be looked at again by another within a year.
     * Refused for people in service, whose absence is leave, and while another pause lasts.
     */
    public static ApplicationPaused begin(
            Volunteer person,
            PauseReason reason,
            String note,
            LocalDate from,
            LocalDate reviewOn,
            Actor by,
            Clock clock) {
        refusal(person, from, LocalDate.now(clock)).ifPresent(refusal -> {
            throw refusal;
        });
        var today = LocalDate.now(clock);
        if (reviewOn.isBefore(today)) throw new Refused("The review day has passed", "");
        if (reviewOn.isAfter(today.plusYears(1))) throw new Refused("The review day is more than a year ahead", "");
        var why = Texts.line(note);
        var wrong = Texts.fault(why, LONGEST_NOTE, false);
        if (wrong != null) throw new Refused(wrong, "");
        var pause = new Pause();
        pause.force = person.force;
        pause.volunteer = person;
        pause.reason = reason;
        pause.note = why;
        pause.startsOn = from;
        pause.reviewOn = reviewOn;
        pause.recordedAt = clock.instant();
        pause.recordedBy = by.name();
        pause.persist();
        person.pausedSince = from;
        return new ApplicationPaused(by, person, pause);
    }

    /** Why the person's application would not rest from the day on; empty when it would. */
    public static Optional<Refused> refusal(Volunteer person, LocalDate from, LocalDate today) {
        if (!person.stage.isPipeline()) {
            return refused(
                    person.stage == Stage.LEFT
                            ? person.called() + " has left"
                            : person.called() + " is in service: an absence is recorded as leave");
        }
        if (person.pausedSince != null) {
            return refused(person.called() + " is paused already, since " + Formats.inWords(person.pausedSince));
        }
        if (from.isAfter(today)) return refused("The first paused day is in the future");
        if (from.isBefore(person.stageSince)) {
            return refused("The first paused day is before the " + person.stage.slug() + " stage began, on "
                    + Formats.inWords(person.stageSince));
        }
        if (from.equals(today)) return Optional.empty();
        var before = of(person).stream()
                .filter(p -> p.lastDay != null && !p.lastDay.isBefore(from))
                .findFirst();
        return before.flatMap(p -> refused("An earlier pause lasted until " + Formats.inWords(p.lastDay)));
    }

    private static Optional<Refused> refused(String sentence) {
        return Optional.of(new Refused(sentence, ""));
    }

    /** The application goes on, from a day that is neither before the pause nor in the future. */
    public ApplicationResumed end(LocalDate firstDayBack, Actor by, Clock clock) {
        if (lastDay != null) throw new Refused("The pause ended on " + Formats.inWords(lastDay), "");
        if (firstDayBack.isBefore(startsOn)) {
            throw new Refused("The pause began on " + Formats.inWords(startsOn) + ", and this day is before it", "");
        }
        if (firstDayBack.isAfter(LocalDate.now(clock))) throw new Refused("The day is in the future", "");
        stopBefore(firstDayBack, by);
        return new ApplicationResumed(by, volunteer, this);
    }

    /** It is over before the day, and the clock of the stage moves on by its days. */
    void stopBefore(LocalDate firstDayBack, Actor by) {
        lastDay = firstDayBack.minusDays(1);
        endedBy = by.name();
        volunteer.pausedSince = null;
        volunteer.clockFrom = volunteer.clockFrom.plusDays(days());
    }

    /** Paused days of a pause that has ended. */
    long days() {
        return ChronoUnit.DAYS.between(startsOn, lastDay) + 1;
    }

    /** Paused days from one day to before another; those of a pause that lasts are counted to the end. */
    long daysWithin(LocalDate from, LocalDate before) {
        var first = startsOn.isBefore(from) ? from : startsOn;
        var after = lastDay == null || !lastDay.isBefore(before) ? before : lastDay.plusDays(1);
        return Math.max(0, ChronoUnit.DAYS.between(first, after));
    }
}
