package org.attest.training;

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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/** One person's place in a session, or their wait for one, and what came of it. */
@Entity
public class Seat extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seat_seq")
    @SequenceGenerator(name = "seat_seq", sequenceName = "seat_seq", allocationSize = 50)
    public Long id;

    /** Random reference, safe in an address. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "session_id", updatable = false)
    public TaughtSession session;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id")
    public Volunteer volunteer;

    /** Who joined first moves up first. */
    @Column(name = "joined_at", nullable = false, updatable = false)
    public Instant joinedAt;

    @Column(name = "joined_by", nullable = false, updatable = false)
    public String joinedBy;

    /** Null while they wait. */
    @Column(name = "placed_at")
    public Instant placedAt;

    /** Null while it stands. */
    @Column(name = "ended_at")
    public Instant endedAt;

    @Column(name = "ended_by")
    public String endedBy;

    /** A draft until the session is closed; null for none yet. */
    @Enumerated(EnumType.STRING)
    SessionOutcome outcome;

    /** Mark of a hundred, a draft as well; null for none. */
    public Integer percent;

    /** What was earned by it; null for nothing. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "qualification_id")
    public Qualification qualification;

    private static final String WITH_PERSON =
            "from Seat s join fetch s.volunteer v where s.session = ?1 and s.endedAt is null";
    private static final String WITH_SESSION =
            "from Seat s join fetch s.session t join fetch t.module where s.volunteer = ?1";

    /** Everybody of the session, whether placed or waiting, in the order in which they joined. */
    static List<Seat> in(TaughtSession session) {
        return list(WITH_PERSON + " order by s.joinedAt, s.id", session);
    }

    /** Who has a place, by name. */
    static List<Seat> placed(TaughtSession session) {
        return list(WITH_PERSON + " and s.placedAt is not null order by v.foundBy, v.id", session);
    }

    /** Who waits, who moves up next first. */
    static List<Seat> waiting(TaughtSession session) {
        return list(WITH_PERSON + " and s.placedAt is null order by s.joinedAt, s.id", session);
    }

    /** Of the session, by reference as typed. */
    static Optional<Seat> of(TaughtSession session, String typed) {
        return find(WITH_PERSON + " and s.ref = ?2", session, Reference.normalise(typed))
                .firstResultOptional();
    }

    /** The person's in sessions that have not begun, soonest first. */
    static List<Seat> ahead(Volunteer person, Instant now) {
        return list(WITH_SESSION + " and s.endedAt is null and t.startsAt > ?2 order by t.startsAt, s.id", person, now);
    }

    /** The person's in sessions whose results do not stand yet. */
    static List<Seat> unclosed(Volunteer person) {
        return list(
                WITH_SESSION
                        + " and s.endedAt is null and t.closedAt is null and t.calledOffAt is null order by t.startsAt, s.id",
                person);
    }

    /** The person's in sessions that were closed, newest first. */
    static List<Seat> behind(Volunteer person) {
        return list(
                WITH_SESSION
                        + " and s.endedAt is null and s.placedAt is not null and t.closedAt is not null order by t.startsAt desc, s.id",
                person);
    }

    /** Places of people of the force in sessions that begin between two instants, with the person, soonest first. */
    static List<Seat> placedBetween(Force force, Instant from, Instant until) {
        return list(
                "from Seat s join fetch s.session t join fetch t.module join fetch t.force join fetch s.volunteer v"
                        + " where s.force = ?1 and s.endedAt is null and s.placedAt is not null and t.startsAt > ?2"
                        + " and t.startsAt < ?3 and v.stage <> ?4 order by t.startsAt, s.id",
                force,
                from,
                until,
                Stage.LEFT);
    }

    /** The person's in the session, if they have one. */
    static Optional<Seat> of(TaughtSession session, Volunteer person) {
        return find("session = ?1 and volunteer = ?2 and endedAt is null", session, person)
                .firstResultOptional();
    }

    /** Those of many people in closed sessions that they did not pass, oldest first; one statement. */
    static List<Seat> failed(Collection<Volunteer> people) {
        if (people.isEmpty()) return List.of();
        return list(
                "from Seat s join fetch s.session t join fetch t.module where s.volunteer in ?1"
                        + " and t.closedAt is not null and s.outcome = ?2 and s.endedAt is null order by t.startsAt, s.id",
                people,
                SessionOutcome.NOT_PASSED);
    }

    /** A place, or a wait for one, in a session that has not begun: whose, and of which module. */
    record Booked(Long person, String module) {}

    /** Those of the force; one statement. */
    static Set<Booked> booked(Force force, Instant now) {
        return new HashSet<>(getEntityManager()
                .createQuery(
                        "select new org.attest.training.Seat$Booked(s.volunteer.id, t.module.code) from Seat s"
                                + " join s.session t where s.force = :force and s.endedAt is null and t.startsAt > :now"
                                + " and t.calledOffAt is null",
                        Booked.class)
                .setParameter("force", force)
                .setParameter("now", now)
                .getResultList());
    }

    /** How many wait before each of these, by its id, in one statement; who is next, or has a place, is no entry. */
    static Map<Long, Long> before(Collection<Seat> seats) {
        if (seats.isEmpty()) return Map.of();
        return getEntityManager()
                .createQuery(
                        "select s.id, count(e) from Seat s, Seat e where s in :seats and s.placedAt is null"
                                + " and e.session = s.session and e.placedAt is null and e.endedAt is null"
                                + " and (e.joinedAt < s.joinedAt or (e.joinedAt = s.joinedAt and e.id < s.id)) group by s.id",
                        Object[].class)
                .setParameter("seats", seats)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    /** How many have a place, and how many wait. */
    record Count(long placed, long waiting) {
        static final Count NONE = new Count(0, 0);
    }

    /** {@link Count} of each of these sessions, by the session's id, in one statement; nobody is no entry. */
    static Map<Long, Count> counts(Collection<TaughtSession> sessions) {
        var counts = new HashMap<Long, Count>();
        if (sessions.isEmpty()) return counts;
        getEntityManager()
                .createQuery(
                        "select s.session.id, count(s.placedAt), count(s) from Seat s where s.session in :sessions and"
                                + " s.endedAt is null group by s.session.id",
                        Object[].class)
                .setParameter("sessions", sessions)
                .getResultStream()
                .forEach(row -> counts.put((Long) row[0], new Count((Long) row[1], (Long) row[2] - (Long) row[1])));
        return counts;
    }

    /**
     * The person has a place, or waits at the end of the list where none is free. Whoever books holds the person's row; the
     * session is held here, so that the last place goes to one person. Refused while a prerequisite is not passed and in
     * date on the day of the session (training rule 2), and too soon after a fail or after three (training rule 3).
     */
    static SeatTaken take(TaughtSession session, TrainingRecord training, Actor by, Clock clock) {
        var person = training.person();
        session.hold();
        refusal(session, training, clock.instant()).ifPresent(refused -> {
            throw refused;
        });
        if (of(session, person).isPresent()) {
            throw new Refused(person.called() + " has a place in this session, or waits for one, already", "");
        }
        boolean free =
                placed(session).size() < session.places && waiting(session).isEmpty();
        var seat = new Seat();
        seat.force = session.force;
        seat.ref = Reference.random();
        seat.session = session;
        seat.volunteer = person;
        seat.joinedAt = clock.instant();
        seat.joinedBy = by.name();
        seat.placedAt = free ? seat.joinedAt : null;
        seat.persist();
        return new SeatTaken(by, seat);
    }

    /** Why the person may take no place in the session; empty when they may. */
    static Optional<Refused> refusal(TaughtSession session, TrainingRecord training, Instant now) {
        return refusal(session, session.day(), training, now);
    }

    /** The same if the session were on the day. */
    static Optional<Refused> refusal(TaughtSession session, LocalDate day, TrainingRecord training, Instant now) {
        try {
            var person = training.person();
            if (!session.force.id.equals(person.force.id)) {
                throw new Refused("The session is one of another force", "");
            }
            if (person.stage == Stage.LEFT) throw new Refused(person.called() + " has left", "");
            session.refuseUnlessAhead(now);
            var then = training.on(day);
            var module = training.curriculum().module(session.module.code).orElseThrow();
            then.refuseUnlessMayStart(module);
            return then.refusedAttempt(module.code());
        } catch (Refused refused) {
            return Optional.of(refused);
        }
    }

    /** The person does not come, or waits no longer. Whoever does it fills the place afterwards; the session is held here. */
    SeatGivenUp giveUp(Actor by, Clock clock) {
        session.hold();
        if (endedAt != null) throw new Refused("This place was given up already", "");
        session.refuseUnlessAhead(clock.instant());
        end(by, clock);
        return new SeatGivenUp(by, this);
    }

    void end(Actor by, Clock clock) {
        endedAt = clock.instant();
        endedBy = by.name();
    }

    /** What the draft of the register says; either may be null. */
    void enter(SessionOutcome outcome, Integer percent) {
        this.outcome = outcome;
        this.percent = percent;
    }

    /** Whether the draft says just that. */
    boolean says(SessionOutcome outcome, Integer percent) {
        return this.outcome == outcome && Objects.equals(this.percent, percent);
    }

    public String outcomeWords() {
        return outcome == null ? "No result yet" : outcome.words();
    }
}
