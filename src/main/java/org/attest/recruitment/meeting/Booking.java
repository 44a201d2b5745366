package org.attest.recruitment.meeting;

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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/** One person's place in a slot, and what came of it. */
@Entity
@Table(name = "meeting_booking")
public class Booking extends ForceOwned {

    /** How a booking ended before its time. */
    public enum Ending {
        CANCELLED,
        CHANGED,
        CALLED_OFF
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "meeting_booking_seq")
    @SequenceGenerator(name = "meeting_booking_seq", sequenceName = "meeting_booking_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "slot_id", updatable = false)
    public Slot slot;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Column(name = "booked_at", nullable = false, updatable = false)
    public Instant bookedAt;

    @Column(name = "booked_by", nullable = false, updatable = false)
    public String bookedBy;

    /** Null while it stands. */
    @Column(name = "ended_at")
    public Instant endedAt;

    @Column(name = "ended_by")
    public String endedBy;

    @Enumerated(EnumType.STRING)
    public Ending ending;

    /** What came of it, as last recorded; earlier ones are in {@link RecordedOutcome}. */
    @Enumerated(EnumType.STRING)
    public MeetingOutcome outcome;

    private static final String WITH_SLOT = "from Booking b join fetch b.slot s ";

    /** By reference as typed, with its slot and person, within scope. */
    public static Optional<Booking> byRef(String typed) {
        return find(WITH_SLOT + "join fetch b.volunteer where b.ref = ?1", Reference.normalise(typed))
                .firstResultOptional();
    }

    /** Who is booked in the slot, by name. */
    public static List<Booking> in(Slot slot) {
        return list(
                "from Booking b join fetch b.volunteer v where b.slot = ?1 and b.endedAt is null order by v.foundBy, v.id",
                slot);
    }

    /** Everything the person was ever booked for, newest time first. */
    public static List<Booking> of(Volunteer person) {
        return list(WITH_SLOT + "where b.volunteer = ?1 order by s.startsAt desc, b.id desc", person);
    }

    /** What the person is booked for and has not come to yet, soonest first. */
    public static List<Booking> ahead(Volunteer person, Instant now) {
        return list(
                WITH_SLOT
                        + "where b.volunteer = ?1 and b.endedAt is null and s.startsAt > ?2 order by s.startsAt, b.id",
                person,
                now);
    }

    /** Everything of one kind of which something came, for these people, oldest first, in one statement. */
    static List<Booking> withOutcome(Collection<Volunteer> people, MeetingKind kind) {
        return list(
                WITH_SLOT + "where b.volunteer in ?1 and s.kind = ?2 and b.endedAt is null and b.outcome is not null"
                        + " order by s.startsAt, b.id",
                people,
                kind);
    }

    /** What people of the force are booked for between two instants, with the person, soonest first. */
    static List<Booking> between(Force force, Instant from, Instant until) {
        return list(
                WITH_SLOT
                        + "join fetch b.volunteer v where b.force = ?1 and b.endedAt is null and s.startsAt > ?2"
                        + " and s.startsAt < ?3 and v.stage <> ?4 order by s.startsAt, b.id",
                force,
                from,
                until,
                Stage.LEFT);
    }

    /**
     * The person has a place. Whoever books holds the person's row, so that nobody is booked for one thing twice; the slot is
     * held here, so that the last place goes to one person.
     */
    public static MeetingBooked book(Slot slot, Volunteer person, Actor by, Clock clock) {
        return book(slot, person, null, by, clock);
    }

    private static MeetingBooked book(Slot slot, Volunteer person, Booking instead, Actor by, Clock clock) {
        if (!slot.force.id.equals(person.force.id)) throw new Refused("The time is one of another force", "");
        if (person.stage == Stage.LEFT) throw new Refused(person.called() + " has left", "");
        slot.hold();
        if (slot.calledOffAt != null) throw new Refused("This time was called off: choose another", "");
        if (slot.hasBegun(clock.instant())) throw new Refused("This time has passed: choose another", "");
        boolean twice = ahead(person, clock.instant()).stream().anyMatch(b -> b.slot.kind == slot.kind && b != instead);
        if (twice) throw new Refused(person.called() + " has a time for this already: change it instead", "");
        if (slot.free() <= 0) throw new Refused("The last place at this time was just taken: choose another", "");
        var booking = new Booking();
        booking.force = slot.force;
        booking.ref = Reference.random();
        booking.slot = slot;
        booking.volunteer = person;
        booking.bookedAt = clock.instant();
        booking.bookedBy = by.name();
        booking.persist();
        return new MeetingBooked(by, booking);
    }

    /** Another time instead of this one, or none of both changes. */
    public MeetingBooked changeTo(Slot other, Actor by, Clock clock) {
        refuseUnlessAhead(clock.instant());
        if (other.kind != slot.kind) throw new Refused("Choose a time of the same kind", "");
        if (other.equals(slot)) throw new Refused("This is the time you have: choose another", "");
        var booked = book(other, volunteer, this, by, clock);
        end(Ending.CHANGED, by, clock);
        return booked;
    }

    /** The person does not come. */
    public MeetingCancelled cancel(Actor by, Clock clock) {
        refuseUnlessAhead(clock.instant());
        end(Ending.CANCELLED, by, clock);
        return new MeetingCancelled(by, this);
    }

    private void refuseUnlessAhead(Instant now) {
        if (endedAt != null) throw new Refused("This booking has ended already", "");
        if (slot.hasBegun(now)) throw new Refused("This time has passed", "");
    }

    /** Refuses what people may not do themselves so shortly before. */
    void refuseIfTooLate(Instant now, int noticeHours) {
        if (!slot.isOpenToPeople(now, noticeHours)) {
            throw new Refused(
                    "It begins in less than " + noticeHours
                            + " hours: tell your coordinator, who can change it for you",
                    "");
        }
    }

    void end(Ending how, Actor by, Clock clock) {
        ending = how;
        endedAt = clock.instant();
        endedBy = by.name();
    }

    /** What came of it; a correction adds a row. Refuses before it has begun, and what does not fit the kind. */
    public MeetingResult record(MeetingOutcome what, Actor by, Clock clock) {
        if (endedAt != null) throw new Refused("This booking has ended: nothing can come of it", "");
        if (!slot.hasBegun(clock.instant())) throw new Refused("It has not begun yet", "");
        if (!slot.kind.outcomes().contains(what)) throw new Refused("Choose a result of the list", "");
        outcome = what;
        RecordedOutcome.add(this, what, by, clock);
        return new MeetingResult(by, this, what);
    }
}
