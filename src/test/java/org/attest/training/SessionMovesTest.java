package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session that takes place on another day or elsewhere: who may still come does, and everybody is told. */
@QuarkusTest
class SessionMovesTest {

    private static final String MODULE = "DSC-104";

    private final As kent = As.coordinatorOf("kent");

    private record Learning(As at, Volunteer person) {}

    /** Somebody who has passed what the module needs, valid through the day. */
    private static Learning readyUntil(LocalDate last) {
        var at = As.role(Role.VOLUNTEER, "kent");
        var person = People.special()
                .inStage(Stage.TRAINING)
                .withAccount(at.accountId())
                .saved();
        TestQualifications.passed(person, "DSC-101", last.minusMonths(24));
        return new Learning(at, person);
    }

    private static String place(TaughtSession session) {
        return "/me/sessions/" + session.ref + "/place";
    }

    private static TaughtSession now(TaughtSession session) {
        return Rows.of(() -> TaughtSession.of(Force.bySlug(session.force.slug).orElseThrow(), session.ref)
                .orElseThrow());
    }

    private static List<String> placed(TaughtSession session) {
        return Rows.of(
                () -> Seat.placed(session).stream().map(s -> s.volunteer.ref).toList());
    }

    private static List<String> noticesOf(As who) {
        return Rows.of(() -> Panache.getEntityManager()
                .createQuery("select n.sentence from Notice n where n.account.id = :a order by n.id", String.class)
                .setParameter("a", who.accountId())
                .getResultList());
    }

    private Map<String, Object> to(TaughtSession session, LocalDate day, String place) {
        var form = new HashMap<String, Object>();
        form.put("version", hidden(kent.get(session.path() + "/change").statusCode(200), "version"));
        form.put("day-day", day.getDayOfMonth());
        form.put("day-month", day.getMonthValue());
        form.put("day-year", day.getYear());
        form.put("from", "10am");
        form.put("until", "4pm");
        form.put("place", place);
        form.put("joining", "Ring at the side gate");
        return form;
    }

    private static String hidden(ValidatableResponse page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(page.extract().asString());
        assertTrue(found.find(), name);
        return found.group(1);
    }

    @AfterEach
    void backToToday() {
        TestClock.reset();
    }

    @Test
    void keepsThePlacesOfWhoMayComeOnTheNewDayAndTellsEverybody() {
        var session = TestSessions.planned("kent", MODULE, 5, 1);
        var later = TestClock.TODAY.plusDays(12);
        var expiring = readyUntil(TestClock.TODAY.plusDays(11));
        var lasting = readyUntil(later);
        for (var one : List.of(expiring, lasting))
            one.at.post(place(session), Map.of()).statusCode(303);
        assertEquals(List.of(expiring.person.ref), placed(session));

        var form = to(session, later, "Room 9, headquarters");
        var looked = kent.post(session.path() + "/change", form)
                .statusCode(200)
                .body(containsString("What follows"))
                .body(containsString(expiring.person.fullName))
                .body(containsString("(training rule 2)"))
                .body(not(containsString("/volunteers/" + lasting.person.ref)));
        assertEquals(TestClock.TODAY.plusDays(5), now(session).day(), "nothing is done by looking");
        form.put("losing", hidden(looked, "losing"));
        form.put("confirmed", "yes");
        kent.post(session.path() + "/change", form).statusCode(303);

        assertEquals(later, now(session).day());
        assertEquals("Room 9, headquarters", now(session).place);
        assertEquals(List.of(lasting.person.ref), placed(session), "who waited moved up");
        assertTrue(noticesOf(expiring.at).stream()
                .anyMatch(s -> s.startsWith("The day has changed, and you have no place any more")));
        assertTrue(noticesOf(lasting.at).stream().anyMatch(s -> s.startsWith("Changed, look where and when")));
        assertTrue(Rows.trail("kent", expiring.person.ref).contains("seat given up"));
        lasting.at.get("/me/sessions").body(containsString("Room 9, headquarters"));
    }

    @Test
    void looksAgainWhenSomebodyElseWouldLoseTheirPlaceMeanwhile() {
        var session = TestSessions.planned("kent", MODULE, 5, 3);
        var later = TestClock.TODAY.plusDays(12);
        var form = to(session, later, "Room 9");
        form.put("losing", hidden(kent.post(session.path() + "/change", form).statusCode(200), "losing"));
        form.put("confirmed", "yes");
        var expiring = readyUntil(TestClock.TODAY.plusDays(11));
        expiring.at.post(place(session), Map.of()).statusCode(303);
        kent.post(session.path() + "/change", form)
                .statusCode(200)
                .body(containsString(expiring.person.fullName))
                .body(containsString("loses their place"));
        assertEquals(TestClock.TODAY.plusDays(5), now(session).day());
    }

    @Test
    void showsBothWhenSomebodySavedItMeanwhile() {
        var session = TestSessions.planned("kent", MODULE, 5, 3);
        var mine = to(session, TestClock.TODAY.plusDays(8), "My room");
        var theirs = to(session, TestClock.TODAY.plusDays(9), "Their room");
        theirs.put("losing", "");
        theirs.put("confirmed", "yes");
        kent.post(session.path() + "/change", theirs).statusCode(303);
        kent.post(session.path() + "/change", mine)
                .statusCode(409)
                .body(containsString("Their room"))
                .body(containsString("value=\"My room\""));
        assertEquals("Their room", now(session).place);
    }

    @Test
    void refusesWhatIsWrongAndWhatHasBegun() {
        var session = TestSessions.planned("kent", MODULE, 5, 3);
        var address = session.path() + "/change";
        As.role(Role.TUTOR, "kent").get(address).statusCode(403);
        As.coordinatorOf("gwent").get(address).statusCode(404);
        var past = to(session, TestClock.TODAY.minusDays(1), "Room 9");
        kent.post(address, past).statusCode(422).body(containsString("There is a problem"));
        var nowhere = to(session, TestClock.TODAY.plusDays(8), "");
        nowhere.put("from", "soon");
        kent.post(address, nowhere)
                .statusCode(422)
                .body(containsString("value=\"soon\""))
                .body(containsString("There is a problem"));
        kent.post(address, Map.of("version", "0")).statusCode(422);
        var valid = to(session, TestClock.TODAY.plusDays(8), "Room 9");
        valid.put("confirmed", "yes");
        valid.put("losing", "");
        TestSessions.begun(session);
        kent.post(address, valid).statusCode(422);
        kent.get(address).body(containsString("The session has begun"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgSessionMovesTest extends SessionMovesTest {}
