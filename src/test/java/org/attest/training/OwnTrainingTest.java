package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.OwnTask;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** My training: how each module stands for the person themselves, what they read, and when they could be ready. */
@QuarkusTest
class OwnTrainingTest {

    private static final String FORCE = "west-yorkshire";

    @Inject
    Clock clock;

    @Inject
    TrainingTasks tasks;

    @Inject
    SessionFactory sessions;

    private record Learning(As at, Volunteer person) {}

    private static Learning in(Stage stage) {
        var at = As.role(Role.VOLUNTEER, FORCE);
        return new Learning(
                at,
                People.special()
                        .in(FORCE)
                        .inStage(stage)
                        .withAccount(at.accountId())
                        .saved());
    }

    private List<String> tasksOf(Volunteer person) {
        return Rows.of(() -> tasks.tasks(Volunteer.byRef(person.ref).orElseThrow(), TestClock.TODAY).stream()
                .map(OwnTask::what)
                .toList());
    }

    @AfterEach
    void backToToday() {
        TestClock.reset();
    }

    @Test
    void isForVolunteersAndApplicantsThemselves() {
        As.coordinatorOf(FORCE).get("/me/training").statusCode(403);
        var applicant = As.role(Role.APPLICANT, FORCE);
        applicant.get("/me/training").statusCode(404);
        People.special().in(FORCE).withAccount(applicant.accountId()).saved();
        applicant.get("/me/training").statusCode(200).body(containsString("DSC-101 Role, ethics and conduct"));
        applicant.get("/me/training/DSC-999").statusCode(404);
        applicant.get("/me/training/dsc-101/sections/no-such-section").statusCode(404);
    }

    /** Features row 36: passed, waiting, to repeat and overdue, each with its day and what to do. */
    @Test
    void saysHowEachModuleStandsAndWhatComesNext() {
        var learning = in(Stage.TRAINING);
        TestQualifications.passed(
                learning.person, "DSC-101", TestClock.TODAY.minusMonths(24).minusDays(30));
        TestQualifications.passed(
                learning.person, "DSC-102", TestClock.TODAY.minusMonths(12).plusDays(20));
        TestQualifications.passed(learning.person, "DSC-104", TestClock.TODAY.minusDays(5));
        var page = learning.at.get("/me/training").statusCode(200).extract().asString();
        ValidHtml.assertValid(page);
        for (var words : List.of(
                "To repeat: 1 module",
                "Expired on 17 May 2026. A re-assessment is enough until 15 August 2026",
                "Passed, ends soon: 1 module",
                "Valid until 6 July 2026",
                "Needs DSC-101",
                "Passed: 1 module",
                "2 of the 13 modules that Tier 1 (open-source researcher) asks for are passed and in date",
                "Your move",
                "Answer the questions: DSC-101")) {
            assertTrue(page.contains(words), words);
        }
        assertEquals(
                List.of(
                        "Renew DSC-101 Role, ethics and conduct",
                        "Renew DSC-102 Information security and data protection"),
                tasksOf(learning.person).subList(0, 2));
        learning.at.get("/me").body(containsString("Renew DSC-101")).body(containsString("(overdue)"));
    }

    /** Training section 1.2: 165 hours with the 12 of DSC-206, which each force switches on; at 16 a month about 10 months. */
    @Test
    void saysWhenOneCouldBeReady() {
        var learning = in(Stage.TRAINING);
        learning.at
                .get("/me/training")
                .body(containsString(
                        "153 hours of learning left, at the usual minimum of 16 hours a month: about 10 months"))
                .body(not(containsString("DSC-206")));
        chooseFirstAid(true);
        try {
            learning.at
                    .get("/me/training")
                    .body(containsString(
                            "165 hours of learning left, at the usual minimum of 16 hours a month: about 10 months"))
                    .body(containsString("DSC-206"));
        } finally {
            chooseFirstAid(false);
        }
        learning.at
                .get("/me/training?pace=55")
                .statusCode(200)
                .body(containsString("at the 55 hours a month you asked for: about 3 months"));
        for (var wrong : List.of("0", "many", "9999")) {
            learning.at.get("/me/training?pace=" + wrong).statusCode(422).body(containsString("There is a problem"));
        }
    }

    private void chooseFirstAid(boolean on) {
        QuarkusTransaction.requiringNew()
                .run(() -> Everywhere.call(() -> ModuleChoice.choose(
                        Force.bySlug(FORCE).orElseThrow(),
                        Curriculum.current().module("DSC-206").orElseThrow(),
                        on,
                        Learner.ASSESSOR,
                        clock)));
    }

    @Test
    void showsWhyAResultWasRevoked() {
        var learning = in(Stage.TRAINING);
        var given = TestQualifications.passed(learning.person, "DSC-101", TestClock.TODAY.minusDays(9));
        As.coordinatorOf(FORCE)
                .post(
                        "/volunteers/" + learning.person.ref + "/training/" + given.ref + "/revocation",
                        Map.of(
                                "reason",
                                "It was somebody of the same name",
                                "version",
                                given.version,
                                "confirmed",
                                "yes"))
                .statusCode(303);
        learning.at
                .get("/me/training")
                .body(containsString("It was somebody of the same name"))
                .body(containsString("Can begin"));
    }

    @Test
    void asksWhoBeginsForNoMoreThanOneThing() {
        assertEquals(List.of("Go on with your training"), tasksOf(in(Stage.TRAINING).person));
        // who applies is asked for nothing yet, and may begin all the same
        assertEquals(List.of(), tasksOf(in(Stage.VETTING).person));
        assertEquals(List.of(), tasksOf(in(Stage.LEFT).person));
    }

    @Test
    void remembersWhatWasReadAndGoesOnWithTheNext() {
        var learning = in(Stage.TRAINING);
        var module = "/me/training/DSC-101";
        var page = learning.at.get(module).statusCode(200).extract().asString();
        ValidHtml.assertValid(page);
        assertTrue(page.contains("You have read 0 of 8 sections"), page);
        assertTrue(page.contains("it is valid until 16 June 2028, that day included"), page);
        assertTrue(page.contains("You cannot begin an attempt now: Read every section first"), page);
        var section = learning.at
                .get(module + "/sections/role")
                .statusCode(200)
                .body(containsString("Section 1 of 8"))
                .body(containsString("<h2 class=\"govuk-heading-m\">What you are part of</h2>"))
                .extract()
                .asString();
        ValidHtml.assertValid(section);
        var form = new HashMap<String, Object>(Map.of("number", "1"));
        learning.at
                .post(module + "/sections/role", form)
                .statusCode(303)
                .header("Location", endsWith(module + "/sections/standards"));
        // pressed twice: read once
        learning.at.post(module + "/sections/role", form).statusCode(303);
        learning.at.get(module).body(containsString("You have read 1 of 8 sections"));
        assertEquals(
                1,
                Rows.trail(FORCE, learning.person.ref).stream()
                        .filter("section finished"::equals)
                        .count());
        assertTrue(tasksOf(learning.person).contains("Read on: DSC-101 Role, ethics and conduct"));
        // of a text that has changed since, nothing is noted
        form.put("number", "0");
        learning.at
                .post(module + "/sections/standards", form)
                .statusCode(409)
                .body(containsString("The text has changed since you opened it"));
        learning.at.get(module).body(containsString("You have read 1 of 8 sections"));
    }

    @Test
    void changesNothingForWhoHasLeft() {
        var learning = in(Stage.LEFT);
        learning.at
                .post("/me/training/DSC-101/sections/role", Map.of("number", "1"))
                .statusCode(422);
        learning.at.post("/me/training/DSC-101/attempts", Map.of()).statusCode(422);
    }

    @Test
    void takesTheSameNumberOfStatementsForAnyNumberOfResults() {
        var few = in(Stage.SERVICE);
        var many = in(Stage.SERVICE);
        for (int i = 1; i < 20; i++) {
            TestQualifications.passed(many.person, "DSC-10" + (1 + i % 4), TestClock.TODAY.minusDays(40L * i));
        }
        TestQualifications.passed(few.person, "DSC-101", TestClock.TODAY.minusDays(10));
        assertEquals(statements(few), statements(many));
    }

    private long statements(Learning learning) {
        learning.at.get("/me/training").statusCode(200);
        var statistics = sessions.getStatistics();
        statistics.clear();
        learning.at.get("/me/training").statusCode(200);
        return statistics.getPrepareStatementCount();
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgOwnTrainingTest extends OwnTrainingTest {}
