package org.attest.recruitment.meeting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Everywhere;
import org.attest.force.Reference;
import org.attest.notice.RemindersOfTheDay;
import org.attest.security.Role;
import org.attest.volunteer.OwnTask;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Interviews and the like: opened, booked by the people themselves, and what came of them. */
@QuarkusTest
class MeetingsTest {

    @Inject
    MeetingTasks tasks;

    @Inject
    RemindersOfTheDay reminders;

    @Inject
    StageCriteria criteria;

    @Inject
    MeetingsOfMerged merged;

    @Inject
    org.hibernate.SessionFactory sessions;

    private record Applicant(As at, Volunteer person) {}

    private static Applicant applicant() {
        return applicant("kent");
    }

    private static Applicant applicant(String slug) {
        var at = As.role(Role.APPLICANT, slug);
        return new Applicant(
                at,
                People.special()
                        .in(slug)
                        .inStage(Stage.INTERVIEW)
                        .withAccount(at.accountId())
                        .saved());
    }

    private static <T> T of(Callable<T> look) {
        return QuarkusTransaction.requiringNew().call(() -> Everywhere.call(look));
    }

    private static long booked(Slot slot) {
        return of(() -> Slot.booked(List.of(Slot.byRef(slot.ref).orElseThrow())).getOrDefault(slot.id, 0L));
    }

    private static List<String> noticesOf(As who) {
        return of(() -> Panache.getEntityManager()
                .createQuery("select n.sentence from Notice n where n.account.id = :a order by n.id", String.class)
                .setParameter("a", who.accountId())
                .getResultList());
    }

    private static Map<String, Object> slotForm() {
        var day = TestClock.TODAY.plusDays(9);
        var form = new HashMap<String, Object>();
        form.put("kind", "INTERVIEW");
        form.put("day-day", day.getDayOfMonth());
        form.put("day-month", day.getMonthValue());
        form.put("day-year", day.getYear());
        form.put("at", "2pm");
        form.put("minutes", 45);
        form.put("places", 2);
        form.put("place", "Gravesend " + Reference.random());
        form.put("bring", "A passport");
        form.put("count", 3);
        form.put("pause", 15);
        return form;
    }

    private static Map<String, Object> choosing(Slot slot) {
        return Map.of("kind", slot.kind.name(), "slot", slot.ref);
    }

    @AfterEach
    void backToToday() {
        TestClock.reset();
    }

    @Test
    void aCoordinatorOpensARunOfTimes() {
        var kent = As.coordinatorOf("kent");
        var form = slotForm();
        kent.post("/forces/kent/meetings/new", form).statusCode(303);
        kent.get("/forces/kent/meetings")
                .body(containsString((String) form.get("place")))
                .body(containsString("at 2:00pm"))
                .body(containsString("at 3:00pm"))
                .body(containsString("at 4:00pm"));
        for (var wrong : List.of(
                Map.entry("at", "when it suits"),
                Map.entry("minutes", "1"),
                Map.entry("places", "0"),
                Map.entry("place", ""),
                Map.entry("count", "99"),
                Map.entry("kind", "PARTY"),
                Map.entry("day-year", "2020"))) {
            var bad = slotForm();
            bad.put(wrong.getKey(), wrong.getValue());
            kent.post("/forces/kent/meetings/new", bad).statusCode(422).body(containsString("There is a problem"));
        }
    }

    @Test
    void somebodyInvitedBooksChangesAndCancelsByThemselves() {
        var applicant = applicant();
        var early = TestMeetings.open("kent", MeetingKind.INTERVIEW, 3, 1);
        var late = TestMeetings.open("kent", MeetingKind.INTERVIEW, 3, 1);
        var own = applicant.at;
        // not invited
        own.post("/me/meetings/bookings", choosing(early)).statusCode(422);
        TestMeetings.invite(applicant.person, MeetingKind.INTERVIEW);
        assertEquals(
                List.of("Book your interview"),
                of(() -> tasks.tasks(applicant.person, TestClock.TODAY)).stream()
                        .map(OwnTask::what)
                        .toList());
        own.get("/me/meetings").body(containsString("Book your interview")).body(containsString(early.ref));
        own.post("/me/meetings/bookings", choosing(early)).statusCode(303);
        assertEquals(List.of(), of(() -> tasks.tasks(applicant.person, TestClock.TODAY)));
        // one time for one thing
        own.post("/me/meetings/bookings", choosing(late))
                .statusCode(422)
                .body(containsString("has a time for this already"));
        var booking = of(() -> Booking.ahead(
                        Volunteer.byRef(applicant.person.ref).orElseThrow(),
                        TestClock.TODAY
                                .atStartOfDay(org.attest.web.ClockOfAttest.LONDON)
                                .toInstant())
                .get(0));
        own.post("/me/meetings/" + booking.ref + "/change", Map.of("slot", late.ref))
                .statusCode(303);
        assertEquals(0, booked(early));
        assertEquals(1, booked(late));
        var changed = of(() -> Booking.in(Slot.byRef(late.ref).orElseThrow()).get(0));
        // nobody else can
        var other = applicant();
        for (var path : List.of("/change", "/cancelling"))
            other.at
                    .post("/me/meetings/" + changed.ref + path, Map.of("slot", early.ref))
                    .statusCode(404);
        other.at.get("/me/meetings/" + changed.ref + "/calendar.ics").statusCode(404);
        own.post("/me/meetings/" + changed.ref + "/cancelling", Map.of()).statusCode(303);
        assertEquals(0, booked(late));
        assertEquals(1, of(() -> tasks.tasks(applicant.person, TestClock.TODAY)).size());
    }

    @Test
    void untilTheNoticePeriodOnly() {
        var applicant = applicant();
        TestMeetings.invite(applicant.person, MeetingKind.INTERVIEW);
        var slot = TestMeetings.open("kent", MeetingKind.INTERVIEW, 1, 3);
        var booking = TestMeetings.booked(applicant.person, slot);
        applicant
                .at
                .get("/me/meetings")
                .body(containsString("It begins in less than 48 hours"))
                .body(not(containsString("Cancel it")));
        applicant
                .at
                .post("/me/meetings/" + booking.ref + "/cancelling", Map.of())
                .statusCode(422)
                .body(containsString("tell your coordinator"));
        assertEquals(1, booked(slot));
        As.coordinatorOf("kent")
                .post("/volunteers/" + applicant.person.ref + "/meetings/" + booking.ref + "/cancelling", Map.of())
                .statusCode(303);
        assertEquals(0, booked(slot));
        assertTrue(noticesOf(applicant.at).stream().anyMatch(s -> s.contains("does not take place")));
    }

    @Test
    void ofManyWhoWantTheLastPlaceOneHasIt() throws Exception {
        var slot = TestMeetings.open("kent", 1);
        var many = IntStream.range(0, 8).mapToObj(i -> applicant()).toList();
        many.forEach(a -> TestMeetings.invite(a.person, MeetingKind.INTERVIEW));
        many.forEach(a -> a.at.withToken());
        var pool = Executors.newFixedThreadPool(many.size());
        var start = new CyclicBarrier(many.size());
        var answers = new ArrayList<Integer>();
        try {
            var running = many.stream()
                    .map(a -> pool.submit(() -> {
                        start.await();
                        return a.at.post("/me/meetings/bookings", choosing(slot))
                                .extract()
                                .statusCode();
                    }))
                    .toList();
            for (var one : running) answers.add(one.get());
        } finally {
            pool.shutdown();
        }
        assertEquals(1, Collections.frequency(answers, 303), answers.toString());
        assertEquals(7, Collections.frequency(answers, 422), answers.toString());
        assertEquals(1, booked(slot));
    }

    @Test
    void theCalendarFileSaysNotWhatFor() throws Exception {
        var applicant = applicant();
        var slot = TestMeetings.open("kent", MeetingKind.MEDICAL, 7, 3);
        var booking = TestMeetings.booked(applicant.person, slot);
        var file = applicant
                .at
                .get("/me/meetings/" + booking.ref + "/calendar.ics")
                .statusCode(200)
                .contentType("text/calendar")
                .extract()
                .asString();
        assertFalse(file.toLowerCase().contains("medical"), file);
        assertFalse(file.contains("passport"), file);
        var event = Biweekly.parse(file).first().getEvents().get(0);
        assertEquals("Appointment with Kent Police", event.getSummary().getValue());
        assertEquals("Maidstone police station", event.getLocation().getValue());
        assertEquals(slot.startsAt, event.getDateStart().getValue().toInstant());
    }

    @Test
    void ofTwoDesksThatRecordAResultTheSecondSeesBoth() {
        var slot = TestMeetings.open("kent", MeetingKind.INTERVIEW, 1, 3);
        var first = TestMeetings.booked(applicant().person, slot).ref;
        var second = TestMeetings.booked(applicant().person, slot).ref;
        var path = "/meetings/" + slot.ref + "/results";
        TestClock.set(TestClock.TODAY.plusDays(2));
        var one = As.coordinatorOf("kent");
        var other = As.coordinatorOf("kent");
        one.post(path, Map.of("was-" + first, "", "result-" + first, "PASSED")).statusCode(303);
        // the other looked before; nothing of theirs is recorded, not even for whom nobody was faster
        other.post(
                        path,
                        Map.of(
                                "was-" + first, "",
                                "result-" + first, "NOT_PASSED",
                                "was-" + second, "",
                                "result-" + second, "PASSED"))
                .statusCode(409)
                .body(containsString("Somebody was faster"))
                .body(containsString(one.name() + " recorded “Passed”"))
                .body(containsString("you chose “Not passed”"))
                .body(containsString("name=\"was-" + first + "\" value=\"PASSED\""));
        other.get("/meetings/" + slot.ref).body(containsString("Passed")).body(not(containsString("Not passed")));
        // the same result is no clash, and what was left as the form showed it overwrites nothing
        other.post(path, Map.of("was-" + first, "", "result-" + first, "PASSED", "result-" + second, "PASSED"))
                .statusCode(303);
        one.post(path, Map.of("was-" + second, "PASSED", "result-" + second, "NOT_PASSED"))
                .statusCode(303);
        other.post(
                        path,
                        Map.of(
                                "was-" + second, "PASSED",
                                "result-" + second, "PASSED",
                                "was-" + first, "PASSED",
                                "result-" + first, "NOT_PASSED"))
                .statusCode(303);
        other.get("/meetings/" + slot.ref).body(not(containsString("data-label=\"Result\">Passed")));
    }

    @Test
    void resultsAreRecordedForEachInOneFormAndMayDiffer() {
        var slot = TestMeetings.open("kent", MeetingKind.INTERVIEW, 1, 3);
        var passed = applicant();
        var missed = applicant();
        var open = applicant();
        var bookings = List.of(passed, missed, open).stream()
                .map(a -> TestMeetings.booked(a.person, slot).ref)
                .toList();
        TestMeetings.invite(passed.person, MeetingKind.INTERVIEW);
        TestMeetings.invite(missed.person, MeetingKind.INTERVIEW);
        var kent = As.coordinatorOf("kent");
        var path = "/meetings/" + slot.ref + "/results";
        kent.post(path, Map.of("result-" + bookings.get(0), "PASSED"))
                .statusCode(422)
                .body(containsString("It has not begun yet"));
        TestClock.set(TestClock.TODAY.plusDays(2));
        var later = As.coordinatorOf("kent");
        later.get("/forces/kent/meetings").body(containsString(path));
        later.post(path, Map.of()).statusCode(422).body(containsString("Choose a result for at least one person"));
        later.post(path, Map.of("result-" + bookings.get(0), "ATTENDED"))
                .statusCode(422)
                .body(containsString("Choose a result of the list"));
        // one result that is none holds back all of them
        later.post(path, Map.of("result-" + bookings.get(0), "PASSED", "result-" + bookings.get(1), "SPLENDID"))
                .statusCode(422)
                .body(containsString("Choose a result of the list"));
        for (var booking : bookings)
            assertEquals(null, of(() -> Booking.byRef(booking).orElseThrow().outcome));
        later.post(path, Map.of("result-" + bookings.get(0), "PASSED", "result-" + bookings.get(1), "NOT_ATTENDED"))
                .statusCode(303);
        of(() -> {
            assertEquals(MeetingOutcome.PASSED, Booking.byRef(bookings.get(0)).orElseThrow().outcome);
            assertEquals(
                    MeetingOutcome.NOT_ATTENDED, Booking.byRef(bookings.get(1)).orElseThrow().outcome);
            assertEquals(null, Booking.byRef(bookings.get(2)).orElseThrow().outcome);
            return null;
        });
        // who was there has nothing left to book; who was not is still invited
        assertEquals(List.of(), of(() -> tasks.tasks(passed.person, TestClock.TODAY)));
        assertEquals(1, of(() -> tasks.tasks(missed.person, TestClock.TODAY)).size());
        // a correction is a row more
        later.post(path, Map.of("was-" + bookings.get(0), "PASSED", "result-" + bookings.get(0), "NOT_PASSED"))
                .statusCode(303);
        assertEquals(
                2L,
                of(() -> RecordedOutcome.count("booking.ref", bookings.get(0))).longValue());
    }

    @Test
    void aStageAsksForAMeetingOnlyWhereTheForceSaysSo() {
        var person = People.special().in("gwent").inStage(Stage.INTERVIEW).saved();
        assertEquals(
                0,
                truths(person).stream().filter(t -> t.startsWith("Interview")).count());
        var gwent = As.coordinatorOf("gwent");
        var form = new HashMap<String, Object>();
        for (var kind : MeetingKind.values()) form.put("notice-" + kind, "48");
        form.put("before-INTERVIEW", "VETTING");
        form.put("notice-MEDICAL", "lots");
        gwent.post("/forces/gwent/meeting-rules", form).statusCode(422);
        form.put("notice-MEDICAL", "72");
        gwent.post("/forces/gwent/meeting-rules", form).statusCode(303);
        try {
            assertEquals(
                    1,
                    truths(person).stream()
                            .filter(t -> t.startsWith("Interview"))
                            .count());
            gwent.get("/volunteers/" + person.ref + "/stage")
                    .body(containsString("No result of the interview is recorded yet"));
            var elsewhere = People.special().inStage(Stage.INTERVIEW).saved();
            assertEquals(
                    0,
                    truths(elsewhere).stream()
                            .filter(t -> t.startsWith("Interview"))
                            .count());
        } finally {
            form.put("before-INTERVIEW", "");
            gwent.post("/forces/gwent/meeting-rules", form).statusCode(303);
        }
    }

    private List<String> truths(Volunteer person) {
        return of(() -> criteria.of(Volunteer.byRef(person.ref).orElseThrow(), Stage.VETTING, TestClock.TODAY).stream()
                .map(c -> c.truth())
                .toList());
    }

    @Test
    void everybodyOfACohortIsInvitedOnceAndToldInTheirWay() {
        var cohort = "Invited " + Reference.random();
        var at = As.role(Role.APPLICANT, "kent");
        var signedIn =
                People.special().inCohort(cohort).withAccount(at.accountId()).saved();
        var silent = People.special().inCohort(cohort).withEmail(null).saved();
        var kent = As.coordinatorOf("kent");
        var form = Map.of("kind", "FITNESS_TEST", "group", "cohort-" + signedIn.cohort.ref);
        kent.post("/forces/kent/meeting-invitations/preview", form)
                .statusCode(200)
                .body(containsString("Would be invited, told in Attest"))
                .body(containsString("has no account and no address"));
        assertEquals(List.of(), noticesOf(at));
        kent.post("/forces/kent/meeting-invitations", form)
                .statusCode(200)
                .body(containsString("2 people invited"))
                .body(containsString(silent.fullName));
        kent.post("/forces/kent/meeting-invitations", form).statusCode(200).body(containsString("Is invited already"));
        assertEquals(1, noticesOf(at).size());
        var foreign = Map.of(
                "kind",
                "FITNESS_TEST",
                "group",
                "cohort-" + People.special().in("gwent").inCohort(cohort).saved().cohort.ref);
        kent.post("/forces/kent/meeting-invitations", foreign).statusCode(422);
    }

    @Test
    void everybodyBookedIsTold() {
        var applicant = applicant();
        var slot = TestMeetings.open("kent", 2);
        var kent = As.coordinatorOf("kent");
        kent.post("/volunteers/" + applicant.person.ref + "/meetings", Map.of("slot", slot.ref))
                .statusCode(303);
        assertTrue(noticesOf(applicant.at).get(0).startsWith("Your interview is on"));
        kent.post("/meetings/" + slot.ref + "/calling-off", Map.of()).statusCode(422);
        kent.post("/meetings/" + slot.ref + "/calling-off", Map.of("sure", "yes"))
                .statusCode(303);
        assertTrue(noticesOf(applicant.at).get(1).contains("does not take place"));
        assertEquals(0, booked(slot));
        kent.post("/volunteers/" + applicant.person.ref + "/meetings", Map.of("slot", slot.ref))
                .statusCode(422)
                .body(containsString("called off"));
        kent.post(
                        "/volunteers/" + applicant.person.ref + "/meetings",
                        Map.of("slot", TestMeetings.open("gwent", 2).ref))
                .statusCode(422);
    }

    @Test
    void theListTakesAsManyStatementsForManyTimesAsForFew() {
        var norfolk = As.coordinatorOf("norfolk");
        TestMeetings.booked(
                People.special().in("norfolk").saved(), TestMeetings.open("norfolk", MeetingKind.INTERVIEW, 3, 2));
        long few = statements(norfolk, "/forces/norfolk/meetings");
        for (int i = 0; i < 60; i++) TestMeetings.open("norfolk", MeetingKind.INTERVIEW, 3 + i, 2);
        assertEquals(few, statements(norfolk, "/forces/norfolk/meetings"));
    }

    private long statements(As who, String path) {
        who.get(path).statusCode(200);
        var statistics = sessions.getStatistics();
        statistics.clear();
        who.get(path).statusCode(200);
        return statistics.getPrepareStatementCount();
    }

    @Test
    void recordsOfOnePersonBecomeOneWithOneBookingAndOneInvitation() {
        var kept = People.special().saved();
        var gone = People.special().saved();
        for (var one : List.of(kept, gone)) TestMeetings.invite(one, MeetingKind.FITNESS_TEST);
        var booking = TestMeetings.booked(kept);
        TestMeetings.booked(gone);
        assertTrue(of(() -> merged.refusal(again(kept), again(gone)))
                .orElseThrow()
                .sentence()
                .contains("Both records are booked (interview)"));
        of(() -> Booking.byRef(booking.ref)
                .orElseThrow()
                .cancel(People.SOMEBODY, java.time.Clock.fixed(booking.bookedAt, org.attest.web.ClockOfAttest.LONDON)));
        assertTrue(of(() -> merged.refusal(again(kept), again(gone))).isEmpty());
        of(() -> {
            merged.settle(again(kept), again(gone));
            return null;
        });
        assertEquals(1, of(() -> MeetingInvitation.standing(again(kept))).size());
        assertEquals(0, of(() -> MeetingInvitation.standing(again(gone))).size());
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    @Test
    void everybodyIsRemindedOnce() {
        var applicant = applicant();
        TestMeetings.booked(applicant.person, TestMeetings.open("kent", MeetingKind.INTERVIEW, 4, 2));
        reminders.take("kent");
        assertEquals(0, noticesOf(applicant.at).size());
        TestClock.set(TestClock.TODAY.plusDays(2));
        reminders.take("kent");
        reminders.take("kent");
        assertEquals(
                List.of("Your interview at 10:30am, Maidstone police station, is on 20 June 2026"),
                noticesOf(applicant.at));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgMeetingsTest extends MeetingsTest {}
