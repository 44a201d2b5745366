package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;

/** Training rule 3: a third fail goes to the coordinator, who says from when somebody may try again, or that they do not. */
@QuarkusTest
class ThirdFailTest {

    private static final LocalDate TODAY = TestClock.TODAY;
    private static final String FORCE = "west-yorkshire";

    private record Failing(As at, Volunteer person) {
        String path() {
            return "/volunteers/" + person.ref + "/training";
        }

        String decision() {
            return path() + "/modules/DSC-203/third-fail";
        }
    }

    /** Somebody who did not pass DSC-203 in sessions 60, 40 and 20 days ago. */
    private static Failing failing() {
        var at = As.role(Role.VOLUNTEER, FORCE);
        var person = People.special()
                .in(FORCE)
                .inStage(Stage.TRAINING)
                .withAccount(at.accountId())
                .saved();
        TestQualifications.passedAllBefore(person, "DSC-203", TODAY.minusDays(90));
        for (int daysAgo : List.of(60, 40, 20)) {
            var session = TestSessions.planned(FORCE, "DSC-203", -daysAgo, 3);
            TestSessions.taken(session, person);
            Rows.in(() -> {
                var found = TaughtSession.of(Force.bySlug(FORCE).orElseThrow(), session.ref)
                        .orElseThrow();
                Seat.placed(found).get(0).outcome = SessionOutcome.NOT_PASSED;
                found.closedAt = found.endsAt;
            });
        }
        return new Failing(at, person);
    }

    private static Map<String, Object> decision(String how, LocalDate from, String reason) {
        var form = new HashMap<String, Object>();
        form.put("decision", how);
        if (from != null) {
            form.put("from-day", from.getDayOfMonth());
            form.put("from-month", from.getMonthValue());
            form.put("from-year", from.getYear());
        }
        form.put("reason", reason);
        return form;
    }

    private static String place(int daysAhead) {
        return "/me/sessions/" + TestSessions.planned(FORCE, "DSC-203", daysAhead, 3).ref + "/place";
    }

    private static List<String> noticesOf(As who) {
        return Rows.of(() -> Panache.getEntityManager()
                .createQuery("select n.sentence from Notice n where n.account.id = :a order by n.id", String.class)
                .setParameter("a", who.accountId())
                .getResultList());
    }

    @Test
    void isDecidedByTheCoordinatorAlone() {
        var failing = failing();
        As.stranger().get(failing.decision()).statusCode(303);
        for (var role : List.of(Role.ASSESSOR, Role.TUTOR, Role.SUPERVISOR, Role.VOLUNTEER)) {
            As.role(role, FORCE).get(failing.decision()).statusCode(403);
            As.role(role, FORCE).post(failing.decision(), Map.of()).statusCode(403);
        }
        As.coordinatorOf("gwent").get(failing.decision()).statusCode(404);
        As.coordinatorOf(FORCE)
                .get(failing.path() + "/modules/DSC-999/third-fail")
                .statusCode(404);
        As.role(Role.ASSESSOR, FORCE)
                .get(failing.path())
                .body(containsString("With the coordinator"))
                .body(not(containsString("third-fail")));
        var own = As.coordinatorOf(FORCE).and(Role.VOLUNTEER, FORCE);
        var person = People.special()
                .in(FORCE)
                .inStage(Stage.TRAINING)
                .withAccount(own.accountId())
                .saved();
        own.get("/volunteers/" + person.ref + "/training/modules/DSC-203/third-fail")
                .statusCode(422);
    }

    @Test
    void waitsAmongTheCoordinatorsWorkAndNoPlaceIsTakenUntilThen() {
        var failing = failing();
        var coordinator = As.coordinatorOf(FORCE);
        coordinator
                .get("/")
                .body(containsString("DSC-203 of " + failing.person.fullName))
                .body(containsString(failing.decision()));
        As.role(Role.ASSESSOR, FORCE).get("/").body(not(containsString("third-fail")));
        failing.at
                .post(place(5), Map.of())
                .statusCode(422)
                .body(containsString("the coordinator decides how it goes on"));
        coordinator.get(failing.path()).body(containsString("href=\"" + failing.decision() + "\""));
        var page = coordinator.get(failing.decision()).statusCode(200).extract().asString();
        ValidHtml.assertValid(page);
        assertTrue(page.contains("Failed 3 times"), page);
        assertTrue(page.contains("27 May 2026, in a session"), page);
        assertTrue(page.contains("17 June 2026 at the earliest"), page);
    }

    @Test
    void letsThemTryAgainFromADay() {
        var failing = failing();
        var coordinator = As.coordinatorOf(FORCE);
        coordinator
                .post(failing.decision(), Map.of())
                .statusCode(422)
                .body(containsString("Choose how it goes on"))
                .body(containsString("Enter why"));
        coordinator
                .post(failing.decision(), decision("again", null, "Talked it over"))
                .statusCode(422);
        coordinator
                .post(failing.decision(), decision("again", TODAY, "Talked it over"))
                .statusCode(422)
                .body(containsString("The next attempt can begin on 17 June 2026 at the earliest (training rule 3)"))
                .body(containsString("Talked it over"));
        coordinator
                .post(failing.decision(), decision("again", TODAY.plusDays(10), "Reads it with a tutor first"))
                .statusCode(303);
        assertEquals(
                List.of("DSC-203 Privacy, surveillance and covert-source law: where the line is: you may try again from"
                        + " 26 June 2026"),
                noticesOf(failing.at));
        assertTrue(Rows.trail(FORCE, failing.person.ref).contains("third fail decided"));
        coordinator
                .get(failing.path())
                .body(containsString("Reads it with a tutor first"))
                .body(containsString("The next attempt can begin on 26 June 2026"))
                .body(not(containsString("Decide how it goes on")));
        coordinator.get("/").body(not(containsString(failing.decision())));
        failing.at.post(place(5), Map.of()).statusCode(422).body(containsString("as the coordinator decided"));
        failing.at.post(place(10), Map.of()).statusCode(303);
        coordinator
                .post(failing.decision(), decision("stop", null, "Once more"))
                .statusCode(422)
                .body(containsString("There is nothing to decide"));
        coordinator.get(failing.decision()).body(containsString("There is nothing to decide"));
    }

    @Test
    void endsItUntilItIsDecidedOtherwise() {
        var failing = failing();
        var coordinator = As.coordinatorOf(FORCE);
        coordinator
                .post(failing.decision(), decision("stop", null, "Other work suits better"))
                .statusCode(303);
        assertTrue(noticesOf(failing.at).get(0).contains("it was decided that you do not try again"));
        coordinator.get("/").body(not(containsString(failing.decision())));
        failing.at
                .post(place(5), Map.of())
                .statusCode(422)
                .body(containsString("It was decided on 16 June 2026 that this is not tried again"));
        coordinator
                .post(failing.decision(), decision("again", TODAY.plusDays(1), "Asked once more"))
                .statusCode(303);
        failing.at.post(place(5), Map.of()).statusCode(303);
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgThirdFailTest extends ThirdFailTest {}
