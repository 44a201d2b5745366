package org.attest.recruitment.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** A time at which some people can come for one kind of meeting. Called off, never deleted. */
@Entity
@Table(name = "meeting_slot")
public class Slot extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "meeting_slot_seq")
    @SequenceGenerator(name = "meeting_slot_seq", sequenceName = "meeting_slot_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public MeetingKind kind;

    @Column(name = "starts_at", nullable = false, updatable = false)
    public Instant startsAt;

    @Column(nullable = false, updatable = false)
    public int minutes;

    @Column(nullable = false, updatable = false)
    public int places;

    @Column(nullable = false, updatable = false)
    public String place;

    /** What to bring; null for nothing. */
    @Column(updatable = false)
    public String bring;

    @Column(name = "opened_at", nullable = false, updatable = false)
    public Instant openedAt;

    @Column(name = "opened_by", nullable = false, updatable = false)
    public String openedBy;

    /** Null while it stands. */
    @Column(name = "called_off_at")
    public Instant calledOffAt;

    @Column(name = "called_off_by")
    public String calledOffBy;

    /** By reference as typed, within scope. */
    public static Optional<Slot> byRef(String typed) {
        return find("ref", Reference.normalise(typed)).firstResultOptional();
    }

    /** Slots of the force that begin later, soonest first; of every kind when it is null. */
    public static List<Slot> ahead(Force force, MeetingKind kind, Instant now) {
        return kind == null
                ? list("force = ?1 and startsAt > ?2 and calledOffAt is null order by startsAt, id", force, now)
                : list(
                        "force = ?1 and startsAt > ?2 and calledOffAt is null and kind = ?3 order by startsAt, id",
                        force,
                        now,
                        kind);
    }

    /** Slots that have begun and in which somebody who was booked has no result, oldest first. */
    public static List<Slot> withoutResults(Force force, Instant now) {
        return list(
                "from Slot s where s.force = ?1 and s.startsAt <= ?2 and s.calledOffAt is null and exists (select 1 from"
                        + " Booking b where b.slot = s and b.endedAt is null and b.outcome is null) order by s.startsAt, s.id",
                force,
                now);
    }

    /** The last slots that have begun, newest first. */
    public static List<Slot> behind(Force force, Instant now, int most) {
        return Slot.<Slot>find(
                        "force = ?1 and startsAt <= ?2 and calledOffAt is null order by startsAt desc, id", force, now)
                .page(0, most)
                .list();
    }

    /** The force opens a time. Refuses what {@link SlotPlan#faults} finds. */
    public static SlotOpened open(Force force, SlotPlan plan, Actor by, Clock clock) {
        plan.faults(clock.instant()).stream().findFirst().ifPresent(fault -> {
            throw new Refused(fault.sentence(), fault.rule());
        });
        var slot = new Slot();
        slot.force = force;
        slot.ref = Reference.random();
        slot.kind = plan.kind();
        slot.startsAt = plan.startsAt();
        slot.minutes = plan.minutes();
        slot.places = plan.places();
        slot.place = plan.place();
        slot.bring = plan.bring();
        slot.openedAt = clock.instant();
        slot.openedBy = by.name();
        slot.persist();
        return new SlotOpened(by, slot);
    }

    /** How many people are booked in each of these, by the slot's id, in one statement. */
    public static Map<Long, Long> booked(Collection<Slot> slots) {
        if (slots.isEmpty()) return Map.of();
        return getEntityManager()
                .createQuery(
                        "select b.slot.id, count(b) from Booking b where b.slot in :slots and b.endedAt is null"
                                + " group by b.slot.id",
                        Object[].class)
                .setParameter("slots", slots)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    /** Holds the slot until the transaction ends: of two who want the last place the second sees that it is gone. */
    void hold() {
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
    }

    long free() {
        return places - booked(List.of(this)).getOrDefault(id, 0L);
    }

    /** It does not take place: every booking ends with it. */
    public SlotCalledOff callOff(Actor by, Clock clock) {
        hold();
        if (calledOffAt != null) throw new Refused("It was called off already", "");
        if (hasBegun(clock.instant())) throw new Refused("It has begun: record what came of it", "");
        calledOffAt = clock.instant();
        calledOffBy = by.name();
        var bookings = Booking.in(this);
        bookings.forEach(b -> b.end(Booking.Ending.CALLED_OFF, by, clock));
        return new SlotCalledOff(by, this, bookings);
    }

    public boolean hasBegun(Instant now) {
        return !startsAt.isAfter(now);
    }

    /** Whether people may still book, change or cancel by themselves. */
    public boolean isOpenToPeople(Instant now, int noticeHours) {
        return calledOffAt == null && startsAt.isAfter(now.plus(Duration.ofHours(noticeHours)));
    }

    public LocalDate day() {
        return startsAt.atZone(ClockOfAttest.LONDON).toLocalDate();
    }

    /** {@code Thursday 4 June 2026 at 10:30am}. */
    public String when() {
        return Formats.withWeekday(day()) + " at " + Formats.timeInWords(startsAt);
    }
}
