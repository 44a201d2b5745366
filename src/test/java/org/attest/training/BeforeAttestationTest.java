package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.recruitment.Rows;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** Training rule 8: nobody is attested as a special constable before stages A and B are passed, in date on the day. */
@QuarkusTest
class BeforeAttestationTest {

    private static final LocalDate TODAY = TestClock.TODAY;
    private static final List<String> STAGES = TestCurriculum.ofStages(TrainingStage.A, TrainingStage.B);

    private static Map<String, Object> form(LocalDate day) {
        var form = new HashMap<String, Object>();
        form.put("attestedOn-day", day.getDayOfMonth());
        form.put("attestedOn-month", day.getMonthValue());
        form.put("attestedOn-year", day.getYear());
        form.put("magistrate", "J Okoro JP");
        form.put("place", "Maidstone");
        return form;
    }

    private static People appointed() {
        return People.special().inStage(Stage.ATTESTATION).eligible().appointedOn(TODAY.minusDays(20));
    }

    private static void pass(Volunteer person, List<String> codes, LocalDate day) {
        codes.forEach(code -> TestQualifications.passed(person, code, day));
    }

    private static int attestations(Volunteer person) {
        return Rows.of(
                () -> Attestation.of(Volunteer.byRef(person.ref).orElseThrow()).size());
    }

    @Test
    void theAttestationIsRefusedWithTheModulesThatAreMissing() {
        var person = appointed().saved();
        pass(person, STAGES.subList(0, STAGES.size() - 2), TODAY.minusDays(40));
        var kent = As.coordinatorOf("kent");
        var path = "/volunteers/" + person.ref + "/attestations/new";
        kent.get(path)
                .statusCode(200)
                .body(containsString("DSC-204 and DSC-205 are not passed and in date"))
                .body(containsString("training rule 8"));
        kent.post(path, form(TODAY))
                .statusCode(422)
                .body(containsString(
                        "On 16 June 2026, DSC-204 and DSC-205 are not passed and in date (training rule 8)"))
                .body(containsString("value=\"J Okoro JP\""));
        assertEquals(0, attestations(person), "nothing of it is kept");

        // on the day of the attestation, not on the day it is recorded
        pass(person, List.of("DSC-204", "DSC-205"), TODAY.minusDays(3));
        kent.get(path).body(containsString("Every module of both is"));
        kent.post(path, form(TODAY.minusDays(4))).statusCode(422).body(containsString("training rule 8"));
        kent.post(path, form(TODAY.minusDays(3))).statusCode(303);
        assertEquals(1, attestations(person));
    }

    /** Training rule 4: the last valid day counts, the day after does not. */
    @Test
    void aModuleThatHasExpiredCountsNoMore() {
        var person = appointed().saved();
        pass(person, STAGES.stream().filter(c -> !c.equals("DSC-102")).toList(), TODAY.minusDays(40));
        TestQualifications.passed(person, "DSC-102", TODAY.minusMonths(12).minusDays(1));
        var kent = As.coordinatorOf("kent");
        var path = "/volunteers/" + person.ref + "/attestations/new";
        kent.post(path, form(TODAY))
                .statusCode(422)
                .body(containsString("On 16 June 2026, DSC-102 is not passed and in date"));
        kent.post(path, form(TODAY.minusDays(1))).statusCode(303);
    }

    @Test
    void whoTrainsSeesItAmongWhatTheNextStageAsksFor() {
        var person = People.special().inStage(Stage.TRAINING).eligible().saved();
        var kent = As.coordinatorOf("kent");
        var path = "/volunteers/" + person.ref + "/stage";
        kent.get(path)
                .statusCode(200)
                .body(containsString("Stages A and B of training passed and in date"))
                .body(containsString("DSC-101, DSC-102"));
        var move = new HashMap<String, Object>(Map.of("was", "TRAINING", "to", "ATTESTATION"));
        move.put("onDay-day", TODAY.getDayOfMonth());
        move.put("onDay-month", TODAY.getMonthValue());
        move.put("onDay-year", TODAY.getYear());
        kent.post(path, move).statusCode(422).body(containsString("training rule 8"));
        // nobody waives the law
        kent.get("/volunteers/" + person.ref + "/waivers/new")
                .body(containsString("Not met, and nobody can waive it"))
                .body(not(containsString("What should be waived")));
        pass(person, STAGES, TODAY.minusDays(2));
        kent.post(path, move).statusCode(303);
        assertEquals(
                Stage.ATTESTATION, Rows.of(() -> Volunteer.byRef(person.ref).orElseThrow().stage));
    }

    /** It is asked of special constables: nobody else is attested. */
    @Test
    void othersAreNotAskedForIt() {
        var person = People.support().inStage(Stage.TRAINING).eligible().saved();
        As.coordinatorOf("kent")
                .get("/volunteers/" + person.ref + "/stage")
                .statusCode(200)
                .body(not(containsString("Stages A and B of training passed and in date")));
    }

    /** DSC-206 belongs to stage B where the force has switched it on. */
    @Test
    void aModuleLeftToTheForceCountsOnceItIsSwitchedOn() {
        var slug = "ministry-of-defence";
        var person = appointed().in(slug).saved();
        pass(person, STAGES, TODAY.minusDays(9));
        assertTrue(!STAGES.contains("DSC-206"));
        var coordinator = As.coordinatorOf(slug);
        var choice = "/forces/" + slug + "/module-choices/DSC-206";
        var path = "/volunteers/" + person.ref + "/attestations/new";
        coordinator.post(choice, Map.of("counts", "ON")).statusCode(303);
        coordinator
                .post(path, form(TODAY))
                .statusCode(422)
                .body(containsString("DSC-206 is not passed and in date (training rule 8)"));
        coordinator.post(choice, Map.of("counts", "OFF")).statusCode(303);
        coordinator.post(path, form(TODAY)).statusCode(303);
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgBeforeAttestationTest extends BeforeAttestationTest {}
