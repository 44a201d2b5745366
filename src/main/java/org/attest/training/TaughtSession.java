package org.attest.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.volunteer.Stage;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * A time at which a module is taught or assessed by others, with places, a waiting list and a register. Results are a draft
 * until it is closed. Called off, never deleted.
 */
@Entity
@Table(name = "taught_session")
public class TaughtSession extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "taught_session_seq")
    @SequenceGenerator(name = "taught_session_seq", sequenceName = "taught_session_seq", allocationSize = 50)
    public Long id;

    /** Random reference, safe in an address. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "module_id", updatable = false)
    public Module module;

    @Column(name = "starts_at", nullable = false)
    public Instant startsAt;

    @Column(name = "ends_at", nullable = false)
    public Instant endsAt;

    @Column(nullable = false)
    public int places;

    @Column(nullable = false)
    public String place;

    /** How to come, and what to bring; null for nothing. */
    public String joining;

    @Column(name = "planned_at", nullable = false, updatable = false)
    public Instant plannedAt;

    @Column(name = "planned_by", nullable = false, updatable = false)
    public String plannedBy;

    /** Account of who assesses, as the draft of the register says; null for nobody yet. */
    @Column(name = "assessor_ref")
    public String assessorRef;

    /** Null while it stands. */
    @Column(name = "called_off_at")
    public Instant calledOffAt;

    @Column(name = "called_off_by")
    public String calledOffBy;

    /** Null while its results are a draft. */
    @Column(name = "closed_at")
    public Instant closedAt;

    @Column(name = "closed_by")
    public String closedBy;

    @Version
    public int version;

    private static final String WITH_MODULE = "from TaughtSession s join fetch s.module where s.force = ?1 and";

    /** By reference as typed, of the force. */
    static Optional<TaughtSession> of(Force force, String typed) {
        return find(WITH_MODULE + " s.ref = ?2", force, Reference.normalise(typed))
                .firstResultOptional();
    }

    /** Those of the force that have not begun, soonest first. */
    static List<TaughtSession> ahead(Force force, Instant now) {
        return list(WITH_MODULE + " s.startsAt > ?2 and s.calledOffAt is null order by s.startsAt, s.id", force, now);
    }

    /** Those that have begun and whose results are a draft still, oldest first. */
    static List<TaughtSession> unclosed(Force force, Instant now) {
        return list(
                WITH_MODULE
                        + " s.startsAt <= ?2 and s.calledOffAt is null and s.closedAt is null order by s.startsAt, s.id",
                force,
                now);
    }

    /** The last ones that were closed, newest first. */
    static List<TaughtSession> closed(Force force, int most) {
        return TaughtSession.<TaughtSession>find(
                        WITH_MODULE + " s.closedAt is not null order by s.startsAt desc, s.id", force)
                .page(0, most)
                .list();
    }

    /** The force plans one. Refuses what {@link SessionPlan#faults} finds. */
    static SessionPlanned plan(Force force, SessionPlan plan, Actor by, Clock clock) {
        plan.faults(clock.instant()).values().stream().findFirst().ifPresent(fault -> {
            throw new Refused(fault, "");
        });
        var session = new TaughtSession();
        session.force = force;
        session.ref = Reference.random();
        session.module = Module.of(plan.module().code());
        session.startsAt = plan.startsAt();
        session.endsAt = plan.endsAt();
        session.places = plan.places();
        session.place = plan.place();
        session.joining = plan.joining();
        session.plannedAt = clock.instant();
        session.plannedBy = by.name();
        session.persist();
        return new SessionPlanned(by, session);
    }

    /** Holds it until the transaction ends: of two who want the last place the second sees that it is gone. */
    void hold() {
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
    }

    /** It has so many places now: who waits moves up into the new ones. Refused below the number of people placed. */
    SessionResized resize(int wanted, Actor by, Clock clock) {
        hold();
        refuseUnlessAhead(clock.instant());
        if (wanted < 1 || wanted > SessionPlan.MOST_PLACES) throw new Refused(SessionPlan.placesWanted(), "");
        int taken = Seat.placed(this).size();
        if (wanted < taken) {
            throw new Refused(Formats.of(taken, "person has a place", "people have a place") + " already", "");
        }
        places = wanted;
        return new SessionResized(by, this);
    }

    /** It takes place at another time or in another place; the session is held. Refused once it has begun, and where nothing changes. */
    SessionMoved move(SessionPlan plan, Actor by, Clock clock) {
        refuseUnlessAhead(clock.instant());
        plan.faults(clock.instant()).values().stream().findFirst().ifPresent(fault -> {
            throw new Refused(fault, "");
        });
        boolean same = startsAt.equals(plan.startsAt())
                && endsAt.equals(plan.endsAt())
                && place.equals(plan.place())
                && Objects.equals(joining, plan.joining());
        if (same) throw new Refused("Nothing is changed", "");
        startsAt = plan.startsAt();
        endsAt = plan.endsAt();
        place = plan.place();
        joining = plan.joining();
        return new SessionMoved(by, this);
    }

    /** Who waits moves up into places that are free, first who joined first. The session is held. */
    List<SeatMovedUp> fill(Clock clock) {
        var moved = new ArrayList<SeatMovedUp>();
        if (calledOffAt != null || hasBegun(clock.instant())) return moved;
        int free = places - Seat.placed(this).size();
        for (var seat : Seat.waiting(this)) {
            if (free <= 0) break;
            if (seat.volunteer.stage == Stage.LEFT) continue;
            seat.placedAt = clock.instant();
            moved.add(new SeatMovedUp(Actor.ATTEST, seat));
            free--;
        }
        return moved;
    }

    /** It does not take place: every place ends with it. */
    SessionCalledOff callOff(Actor by, Clock clock) {
        hold();
        refuseUnlessAhead(clock.instant());
        calledOffAt = clock.instant();
        calledOffBy = by.name();
        var seats = Seat.in(this);
        seats.forEach(seat -> seat.end(by, clock));
        return new SessionCalledOff(by, this, seats);
    }

    /** The draft says who assesses; the session is held. Refused before it begins, and once it is closed. */
    RegisterKept keep(String assessor, Actor by, Clock clock) {
        refuseUnlessOpen(clock.instant());
        assessorRef = assessor;
        return new RegisterKept(by, this);
    }

    /** From now on its results stand; the session is held, and each of its people has one. */
    SessionClosed close(Actor by, Clock clock) {
        refuseUnlessOpen(clock.instant());
        closedAt = clock.instant();
        closedBy = by.name();
        return new SessionClosed(by, this);
    }

    /** Refuses what can be done only while the register is a draft. */
    void refuseUnlessOpen(Instant now) {
        if (calledOffAt != null) throw new Refused("The session was called off", "");
        if (closedAt != null) {
            throw new Refused("The session is closed: a result given in error is revoked on the record", "");
        }
        if (!hasBegun(now)) throw new Refused("It has not begun yet", "");
    }

    /** Refuses what can be done only before it begins. */
    void refuseUnlessAhead(Instant now) {
        if (calledOffAt != null) throw new Refused("The session was called off", "");
        if (hasBegun(now)) throw new Refused("The session has begun", "");
    }

    public boolean hasBegun(Instant now) {
        return !startsAt.isAfter(now);
    }

    public LocalDate day() {
        return startsAt.atZone(ClockOfAttest.LONDON).toLocalDate();
    }

    /** {@code Thursday 4 June 2026, 10:30am to 4:30pm}. */
    public String when() {
        return when(startsAt, endsAt);
    }

    static String when(Instant startsAt, Instant endsAt) {
        return Formats.withWeekday(LocalDate.ofInstant(startsAt, ClockOfAttest.LONDON)) + ", "
                + Formats.timeInWords(startsAt) + " to " + Formats.timeInWords(endsAt);
    }

    public String path() {
        return "/forces/" + force.slug + "/sessions/" + ref;
    }
}
