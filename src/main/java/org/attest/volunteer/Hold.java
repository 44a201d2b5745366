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
import jakarta.persistence.PrePersist;
import jakarta.persistence.SequenceGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** A period in which the person is not available for duty. Every cause carries a start and a review day, and reads alike to whoever may not know it. */
@Entity
@jakarta.persistence.Table(name = "duty_hold")
public class Hold extends ForceOwned {

    public static final int LONGEST_NOTE = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "duty_hold_seq")
    @SequenceGenerator(name = "duty_hold_seq", sequenceName = "duty_hold_seq", allocationSize = 50)
    public Long id;

    /** Random reference, safe in an address. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public HoldCause cause;

    @Column(name = "starts_on", nullable = false)
    public LocalDate startsOn;

    /** By when it is looked at again; it goes on until somebody ends it. */
    @Column(name = "review_on", nullable = false)
    public LocalDate reviewOn;

    /** Last day of the hold; null while it lasts. */
    @Column(name = "ended_on")
    public LocalDate endedOn;

    @Column(name = "ended_by")
    public String endedBy;

    /** Why, for those who may know the cause. */
    public String note;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** The person's holds, oldest first. */
    public static List<Hold> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by startsOn, id", volunteer);
    }

    private static final String TO_REVIEW =
            "h.force = ?1 and h.cause in ?2 and h.reviewOn <= ?3 and (h.endedOn is null or h.endedOn >= ?4)";

    /** Holds of these causes that go on and are to be reviewed by the day, with the person, oldest promise first. */
    public static List<Hold> toReview(
            Force force, Collection<HoldCause> causes, LocalDate until, LocalDate today, int most) {
        return Hold.<Hold>find(
                        "from Hold h join fetch h.volunteer v where " + TO_REVIEW
                                + " order by h.reviewOn, v.fullName, h.id",
                        force,
                        causes,
                        until,
                        today)
                .page(0, most)
                .list();
    }

    /** How many {@link #toReview} there are. */
    public static long countToReview(Force force, Collection<HoldCause> causes, LocalDate until, LocalDate today) {
        return count("from Hold h where " + TO_REVIEW, force, causes, until, today);
    }

    /** By reference, within scope. */
    public static Optional<Hold> byRef(String ref) {
        return find("ref", Reference.normalise(ref)).firstResultOptional();
    }

    @PrePersist
    void nameIt() {
        if (ref == null) ref = Reference.random();
    }

    /**
     * The person is not available from a day on, to be looked at again by another within a year. A second hold of the same
     * cause is refused while one lasts.
     */
    public static HoldPlaced place(
            Volunteer person, HoldCause cause, LocalDate from, LocalDate reviewOn, String note, Actor by, Clock clock) {
        if (person.stage == Stage.LEFT) throw new Refused(person.called() + " has left", "");
        if (from.isAfter(LocalDate.now(clock).plusYears(1)))
            throw new Refused("The first day is more than a year ahead", "");
        if (reviewOn.isBefore(from)) throw new Refused("The review day is before the first day", "");
        if (reviewOn.isAfter(from.plusYears(1))) {
            throw new Refused("The review day is more than a year after the first day", "");
        }
        if (reviewOn.isBefore(LocalDate.now(clock))) throw new Refused("The review day has passed", "");
        var why = Texts.lines(note);
        var wrong = Texts.fault(why, LONGEST_NOTE, true);
        if (wrong != null) throw new Refused(wrong, "");
        of(person).stream()
                .filter(h -> h.cause == cause && (h.endedOn == null || !h.endedOn.isBefore(from)))
                .findFirst()
                .ifPresent(h -> {
                    throw new Refused(
                            "A hold of this kind is there already, since " + Formats.inWords(h.startsOn)
                                    + ": end it first",
                            "");
                });
        var hold = new Hold();
        hold.force = person.force;
        hold.volunteer = person;
        hold.cause = cause;
        hold.startsOn = from;
        hold.reviewOn = reviewOn;
        hold.note = why;
        hold.recordedAt = clock.instant();
        hold.recordedBy = by.name();
        hold.persist();
        return new HoldPlaced(by, person, hold);
    }

    /** The hold ends with this day, which is its last: from the day after the person is available again. */
    public HoldEnded end(LocalDate lastDay, Actor by, Clock clock) {
        if (endedOn != null) throw new Refused("The hold ended on " + Formats.inWords(endedOn), "");
        if (lastDay.isBefore(startsOn)) {
            throw new Refused("The last day is before the first, " + Formats.inWords(startsOn), "");
        }
        if (lastDay.isAfter(LocalDate.now(clock).plusYears(1)))
            throw new Refused("The last day is more than a year ahead", "");
        endedOn = lastDay;
        endedBy = by.name();
        return new HoldEnded(by, volunteer, this);
    }
}
