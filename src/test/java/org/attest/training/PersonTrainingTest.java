package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.TestClock;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** A person's training on their record: seen by who runs training, recorded by an assessor or coordinator, revoked with a reason. */
@QuarkusTest
class PersonTrainingTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    private static Volunteer learner() {
        return learner(null);
    }

    private static Volunteer learner(Long accountId) {
        return People.special().inStage(Stage.TRAINING).withAccount(accountId).saved();
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private static List<Qualification> results(Volunteer person) {
        return Rows.of(() -> Qualification.of(again(person)));
    }

    private static String path(Volunteer person) {
        return "/volunteers/" + person.ref + "/training";
    }

    private static Map<String, Object> result(String code, LocalDate day, String mark, As assessor) {
        var form = new HashMap<String, Object>();
        form.put("module", code);
        form.put("earnedOn-day", day.getDayOfMonth());
        form.put("earnedOn-month", day.getMonthValue());
        form.put("earnedOn-year", day.getYear());
        form.put("mark", mark);
        form.put("assessor", assessor == null ? "" : assessor.ref());
        return form;
    }

    private static Map<String, Object> confirmed(Map<String, Object> form) {
        var sure = new HashMap<>(form);
        sure.put("confirmed", "yes");
        return sure;
    }

    private static List<String> noticesOf(As who) {
        return Rows.of(() -> Panache.getEntityManager()
                .createQuery("select n.sentence from Notice n where n.account.id = :a order by n.id", String.class)
                .setParameter("a", who.accountId())
                .getResultList());
    }

    @Test
    void opensToWhoRunsTrainingAndToNobodyElse() {
        var person = learner();
        As.role(Role.VETTING_OFFICER, "kent").get(path(person)).statusCode(403);
        As.role(Role.WELFARE_OFFICER, "kent").get(path(person)).statusCode(403);
        As.coordinatorOf("gwent").get(path(person)).statusCode(404);
        for (var role : List.of(Role.COORDINATOR, Role.ASSESSOR, Role.TUTOR, Role.SUPERVISOR)) {
            As.role(role, "kent")
                    .get(path(person))
                    .statusCode(200)
                    .body(containsString("href=\"" + path(person) + "\""));
        }
        var kent = As.coordinatorOf("kent");
        kent.get("/volunteers/" + person.ref + "/profile").body(containsString("href=\"" + path(person) + "\""));
        As.role(Role.VETTING_OFFICER, "kent")
                .get("/volunteers/" + person.ref + "/profile")
                .body(not(containsString("href=\"" + path(person) + "\"")));
        assertTrue(Rows.trail("kent", person.ref).contains("record viewed"));
        // one's own is on one's own pages
        var own = As.role(Role.ASSESSOR, "kent").and(Role.VOLUNTEER, "kent");
        own.get(path(learner(own.accountId()))).statusCode(422);
    }

    /** Training rules 4 and 5: the last valid day is included, and the days of re-assessment are no days of validity. */
    @Test
    void showsValidityAndGraceApartForAnyDay() {
        var person = learner();
        TestQualifications.passed(person, "DSC-102", LocalDate.of(2025, 6, 16));
        var tutor = As.role(Role.TUTOR, "kent");
        tutor.get(path(person))
                .body(containsString("Passed, ends soon"))
                .body(containsString("16 June 2026"))
                .body(containsString("14 September 2026"))
                .body(containsString("Not valid after 16 June 2026"))
                .body(not(containsString("Record a result")));
        tutor.get(path(person) + "?on=2026-06-17")
                .body(containsString("To repeat"))
                .body(containsString("Expired on 16 June 2026. A re-assessment is enough until 14 September 2026"))
                .body(containsString("On 17 June 2026, 0 of"));
        tutor.get(path(person) + "?on=2026-09-15").body(containsString("The whole module is to be done again"));
        tutor.get(path(person) + "?on=2025-06-15")
                .body(containsString("had passed nothing by then"))
                .body(not(containsString("14 September 2026")));
        tutor.get(path(person) + "?on-day=31&on-month=2&on-year=2026").statusCode(422);
        tutor.get(path(person) + "?on=someday").statusCode(422).body(containsString("not a day of the calendar"));
    }

    @Test
    void takesAResultOfAModuleTaughtElsewhere() {
        var own = As.role(Role.VOLUNTEER, "kent");
        var person = learner(own.accountId());
        TestQualifications.passedAllBefore(person, "DSC-203", TODAY.minusDays(60));
        var assessor = As.role(Role.ASSESSOR, "kent");
        var results = path(person) + "/results";
        As.role(Role.TUTOR, "kent").get(results).statusCode(403);
        As.role(Role.ASSESSOR, "gwent").get(results).statusCode(404);
        assessor.get(results + "?module=DSC-203").statusCode(200).body(containsString(assessor.name()));

        var form = result("DSC-203", TODAY.minusDays(3), "80", assessor);
        form.put("evidence", "Register of 13 June, folder 4");
        form.put("verified", "yes");
        assessor.post(results, form)
                .statusCode(200)
                .body(containsString("13 June 2027, that day included"))
                .body(containsString("11 September 2027"))
                .body(containsString("you have seen it"));
        assertTrue(results(person).stream().noneMatch(q -> q.moduleCode().equals("DSC-203")));

        assessor.post(results, confirmed(form)).statusCode(303);
        var earned = results(person).stream()
                .filter(q -> q.moduleCode().equals("DSC-203"))
                .findFirst()
                .orElseThrow();
        assertEquals(LocalDate.of(2027, 6, 13), earned.lastDay);
        assertEquals(80, earned.percent);
        assertEquals(assessor.name(), earned.assessor);
        assertEquals(assessor.name(), earned.evidenceVerifiedBy);
        assertTrue(Rows.trail("kent", person.ref).contains("qualification earned"));
        assertTrue(noticesOf(own).get(0).contains("DSC-203"), noticesOf(own).toString());
        assessor.get(path(person))
                .body(containsString("Assessed by " + assessor.name()))
                .body(containsString("Register of 13 June, folder 4 (verified by " + assessor.name()))
                .body(containsString("Mark 80%"));
        // the same once more
        assessor.post(results, confirmed(form)).statusCode(422).body(containsString("recorded for this day already"));
    }

    @Test
    void refusesWhatTheRulesRefuse() {
        var person = learner();
        var assessor = As.role(Role.ASSESSOR, "kent");
        var results = path(person) + "/results";
        var day = TODAY.minusDays(3);
        assessor.post(results, Map.of()).statusCode(422).body(containsString("Enter the day it was passed"));
        // training rule 2
        for (var form :
                List.of(result("DSC-203", day, "90", assessor), confirmed(result("DSC-203", day, "90", assessor)))) {
            assessor.post(results, form)
                    .statusCode(422)
                    .body(containsString("DSC-203 needs DSC-201, which is not passed (training rule 2)"))
                    .body(containsString("value=\"90\""));
        }
        TestQualifications.passedAllBefore(person, "DSC-203", day.minusDays(60));
        // training rule 3
        refused(assessor, results, result("DSC-203", day, "79", assessor), "The pass mark is 80% (training rule 3)");
        refused(assessor, results, result("DSC-203", day, "", assessor), "Enter the mark (training rule 3)");
        refused(assessor, results, result("DSC-203", day, "many", assessor), "whole number from 0 to 100");
        refused(assessor, results, result("DSC-205", day, "80", assessor), "This module gives no mark");
        // training rule 6
        refused(assessor, results, result("DSC-203", day, "90", null), "Choose who assessed it (training rule 6)");
        refused(assessor, results, result("DSC-203", day, "90", As.role(Role.TUTOR, "kent")), "somebody of the list");
        refused(assessor, results, result("DSC-203", TODAY.plusDays(1), "90", assessor), "The day lies ahead");
        // rule 7 and what is passed in Attest have ways of their own
        refused(assessor, results, result("DSC-307", day, "", assessor), "Choose a module of the list");
        refused(assessor, results, result("DSC-101", day, "90", assessor), "Choose a module of the list");
        var seen = result("DSC-203", day, "90", assessor);
        seen.put("verified", "yes");
        refused(assessor, results, seen, "Enter what you have seen");
        assertTrue(results(person).stream().noneMatch(q -> q.awardedByRef.equals(assessor.ref())));
    }

    private static void refused(As assessor, String path, Map<String, Object> form, String why) {
        assessor.post(path, confirmed(form)).statusCode(422).body(containsString(why));
    }

    /** Training rule 6: nobody assesses themselves, and the final board takes no tutor and no supervisor. */
    @Test
    void isAssessedBySomebodyIndependent() {
        var learning = As.role(Role.ASSESSOR, "kent").and(Role.VOLUNTEER, "kent");
        var person = learner(learning.accountId());
        TestQualifications.passedAllBefore(person, "DSC-308", TODAY.minusDays(60));
        TestQualifications.passed(person, "DSC-307", TODAY.minusDays(30));
        var kent = As.coordinatorOf("kent");
        var results = path(person) + "/results";
        var day = TODAY.minusDays(1);
        refused(kent, results, result("DSC-308", day, "75", learning), "Nobody assesses themselves (training rule 6)");
        var tutors = As.role(Role.ASSESSOR, "kent").and(Role.TUTOR, "kent");
        refused(
                kent,
                results,
                result("DSC-308", day, "75", tutors),
                "Whoever is a tutor or a supervisor is no assessor of the final board (training rule 6)");
        kent.post(results, confirmed(result("DSC-308", day, "75", As.role(Role.ASSESSOR, "kent"))))
                .statusCode(303);
        // nobody records their own
        learning.post(results, confirmed(result("DSC-402", day, "", tutors))).statusCode(422);
        assertEquals(
                1,
                results(person).stream()
                        .filter(q -> q.moduleCode().equals("DSC-308"))
                        .count());
    }

    @Test
    void saysWhetherSomebodyHasSeenWhatShowsIt() {
        var person = learner();
        TestQualifications.passedAllBefore(person, "DSC-104", TODAY.minusDays(60));
        var assessor = As.role(Role.ASSESSOR, "kent");
        var form = confirmed(result("DSC-104", TODAY.minusDays(3), "", assessor));
        form.put("evidence", "Certificate 77");
        assessor.post(path(person) + "/results", form).statusCode(303);
        var earned = results(person).stream()
                .filter(q -> q.moduleCode().equals("DSC-104"))
                .findFirst()
                .orElseThrow();
        assertNull(earned.evidenceVerifiedAt);
        assessor.get(path(person)).body(containsString("Certificate 77 (not verified)"));
        var verification = path(person) + "/" + earned.ref + "/verification";
        As.role(Role.SUPERVISOR, "kent").post(verification, Map.of()).statusCode(403);
        As.coordinatorOf("gwent").post(verification, Map.of()).statusCode(404);
        As.coordinatorOf("kent")
                .post(path(learner()) + "/" + earned.ref + "/verification", Map.of())
                .statusCode(404);
        var kent = As.coordinatorOf("kent");
        kent.post(verification, Map.of()).statusCode(303);
        kent.post(verification, Map.of()).statusCode(422).body(containsString("It is verified already"));
        kent.get(path(person)).body(containsString("Certificate 77 (verified by " + kent.name()));
        assertTrue(Rows.trail("kent", person.ref).contains("evidence verified"));
    }

    @Test
    void isRevokedWithAReasonAndNeverDeleted() {
        var own = As.role(Role.VOLUNTEER, "kent");
        var person = learner(own.accountId());
        TestQualifications.passedAllBefore(person, "DSC-203", TODAY.minusDays(60));
        var wrong = results(person).stream()
                .filter(q -> q.moduleCode().equals("DSC-201"))
                .findFirst()
                .orElseThrow();
        TestQualifications.passed(person, "DSC-203", TODAY.minusDays(20));
        var revocation = path(person) + "/" + wrong.ref + "/revocation";
        var kent = As.coordinatorOf("kent");
        As.role(Role.ASSESSOR, "kent").get(revocation).statusCode(403);
        As.coordinatorOf("gwent").get(revocation).statusCode(404);
        kent.get(path(learner()) + "/" + wrong.ref + "/revocation").statusCode(404);
        kent.get(path(person)).body(containsString(revocation));
        kent.post(revocation, Map.of("confirmed", "yes"))
                .statusCode(422)
                .body(containsString("Enter why it is revoked"));
        kent.post(revocation, Map.of("reason", "Another learner’s mark"))
                .statusCode(200)
                .body(containsString("Another learner’s mark"))
                .body(containsString("DSC-203 Privacy"));
        Rows.in(() -> assertNull(Qualification.byRef(wrong.ref).orElseThrow().revokedAt));

        kent.post(revocation, Map.of("reason", "Another learner’s mark", "confirmed", "yes"))
                .statusCode(303);
        Rows.in(() -> {
            var revoked = Qualification.byRef(wrong.ref).orElseThrow();
            assertNotNull(revoked.revokedAt);
            assertEquals(kent.name(), revoked.revokedBy);
            assertFalse(revoked.isValidOn(TODAY));
        });
        kent.get(path(person))
                .body(containsString("Another learner’s mark"))
                .body(containsString("Revoked by " + kent.name()))
                .body(not(containsString(revocation)));
        kent.post(revocation, Map.of("reason", "Again", "confirmed", "yes"))
                .statusCode(422)
                .body(containsString("It is revoked already"));
        assertTrue(Rows.trail("kent", person.ref).contains("qualification revoked"));
        assertTrue(noticesOf(own).stream().anyMatch(s -> s.contains("does not count any more")));
        assertFalse(noticesOf(own).stream().anyMatch(s -> s.contains("Another learner")));
    }
}
