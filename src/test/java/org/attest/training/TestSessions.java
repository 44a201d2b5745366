package org.attest.training;

import java.time.LocalTime;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.recruitment.Rows;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/** Sessions for tests of pages, written as they are, past the rules, in transactions of their own. */
public final class TestSessions {

    private TestSessions() {}

    /** From 10 to 4 so many days from now. */
    public static TaughtSession planned(String slug, String code, int daysAhead, int places) {
        return Rows.of(() -> {
            var day = TestClock.TODAY.plusDays(daysAhead);
            var session = new TaughtSession();
            session.force = Force.bySlug(slug).orElseThrow();
            session.ref = Reference.random();
            session.module = Module.of(code);
            session.startsAt =
                    day.atTime(LocalTime.of(10, 0)).atZone(ClockOfAttest.LONDON).toInstant();
            session.endsAt =
                    day.atTime(LocalTime.of(16, 0)).atZone(ClockOfAttest.LONDON).toInstant();
            session.places = places;
            session.place = "Maidstone police station, room 4";
            session.joining = "Ring at the side gate and bring your pass.";
            session.plannedAt =
                    day.minusDays(20).atStartOfDay(ClockOfAttest.LONDON).toInstant();
            session.plannedBy = People.SOMEBODY.name();
            session.persist();
            return session;
        });
    }

    /** Somebody new has a place in it. */
    public static Seat taken(TaughtSession session) {
        return taken(session, People.special().in(session.force.slug).saved());
    }

    public static Seat taken(TaughtSession session, Volunteer person) {
        return Rows.of(() -> {
            var seat = new Seat();
            seat.force = session.force;
            seat.ref = Reference.random();
            seat.session = session;
            seat.volunteer = Volunteer.byRef(person.ref).orElseThrow();
            seat.joinedAt = session.plannedAt;
            seat.joinedBy = People.SOMEBODY.name();
            seat.placedAt = session.plannedAt;
            seat.persist();
            return seat;
        });
    }

    /** The session began an hour before the test clock began; its address. */
    public static String begun(TaughtSession session) {
        Rows.in(() -> TaughtSession.update(
                "startsAt = ?1 where ref = ?2",
                TestClock.TODAY.atTime(8, 30).atZone(ClockOfAttest.LONDON).toInstant(),
                session.ref));
        return session.path();
    }
}
