package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.attest.volunteer.Advancing;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.Pause;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageTargets;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a force wants it of a stage, people move on as soon as everything the next stage asks for is met; elsewhere never. */
@QuarkusTest
class MovingOnByThemselvesTest {

    private static final String SLUG = "wiltshire";

    @Inject
    StageTargets targets;

    @Inject
    Advancing advancing;

    @Inject
    Clock clock;

    /** Interview moves on by itself, nothing else. */
    @BeforeEach
    void switchOn() {
        var form = new HashMap<String, Object>();
        targets.days().forEach((stage, days) -> form.put(stage.slug() + "-target", days));
        form.put("interview-advances", "yes");
        As.coordinatorOf(SLUG).post("/forces/" + SLUG + "/stage-settings", form);
    }

    private static Map<String, Object> eligible() {
        var form = new HashMap<String, Object>();
        form.put("rightToRemain", "UK_OR_EEA_NATIONAL");
        form.put("residentSince-day", 1);
        form.put("residentSince-month", 1);
        form.put("residentSince-year", 2010);
        form.put("longAbroad", "no");
        form.put("occupation", "Librarian");
        form.put("occupationFinding", "NO_CONFLICT");
        return form;
    }

    private static Stage stage(Volunteer person) {
        return Rows.of(() -> Volunteer.byRef(person.ref).orElseThrow().stage);
    }

    private void daily() {
        var ids = QuarkusTransaction.requiringNew().call(advancing::candidates);
        QuarkusTransaction.requiringNew().run(() -> advancing.advance(ids));
    }

    @Test
    void followsTheDeedThatMetTheLastCriterion() {
        var person = People.special().in(SLUG).inStage(Stage.INTERVIEW).saved();
        var coordinator = As.coordinatorOf(SLUG);
        coordinator
                .post("/volunteers/" + person.ref + "/eligibility", eligible())
                .statusCode(303);
        assertEquals(Stage.VETTING, stage(person));
        assertEquals(List.of("person entered", "eligibility found", "stage moved"), Rows.trail(SLUG, person.ref));
        coordinator
                .get("/volunteers/" + person.ref + "/history")
                .body(containsString("by Attest"))
                .body(containsString("By itself: everything that the stage vetting asks for is met"));
    }

    @Test
    void staysWhereItIsSwitchedOff() {
        var person = People.special().in("kent").inStage(Stage.INTERVIEW).saved();
        As.coordinatorOf("kent")
                .post("/volunteers/" + person.ref + "/eligibility", eligible())
                .statusCode(303);
        daily();
        assertEquals(Stage.INTERVIEW, stage(person));
    }

    @Test
    void comesWithTheDayForWhatTimeAloneHasMet() {
        var person = People.special()
                .in(SLUG)
                .eligible()
                .inStage(Stage.INTERVIEW)
                .unannounced()
                .saved();
        assertEquals(Stage.INTERVIEW, stage(person));
        daily();
        assertEquals(Stage.VETTING, stage(person));
    }

    @Test
    void neverPassesAPauseAHoldOrACorrection() {
        var today = TestClock.TODAY;
        var paused = People.special()
                .in(SLUG)
                .eligible()
                .inStage(Stage.INTERVIEW)
                .pausedFrom(today.minusDays(2))
                .unannounced()
                .saved();
        var held = People.special()
                .in(SLUG)
                .eligible()
                .inStage(Stage.INTERVIEW)
                .onHold(HoldCause.CONDUCT, today.minusDays(2), today.plusDays(5))
                .unannounced()
                .saved();
        var back = People.special()
                .in(SLUG)
                .eligible()
                .inStage(Stage.VETTING)
                .unannounced()
                .saved();
        var form = new HashMap<String, Object>(Map.of("was", "VETTING", "to", "INTERVIEW", "reason", "Not yet"));
        form.put("onDay-day", today.getDayOfMonth());
        form.put("onDay-month", today.getMonthValue());
        form.put("onDay-year", today.getYear());
        As.coordinatorOf(SLUG).post("/volunteers/" + back.ref + "/stage", form).statusCode(303);
        daily();
        for (var person : List.of(paused, held, back)) assertEquals(Stage.INTERVIEW, stage(person));

        // the pause ends, and nothing else holds them back
        Rows.in(() -> Pause.lasting(Volunteer.byRef(paused.ref).orElseThrow())
                .orElseThrow()
                .end(today, People.SOMEBODY, clock));
        daily();
        assertEquals(Stage.VETTING, stage(paused));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgMovingOnByThemselvesTest extends MovingOnByThemselvesTest {}
