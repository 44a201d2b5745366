package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.notice.RemindersOfTheDay;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions at which modules are taught: places, a waiting list that moves by itself, and results that count once it is closed. */
@QuarkusTest
class TaughtSessionsTest {

    @Inject
    SeatsOfMerged merged;

    @Inject
    RemindersOfTheDay reminders;

    @Inject
    SessionFactory sessions;

    private record Learning(As at, Volunteer person) {}

    /** Somebody who has passed everything that the module needs. */
    private static Learning ready(String code) {
        var learning = learning();
        TestQualifications.passedAllBefore(learning.person, code, TestClock.TODAY.minusDays(30));
        return learning;
    }

    private static Learning learning() {
        var at = As.role(Role.VOLUNTEER, "kent");
        return new Learning(
                at,
                People.special()
                        .inStage(Stage.TRAINING)
                        .withAccount(at.accountId())
                        .saved());
    }

    private static TaughtSession again(TaughtSession session) {
        return TaughtSession.of(Force.bySlug(session.force.slug).orElseThrow(), session.ref)
                .orElseThrow();
    }

    private static List<String> placed(TaughtSession session) {
        return Rows.of(() ->
                Seat.placed(again(session)).stream().map(s -> s.volunteer.ref).toList());
    }

    private static List<String> waiting(TaughtSession session) {
        return Rows.of(() ->
                Seat.waiting(again(session)).stream().map(s -> s.volunteer.ref).toList());
    }

    private static List<String> noticesOf(As who) {
        return Rows.of(() -> Panache.getEntityManager()
                .createQuery("select n.sentence from Notice n where n.account.id = :a order by n.id", String.class)
                .setParameter("a", who.accountId())
                .getResultList());
    }

    private static long passed(Volunteer person, String code) {
        return Rows.of(() -> Qualification.of(Volunteer.byRef(person.ref).orElseThrow()).stream()
                .filter(q -> q.moduleCode().equals(code))
                .count());
    }

    private static String own(TaughtSession session, String what) {
        return "/me/sessions/" + session.ref + "/" + what;
    }

    private static Map<String, Object> plan(String place) {
        var day = TestClock.TODAY.plusDays(9);
        var form = new HashMap<String, Object>();
        form.put("module", "DSC-104");
        form.put("day-day", day.getDayOfMonth());
        form.put("day-month", day.getMonthValue());
        form.put("day-year", day.getYear());
        form.put("from", "10am");
        form.put("until", "2:30pm");
        form.put("places", "12");
        form.put("place", place);
        form.put("joining", "Bring your pass");
        return form;
    }

    @AfterEach
    void backToToday() {
        TestClock.reset();
    }

    @Test
    void arePlannedByWhoRecordsTraining() {
        var place = "Gravesend " + Reference.random();
        var address = "/forces/kent/sessions/new";
        As.role(Role.TUTOR, "kent").post(address, plan(place)).statusCode(403);
        As.coordinatorOf("gwent").post(address, plan(place)).statusCode(404);
        var kent = As.coordinatorOf("kent");
        kent.get(address + "?module=DSC-104").statusCode(200).body(containsString("Joining details"));
        for (var wrong : List.of(
                Map.entry("module", "DSC-101"),
                Map.entry("from", "early"),
                Map.entry("until", "9am"),
                Map.entry("places", "0"),
                Map.entry("place", ""),
                Map.entry("day-year", "2020"))) {
            var bad = plan(place);
            bad.put(wrong.getKey(), wrong.getValue());
            kent.post(address, bad).statusCode(422).body(containsString("There is a problem"));
        }
        var planned = kent.post(address, plan(place)).statusCode(303).extract().header("Location");
        As.role(Role.SUPERVISOR, "kent")
                .get("/forces/kent/sessions")
                .body(containsString(place))
                .body(containsString("10:00am to 2:30pm"))
                .body(containsString("0 of 12"));
        kent.get(planned.replaceAll("https?://[^/]+", "")).statusCode(200).body(containsString("Bring your pass"));
    }

    @Test
    void moveUpWhoWaitsWhenSomebodyLeavesOrPlacesGrow() {
        var session = TestSessions.planned("kent", "DSC-104", 5, 1);
        var first = ready("DSC-104");
        var second = ready("DSC-104");
        var third = ready("DSC-104");
        for (var one : List.of(first, second, third)) {
            one.at.get("/me/sessions").statusCode(200).body(containsString(own(session, "place")));
            one.at.post(own(session, "place"), Map.of()).statusCode(303);
        }
        assertEquals(List.of(first.person.ref), placed(session));
        assertEquals(List.of(second.person.ref, third.person.ref), waiting(session));
        third.at.get("/me/sessions").body(containsString("1 person moves up before you"));
        second.at.post(own(session, "place"), Map.of()).statusCode(422).body(containsString("already"));
        assertTrue(Rows.trail("kent", first.person.ref).contains("seat taken"));

        first.at.post(own(session, "leaving"), Map.of()).statusCode(303);
        assertEquals(List.of(second.person.ref), placed(session));
        assertTrue(Rows.trail("kent", second.person.ref).contains("seat moved up"));
        assertTrue(noticesOf(second.at).get(0).startsWith("You have a place: DSC-104 on "));
        first.at.post(own(session, "leaving"), Map.of()).statusCode(404);

        var kent = As.coordinatorOf("kent");
        kent.post(session.path() + "/places", Map.of("places", "0")).statusCode(422);
        kent.post(session.path() + "/places", Map.of("places", "2")).statusCode(303);
        assertEquals(List.of(), waiting(session));
        assertEquals(2, placed(session).size());
        kent.post(session.path() + "/places", Map.of("places", "1"))
                .statusCode(422)
                .body(containsString("2 people have a place already"));
        // booked and cancelled by the coordinator
        kent.post(session.path() + "/seats", Map.of("person", first.person.ref)).statusCode(303);
        assertEquals(List.of(first.person.ref), waiting(session));
        var seat = Rows.of(
                () -> Seat.of(again(session), Volunteer.byRef(second.person.ref).orElseThrow())
                        .orElseThrow()
                        .ref);
        kent.post(session.path() + "/seats/" + seat + "/ending", Map.of()).statusCode(303);
        assertTrue(placed(session).contains(first.person.ref));
        assertTrue(noticesOf(second.at).stream().anyMatch(s -> s.startsWith("You have no place any more")));

        kent.post(session.path() + "/calling-off", Map.of()).statusCode(422);
        kent.post(session.path() + "/calling-off", Map.of("sure", "yes")).statusCode(303);
        assertEquals(List.of(), placed(session));
        assertTrue(noticesOf(first.at).stream().anyMatch(s -> s.startsWith("Called off: ")));
    }

    @Test
    void leaveNobodyWithAPlaceWhoLeavesTheForce() {
        var session = TestSessions.planned("kent", "DSC-104", 5, 1);
        var first = ready("DSC-104");
        var second = ready("DSC-104");
        for (var one : List.of(first, second))
            one.at.post(own(session, "place"), Map.of()).statusCode(303);
        var form = Map.of(
                "reason", "RESIGNED",
                "lastDay-day", TestClock.TODAY.getDayOfMonth(),
                "lastDay-month", TestClock.TODAY.getMonthValue(),
                "lastDay-year", TestClock.TODAY.getYear());
        As.coordinatorOf("kent")
                .post("/volunteers/" + first.person.ref + "/leaving", form)
                .statusCode(303);
        assertEquals(List.of(second.person.ref), placed(session));
    }

    @Test
    void keepOneSeatOfTwoRecordsThatBecomeOne() {
        var session = TestSessions.planned("kent", "DSC-104", 5, 2);
        var kept = learning().person;
        var gone = learning().person;
        for (var one : List.of(kept, gone)) TestSessions.taken(session, one);
        var next = ready("DSC-104");
        next.at.post(own(session, "place"), Map.of()).statusCode(303);
        assertEquals(List.of(next.person.ref), waiting(session));
        Rows.in(() -> merged.settle(
                Volunteer.byRef(kept.ref).orElseThrow(),
                Volunteer.byRef(gone.ref).orElseThrow()));
        assertTrue(placed(session).containsAll(List.of(kept.ref, next.person.ref)));
        assertEquals(2, placed(session).size());
    }

    /** Training rules 2 and 3: prerequisites in date on the day, and seven full days after a fail. */
    @Test
    void takeNobodyWhoMayNotBegin() {
        var session = TestSessions.planned("kent", "DSC-203", 5, 3);
        var unready = learning();
        unready.at
                .post(own(session, "place"), Map.of())
                .statusCode(422)
                .body(containsString("DSC-203 needs DSC-201, which is not passed (training rule 2)"));
        unready.at.get("/me/sessions").body(not(containsString(own(session, "place"))));
        var failed = ready("DSC-203");
        var earlier = TestSessions.planned("kent", "DSC-203", 0, 3);
        TestSessions.taken(earlier, failed.person);
        Rows.in(() -> {
            var seat = Seat.placed(again(earlier)).get(0);
            seat.outcome = SessionOutcome.NOT_PASSED;
            seat.session.closedAt = seat.session.endsAt;
        });
        failed.at
                .post(own(session, "place"), Map.of())
                .statusCode(422)
                .body(containsString("The next attempt can begin on 23 June 2026"))
                .body(containsString("training rule 3"));
        var later = TestSessions.planned("kent", "DSC-203", 7, 3);
        failed.at.post(own(later, "place"), Map.of()).statusCode(303);
        // another force's is not found
        failed.at
                .post(own(TestSessions.planned("gwent", "DSC-203", 7, 3), "place"), Map.of())
                .statusCode(404);
    }

    @Test
    void giveTheLastPlaceToOneOfMany() throws Exception {
        var session = TestSessions.planned("kent", "DSC-104", 5, 1);
        var many = IntStream.range(0, 6).mapToObj(i -> ready("DSC-104")).toList();
        many.forEach(one -> one.at.withToken());
        var pool = Executors.newFixedThreadPool(many.size());
        var start = new CyclicBarrier(many.size());
        try {
            var running = many.stream()
                    .map(one -> pool.submit(() -> {
                        start.await();
                        return one.at
                                .post(own(session, "place"), Map.of())
                                .extract()
                                .statusCode();
                    }))
                    .toList();
            for (var one : running) assertEquals(303, one.get());
        } finally {
            pool.shutdown();
        }
        assertEquals(1, placed(session).size());
        assertEquals(5, waiting(session).size());
    }

    @Test
    void goIntoACalendarWithoutSayingWhatFor() throws Exception {
        var session = TestSessions.planned("kent", "DSC-104", 5, 1);
        var has = ready("DSC-104");
        var waits = ready("DSC-104");
        for (var one : List.of(has, waits))
            one.at.post(own(session, "place"), Map.of()).statusCode(303);
        waits.at.get(own(session, "calendar.ics")).statusCode(404);
        var file = has.at
                .get(own(session, "calendar.ics"))
                .statusCode(200)
                .contentType("text/calendar")
                .extract()
                .asString();
        assertFalse(file.contains("DSC"), file);
        var event = Biweekly.parse(file).first().getEvents().get(0);
        assertEquals("Appointment with Kent Police", event.getSummary().getValue());
        assertEquals(session.endsAt, event.getDateEnd().getValue().toInstant());
    }

    @Test
    void remindWhoHasAPlaceAndNobodyWhoWaits() {
        var session = TestSessions.planned("civil-nuclear", "DSC-102", 9, 1);
        var has = As.role(Role.VOLUNTEER, "civil-nuclear");
        var waits = As.role(Role.VOLUNTEER, "civil-nuclear");
        for (var one : List.of(has, waits)) {
            People.special()
                    .in("civil-nuclear")
                    .inStage(Stage.TRAINING)
                    .withAccount(one.accountId())
                    .saved();
            one.post(own(session, "place"), Map.of()).statusCode(303);
        }
        reminders.take("civil-nuclear");
        assertEquals(List.of(), noticesOf(has));
        TestClock.set(TestClock.TODAY.plusDays(2));
        reminders.take("civil-nuclear");
        reminders.take("civil-nuclear");
        assertEquals(
                List.of("Your session of DSC-102 at 10:00am, Maidstone police station, room 4, is on 25 June 2026"),
                noticesOf(has));
        assertEquals(List.of(), noticesOf(waits));
    }

    @Test
    void areListedInAsManyStatementsForManyAsForFew() {
        var there = As.coordinatorOf("civil-nuclear");
        TestSessions.taken(TestSessions.planned("civil-nuclear", "DSC-102", 20, 2));
        long few = statements(there);
        for (int i = 0; i < 30; i++) TestSessions.taken(TestSessions.planned("civil-nuclear", "DSC-102", 20 + i, 2));
        assertEquals(few, statements(there));
    }

    private long statements(As who) {
        who.get("/forces/civil-nuclear/sessions").statusCode(200);
        var statistics = sessions.getStatistics();
        statistics.clear();
        who.get("/forces/civil-nuclear/sessions").statusCode(200);
        return statistics.getPrepareStatementCount();
    }

    /** Features rows 37 and 38: a draft until it is closed; all results or none, each fault beside its row. */
    @Test
    void countAllTogetherOnceTheyAreClosed() {
        var session = TestSessions.planned("kent", "DSC-203", 3, 6);
        var passes = ready("DSC-203");
        var fails = ready("DSC-203");
        var misses = ready("DSC-203");
        var unready = learning();
        var seats = List.of(passes, fails, misses, unready).stream()
                .map(one -> TestSessions.taken(session, one.person).ref)
                .toList();
        var register = session.path() + "/register";
        var closing = session.path() + "/closing";
        As.coordinatorOf("kent")
                .post(register, Map.of("outcome-" + seats.get(0), "PASSED", "was-" + seats.get(0), ","))
                .statusCode(422)
                .body(containsString("It has not begun yet"));
        TestClock.set(TestClock.TODAY.plusDays(4));
        As.role(Role.TUTOR, "kent").get(register).statusCode(403);
        As.role(Role.ASSESSOR, "gwent").get(register).statusCode(404);
        var assessor = As.role(Role.ASSESSOR, "kent");
        assessor.get("/").body(containsString(register));

        var form = new HashMap<String, Object>();
        seats.forEach(seat -> form.put("was-" + seat, ","));
        form.put("outcome-" + seats.get(0), "PASSED");
        form.put("mark-" + seats.get(0), "79");
        form.put("outcome-" + seats.get(1), "NOT_PASSED");
        form.put("mark-" + seats.get(1), "85");
        form.put("outcome-" + seats.get(3), "PASSED");
        form.put("mark-" + seats.get(3), "90");
        form.put("assessor", assessor.ref());
        form.put("outcome-" + seats.get(2), "SPLENDID");
        assessor.post(register, form).statusCode(422).body(containsString("Choose a result of the list"));
        form.put("outcome-" + seats.get(2), "");
        assessor.post(register, form).statusCode(303);
        assertEquals(0, passed(passes.person, "DSC-203"));
        assertEquals(List.of(), noticesOf(misses.at));

        assessor.post(closing, Map.of())
                .statusCode(422)
                .body(containsString("The pass mark is 80% (training rule 3)"))
                .body(containsString("a mark of 85% passes (training rule 3)"))
                .body(containsString("no result yet"))
                .body(containsString("DSC-203 needs DSC-201, which is not passed (training rule 2)"));
        assertNull(Rows.of(() -> again(session).closedAt));

        seats.forEach(seat -> form.remove("was-" + seat));
        form.put("was-" + seats.get(0), "PASSED,79");
        form.put("was-" + seats.get(1), "NOT_PASSED,85");
        form.put("was-" + seats.get(2), ",");
        form.put("was-" + seats.get(3), "PASSED,90");
        form.put("mark-" + seats.get(0), "80%");
        form.put("mark-" + seats.get(1), "70");
        form.put("outcome-" + seats.get(2), "NO_SHOW");
        assessor.post(register, form).statusCode(303);
        // one faulty row holds back all
        assessor.post(closing, Map.of()).statusCode(422).body(containsString("1 row has a fault"));
        assertEquals(0, passed(passes.person, "DSC-203"));
        form.put("was-" + seats.get(0), "PASSED,80");
        form.put("was-" + seats.get(1), "NOT_PASSED,70");
        form.put("was-" + seats.get(2), "NO_SHOW,");
        form.put("outcome-" + seats.get(3), "UNFINISHED");
        form.put("mark-" + seats.get(3), "");
        assessor.post(register, form).statusCode(303);
        assessor.get(closing).body(containsString("Passed, valid until 19 June 2027, 80%"));
        assessor.post(closing, Map.of()).statusCode(303);

        assertEquals(1, passed(passes.person, "DSC-203"));
        assertEquals(0, passed(fails.person, "DSC-203"));
        assertEquals(0, passed(unready.person, "DSC-203"));
        Rows.in(() -> {
            var earned = Qualification.of(Volunteer.byRef(passes.person.ref).orElseThrow()).stream()
                    .filter(q -> q.moduleCode().equals("DSC-203"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(session.day(), earned.earnedOn);
            assertEquals(80, earned.percent);
            assertEquals(assessor.name(), earned.assessor);
        });
        assertTrue(Rows.trail("kent", passes.person.ref).contains("qualification earned"));
        assertTrue(Rows.trail("kent", misses.person.ref).contains("session missed"));
        assertTrue(noticesOf(misses.at).get(0).startsWith("You were not there"));
        assertTrue(noticesOf(fails.at).get(0).startsWith("Not passed"));
        assertTrue(noticesOf(passes.at).get(0).contains("is recorded as passed"));
        // closed is closed
        assessor.post(register, form).statusCode(422);
        assessor.post(closing, Map.of()).statusCode(422).body(containsString("closed"));
        assessor.get(session.path()).body(containsString("its results stand"));
    }

    @Test
    void showBothWhereTwoWriteTheRegister() {
        var session = TestSessions.planned("kent", "DSC-104", 3, 6);
        var seat = TestSessions.taken(session, ready("DSC-104").person).ref;
        var register = TestSessions.begun(session) + "/register";
        var one = As.coordinatorOf("kent");
        var other = As.role(Role.ASSESSOR, "kent");
        one.post(register, Map.of("was-" + seat, ",", "outcome-" + seat, "PASSED"))
                .statusCode(303);
        other.post(register, Map.of("was-" + seat, ",", "outcome-" + seat, "NO_SHOW"))
                .statusCode(409)
                .body(containsString("Somebody was faster"))
                .body(containsString("stored is “Passed”"))
                .body(containsString("name=\"was-" + seat + "\" value=\"PASSED,\""));
        assertEquals(
                SessionOutcome.PASSED, Rows.of(() -> Seat.placed(again(session)).get(0).outcome));
        other.post(register, Map.of("was-" + seat, "PASSED,", "outcome-" + seat, "NO_SHOW"))
                .statusCode(303);
    }

    /** Nobody writes their own result, and nobody closes over it. */
    @Test
    void letNobodyWriteTheirOwnResult() {
        var session = TestSessions.planned("kent", "DSC-104", 3, 6);
        var learns = As.role(Role.ASSESSOR, "kent").and(Role.VOLUNTEER, "kent");
        var person = People.special()
                .inStage(Stage.TRAINING)
                .withAccount(learns.accountId())
                .saved();
        var seat = TestSessions.taken(session, person).ref;
        TestClock.set(TestClock.TODAY.plusDays(4));
        var again = learns.again();
        var register = session.path() + "/register";
        again.get(register).body(containsString("a colleague has to look after it"));
        again.post(register, Map.of("was-" + seat, ",", "outcome-" + seat, "PASSED"))
                .statusCode(303);
        assertNull(Rows.of(() -> Seat.placed(again(session)).get(0).outcome));
        again.post(session.path() + "/closing", Map.of())
                .statusCode(422)
                .body(containsString("a colleague has to close it"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgTaughtSessionsTest extends TaughtSessionsTest {}
