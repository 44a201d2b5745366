package org.attest.recruitment.request;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Everywhere;
import org.attest.notice.RemindersOfTheDay;
import org.attest.security.Role;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.KeyChange;
import org.attest.volunteer.KeyField;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.People;
import org.attest.volunteer.RequestedItem;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everything that is missing is asked for once; answers go where they belong, and the clock stands still meanwhile. */
@QuarkusTest
class AskingForWhatIsMissingTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    @Inject
    RemindersOfTheDay reminders;

    @Inject
    RequestTasks tasks;

    private final As kent = As.coordinatorOf("kent");
    private final As own = As.role(Role.APPLICANT, "kent");

    @AfterEach
    void backToToday() {
        TestClock.reset();
    }

    private Volunteer applicant() {
        return People.special()
                .inStage(Stage.APPLIED)
                .born(null)
                .withAccount(own.accountId())
                .saved();
    }

    private static <T> T of(Callable<T> look) {
        return QuarkusTransaction.requiringNew().call(() -> Everywhere.call(look));
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private static Map<String, Object> due(LocalDate day, String... items) {
        var form = new HashMap<String, Object>();
        form.put("dueOn-day", day.getDayOfMonth());
        form.put("dueOn-month", day.getMonthValue());
        form.put("dueOn-year", day.getYear());
        form.put("item", new ArrayList<>(List.of(items)));
        return form;
    }

    private String asked(Volunteer person, Map<String, Object> form) {
        var to = kent.post("/volunteers/" + person.ref + "/requests/new", form)
                .statusCode(303)
                .extract()
                .header("Location");
        return to.substring(to.lastIndexOf('/') + 1);
    }

    private static List<String> noticesOf(As who) {
        return of(() -> Panache.getEntityManager()
                .createQuery("select n.sentence from Notice n where n.account.id = :a order by n.id", String.class)
                .setParameter("a", who.accountId())
                .getResultList());
    }

    @Test
    void whatIsMissingIsOfferedAndTicked() {
        var person = applicant();
        kent.get("/volunteers/" + person.ref + "/requests/new")
                .body(containsString("value=\"BIRTH_DATE\" checked"))
                .body(containsString("value=\"OCCUPATION\" checked"))
                .body(containsString("told in Attest"))
                .body(not(containsString("value=\"GOOD_CONDUCT\"")));
        var known = People.special()
                .eligible()
                .withPhone("01622 555 0101")
                .withEmergencyContact("Sam", "01622 555 0102")
                .withEmail(null)
                .saved();
        kent.get("/volunteers/" + known.ref + "/requests/new")
                .body(containsString("Nothing is missing in the record itself"))
                .body(containsString("no account and no address"));
    }

    @Test
    void refusesWhatIsNoRequest() {
        var person = applicant();
        var path = "/volunteers/" + person.ref + "/requests/new";
        kent.post(path, due(TODAY.plusDays(5)))
                .statusCode(422)
                .body(containsString("Choose at least one thing to ask for"));
        kent.post(path, due(TODAY, "PHONE")).statusCode(422).body(containsString("The due day must be after today"));
        asked(person, due(TODAY.plusDays(5), "PHONE"));
        kent.post(path, due(TODAY.plusDays(5), "PHONE"))
                .statusCode(422)
                .body(containsString("has an open request already"));
    }

    @Test
    void answersGoWhereTheyBelongAndTheRequestClosesItself() {
        var person = applicant();
        var form = due(
                TODAY.plusDays(10),
                "PHONE",
                "EMERGENCY_CONTACT",
                "BIRTH_DATE",
                "RIGHT_TO_REMAIN",
                "RESIDENT_SINCE",
                "LONG_ABROAD",
                "OCCUPATION");
        form.put("other-1", "Which evenings suit you");
        var ref = asked(person, form);
        assertEquals(1, of(() -> tasks.tasks(again(person), TODAY)).size());
        assertNotNull(of(() -> again(person).pausedSince), "the clock stands still");
        assertEquals(1, noticesOf(own).size());

        var path = "/me/requests/" + ref;
        own.get(path).statusCode(200).body(containsString("Which evenings suit you"));
        own.post(path, Map.of()).statusCode(422).body(containsString("Answer at least one question"));
        own.post(path, Map.of("phone", "none")).statusCode(422).body(containsString("with its digits"));
        own.post(path, Map.of("emergencyName", "Sam"))
                .statusCode(422)
                .body(containsString("Enter both the name and the telephone number"));
        assertNull(of(() -> again(person).phone));

        // some of it now
        own.post(
                        path,
                        Map.of(
                                "phone",
                                "01622 555 0101",
                                "occupation",
                                "Magistrate",
                                "rightToRemain",
                                "INDEFINITE_LEAVE"))
                .statusCode(303);
        of(() -> {
            assertEquals("01622 555 0101", again(person).phone);
            var found = Eligibility.newest(again(person)).orElseThrow();
            assertEquals(RightToRemain.INDEFINITE_LEAVE, found.rightToRemain);
            assertEquals("Magistrate", found.occupation);
            assertEquals(OccupationFinding.BARRED, found.occupationFinding);
            assertTrue(InformationRequest.byRef(ref).orElseThrow().isOpen());
            return null;
        });
        own.get(path).body(containsString("What you have sent")).body(not(containsString("name=\"phone\"")));

        // the rest later
        own.post(
                        path,
                        Map.ofEntries(
                                Map.entry("emergencyName", "Sam Ash"),
                                Map.entry("emergencyPhone", "01622 555 0109"),
                                Map.entry("birthDate-day", "4"),
                                Map.entry("birthDate-month", "June"),
                                Map.entry("birthDate-year", "1991"),
                                Map.entry("residentSince-day", "1"),
                                Map.entry("residentSince-month", "1"),
                                Map.entry("residentSince-year", "2001"),
                                Map.entry("longAbroad", "no"),
                                Map.entry("answer-8", "Tuesdays")))
                .statusCode(303);
        of(() -> {
            var request = InformationRequest.byRef(ref).orElseThrow();
            assertFalse(request.isOpen());
            assertEquals(InformationRequest.Ending.ANSWERED, request.ending);
            assertEquals("Sam Ash", again(person).emergencyName);
            assertNull(again(person).birthDate, "the coordinator approves it first");
            var change = KeyChange.of(again(person)).get(0);
            assertEquals(KeyField.BIRTH_DATE, change.field);
            assertEquals("1991-06-04", change.wanted);
            assertEquals("Tuesdays", RequestedItem.of(request).get(7).answer);
            assertNull(again(person).pausedSince, "the clock runs again");
            return null;
        });
        assertEquals(List.of(), of(() -> tasks.tasks(again(person), TODAY)));
        assertTrue(noticesOf(kent).stream().anyMatch(s -> s.contains("has sent everything")));
        own.post(path, Map.of("phone", "1")).statusCode(422);
    }

    @Test
    void theDaysOfTheRequestDoNotCount() {
        var person = applicant();
        var clockFrom = of(() -> again(person).clockFrom);
        var ref = asked(person, due(TODAY.plusDays(10), "PHONE"));
        TestClock.set(TODAY.plusDays(4));
        var later = As.coordinatorOf("kent");
        later.post("/volunteers/" + person.ref + "/requests/" + ref + "/answers", Map.of("phone", "01622 555 0101"))
                .statusCode(303);
        assertEquals(clockFrom.plusDays(4), of(() -> again(person).clockFrom));
    }

    @Test
    void theCoordinatorWithdrawsItAndTheClockRuns() {
        var person = applicant();
        var ref = asked(person, due(TODAY.plusDays(10), "PHONE"));
        var path = "/volunteers/" + person.ref + "/requests/" + ref;
        kent.post(path + "/withdrawal", Map.of()).statusCode(303);
        kent.post(path + "/withdrawal", Map.of()).statusCode(422);
        kent.get(path).body(containsString("Withdrawn by"));
        assertNull(of(() -> again(person).pausedSince));
        own.get("/me/requests/" + ref).body(containsString("Nothing is missing any more"));
    }

    @Test
    void manyAreAskedAtOnceEachForWhatTheyLack() {
        var cohort = "Asked " + org.attest.force.Reference.random();
        var lacking = People.special()
                .inCohort(cohort)
                .eligible()
                .withAccount(own.accountId())
                .saved();
        var whole = People.special()
                .inCohort(cohort)
                .eligible()
                .withPhone("01622 555 0101")
                .withEmergencyContact("Sam", "01622 555 0102")
                .saved();
        var form = due(TODAY.plusDays(10));
        form.put("group", "cohort-" + lacking.cohort.ref);
        var path = "/forces/kent/information-requests";
        kent.post(path + "/preview", form)
                .statusCode(200)
                .body(containsString("1 of 2 people would be asked"))
                .body(containsString("Would be asked for: Your telephone number; Whom to call in an emergency"))
                .body(containsString("Nothing is missing in the record"));
        assertTrue(of(() -> InformationRequest.openFor(again(lacking))).isEmpty());
        kent.post(path, form).statusCode(200).body(containsString("1 person asked"));
        kent.post(path, form).statusCode(200).body(containsString("Has an open request already"));
        assertEquals(
                2,
                of(() -> RequestedItem.of(
                                InformationRequest.openFor(again(lacking)).orElseThrow()))
                        .size());
        assertTrue(of(() -> InformationRequest.openFor(again(whole))).isEmpty());
        assertEquals(1, noticesOf(own).size());
        kent.get(path).body(containsString(lacking.fullName));
        form.put(
                "group",
                "cohort-" + People.special().in("gwent").inCohort(cohort).saved().cohort.ref);
        kent.post(path, form).statusCode(422).body(containsString("Choose a stage or a cohort of the list"));
    }

    @Test
    void isForNobodyElse() {
        var person = applicant();
        var ref = asked(person, due(TODAY.plusDays(10), "PHONE"));
        var other = As.role(Role.APPLICANT, "kent");
        People.special().withAccount(other.accountId()).saved();
        other.get("/me/requests/" + ref).statusCode(404);
        other.post("/me/requests/" + ref, Map.of("phone", "1")).statusCode(404);
        As.coordinatorOf("gwent")
                .get("/volunteers/" + person.ref + "/requests/" + ref)
                .statusCode(404);
        var somebody = People.special().saved();
        kent.get("/volunteers/" + somebody.ref + "/requests/" + ref).statusCode(404);
    }

    @Test
    void isRemindedOnceBeforeTheDueDayAndThePagesSaySo() {
        var person = applicant();
        var ref = asked(person, due(TODAY.plusDays(10), "PHONE"));
        reminders.take("kent");
        assertEquals(1, noticesOf(own).size());
        TestClock.set(TODAY.plusDays(7));
        reminders.take("kent");
        reminders.take("kent");
        assertEquals(
                "Something is still missing: your answer is due on 26 June 2026",
                noticesOf(own).get(1));
        assertEquals(2, noticesOf(own).size());
        TestClock.reset();
        kent.get("/volunteers/" + person.ref + "/requests/" + ref).body(containsString("Reminded on 23 June 2026"));
        kent.get("/forces/kent/information-requests").body(containsString("reminded on 23 June 2026"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgAskingForWhatIsMissingTest extends AskingForWhatIsMissingTest {}
