package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;
import org.junit.jupiter.api.Test;

/** Prior learning accepted with evidence and a maximum age (features row 35). */
@QuarkusTest
class PriorLearningTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    private static Volunteer learner(Long account) {
        return People.special().inStage(Stage.TRAINING).withAccount(account).saved();
    }

    private static List<Qualification> results(Volunteer person, String code) {
        return Rows.of(() -> Qualification.of(Volunteer.byRef(person.ref).orElseThrow()).stream()
                .filter(q -> q.moduleCode().equals(code))
                .toList());
    }

    private static Map<String, Object> prior(String code, LocalDate shownOn, As assessor) {
        var form = new HashMap<String, Object>();
        form.put("module", code);
        day(form, "earnedOn", TODAY);
        form.put("assessor", assessor == null ? "" : assessor.ref());
        form.put("evidence", "Certificate 12 of Kent County Council");
        form.put("prior", "yes");
        if (shownOn != null) day(form, "priorOn", shownOn);
        return form;
    }

    private static void day(Map<String, Object> form, String field, LocalDate day) {
        form.put(field + "-day", day.getDayOfMonth());
        form.put(field + "-month", day.getMonthValue());
        form.put(field + "-year", day.getYear());
    }

    private static Map<String, Object> confirmed(Map<String, Object> form) {
        var sure = new HashMap<>(form);
        sure.put("confirmed", "yes");
        return sure;
    }

    private static void refused(As who, String path, Map<String, Object> form, String why) {
        who.post(path, form).statusCode(422).body(containsString(why));
        who.post(path, confirmed(form)).statusCode(422).body(containsString(why));
    }

    /** The last day of its age is accepted, the next is not; a shorter month ends it. */
    @Test
    void isAcceptedThroughTheLastDayOfItsAge() {
        var module = new Learner().module("DSC-102");
        assertDoesNotThrow(() -> accept(module, "2024-06-16", "2026-06-16"));
        assertRefused("could be accepted until 16 June 2026", () -> accept(module, "2024-06-16", "2026-06-17"));
        assertDoesNotThrow(() -> accept(module, "2024-02-29", "2026-02-28"));
        assertRefused("until 28 February 2026", () -> accept(module, "2024-02-29", "2026-03-01"));
        assertDoesNotThrow(() -> accept(module, "2026-06-16", "2026-06-16"));
        assertRefused("of a later day", () -> accept(module, "2026-06-17", "2026-06-16"));
        assertRefused("final board", () -> accept(new Learner().module("DSC-308"), "2026-06-01", "2026-06-16"));
        assertRefused("on evidence alone", () -> new PriorLearning(TODAY, 24)
                .refuseUnlessAccepted(module, new Result(TODAY, null, null, null, false)));
    }

    private static void accept(ModuleDocument module, String shownOn, String acceptedOn) {
        new PriorLearning(LocalDate.parse(shownOn), 24)
                .refuseUnlessAccepted(
                        module, new Result(LocalDate.parse(acceptedOn), null, null, "Certificate 12", false));
    }

    private static void assertRefused(String words, Runnable doing) {
        var refused = assertThrows(Refused.class, doing::run);
        assertTrue(refused.sentence().contains(words), refused.sentence());
        assertEquals(PriorLearning.RULE, refused.rule());
    }

    @Test
    void isRecordedWithItsEvidenceAndShownAsSuch() throws Exception {
        var me = As.role(Role.VOLUNTEER, "kent");
        var person = learner(me.accountId());
        var training = "/volunteers/" + person.ref + "/training";
        var results = training + "/results";
        var assessor = As.role(Role.ASSESSOR, "kent");
        assessor.get(results)
                .statusCode(200)
                .body(containsString("It may be this old at most when it is accepted: 24 months (proposed)"))
                .body(containsString("DSC-102"));
        // also of what is otherwise passed in Attest alone; neither mark nor questions
        var form = prior("DSC-102", LocalDate.of(2025, 3, 4), null);
        assessor.post(results, form)
                .statusCode(200)
                .body(containsString("Evidence of 4 March 2025, which can be accepted until 4 March 2027"))
                .body(containsString("reminders come on"));
        assertEquals(0, results(person, "DSC-102").size());
        assessor.post(results, confirmed(form)).statusCode(303);
        var one = results(person, "DSC-102").get(0);
        assertEquals(LocalDate.of(2025, 3, 4), one.priorOn);
        assertEquals(TODAY, one.earnedOn);
        assertEquals(TODAY.plusMonths(12), one.lastDay);
        assessor.get(training)
                .body(containsString("Prior learning, with evidence of 4 March 2025"))
                .body(containsString("Certificate 12 of Kent County Council (not verified)"));
        me.get("/me/training/certificates").body(containsString("by prior learning of 4 March 2025"));
        var pdf = me.get("/me/training/certificates/" + one.ref + "/certificate.pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertTrue(text.contains("Prior learning Accepted with evidence of 4 March 2025"), text);
        }
        assertTrue(Rows.trail("kent", person.ref).contains("qualification earned"));
    }

    @Test
    void isRefusedInTheWordsOfTheRule() {
        var person = learner(null);
        var training = "/volunteers/" + person.ref + "/training";
        var results = training + "/results";
        var assessor = As.role(Role.ASSESSOR, "kent");
        refused(
                assessor,
                results,
                prior("DSC-102", LocalDate.of(2024, 6, 15), null),
                "Evidence may be 24 months old at most: that of 15 June 2024 could be accepted until 15 June 2026"
                        + " (prior learning)");
        refused(assessor, results, prior("DSC-102", TODAY.plusDays(1), null), "The evidence is of a later day");
        refused(assessor, results, prior("DSC-102", null, null), "Enter the day of the evidence");
        var without = prior("DSC-102", TODAY, null);
        without.put("evidence", "");
        refused(assessor, results, without, "Name what shows the prior learning");
        var unticked = prior("DSC-201", TODAY, assessor);
        unticked.remove("prior");
        refused(assessor, results, unticked, "Tick that it is prior learning");
        // without it, what is passed in Attest stays so
        unticked = prior("DSC-102", null, null);
        unticked.remove("prior");
        refused(assessor, results, unticked, "Choose a module of the list");
        // training rules 2 and 6 hold all the same, and rule 7 has its own way
        refused(assessor, results, prior("DSC-203", TODAY, assessor), "training rule 2");
        TestQualifications.passedAllBefore(person, "DSC-203", TODAY.minusDays(60));
        refused(assessor, results, prior("DSC-203", TODAY, null), "Choose who assessed it (training rule 6)");
        refused(assessor, results, prior("DSC-307", TODAY, assessor), "Choose a module of the list");
        assertEquals(
                0,
                results(person, "DSC-102").stream()
                        .filter(q -> q.priorOn != null)
                        .count());
        As.role(Role.TUTOR, "kent").get(training).body(not(containsString("Prior learning")));
        As.role(Role.TUTOR, "kent").post(results, prior("DSC-102", TODAY, null)).statusCode(403);
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgPriorLearningTest extends PriorLearningTest {}
