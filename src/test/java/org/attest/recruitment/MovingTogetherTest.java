package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.force.Reference;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** People ticked in the list and moved together: seen first, then done, all or nothing where a reference is foreign. */
@QuarkusTest
class MovingTogetherTest {

    private static final String PLAN = "/forces/kent/bulk-acts";
    private static final String DONE = "/forces/kent/bulk-acts/done";

    private static Map<String, Object> ticked(String deed, Object... refs) {
        var form = new HashMap<String, Object>();
        form.put("deed", deed);
        form.put("person", List.of(refs));
        return form;
    }

    /** The form of the preview: who, where they stood, what. */
    static Map<String, Object> shown(String reason, String... people) {
        var form = new HashMap<String, Object>();
        form.put("reason", reason);
        form.put("person", List.of(people));
        return form;
    }

    /** Address of the result. */
    static String done(As who, Map<String, Object> form) {
        return who.post("/forces/kent/bulk-acts/done", form)
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll("^https?://[^/]+", "");
    }

    private static Stage stage(Volunteer person) {
        return Rows.of(() -> Volunteer.byRef(person.ref).orElseThrow().stage);
    }

    @Test
    void isForTheForcesCoordinatorAlone() {
        var person = People.special().eligible().saved();
        var form = ticked("NEXT", person.ref);
        for (var path : List.of(PLAN, DONE)) {
            As.stranger().post(path, form).statusCode(303);
            As.role(Role.SUPERVISOR, "kent").post(path, form).statusCode(403);
            As.coordinatorOf("gwent").post(path, form).statusCode(404);
        }
        assertEquals(Stage.APPLIED, stage(person));
    }

    @Test
    void saysWhatWouldHappenAndChangesNothing() {
        var ready = People.special().eligible().saved();
        var notReady = People.special().saved();
        var serving = People.deployable().saved();
        As.coordinatorOf("kent")
                .post(PLAN, ticked("NEXT", ready.ref, notReady.ref, serving.ref))
                .statusCode(200)
                .body(containsString("What would happen to 3 people"))
                .body(containsString("It would happen to 1 of 3"))
                .body(containsString("Would move from applied to interview"))
                .body(containsString("The right to remain is not recorded: ask for it (vetting rule 17)"))
                .body(containsString("There is no stage after in service"))
                .body(containsString("name=\"person\" value=\"" + ready.ref + " APPLIED NEXT\""))
                .body(not(containsString("name=\"person\" value=\"" + notReady.ref)));
        assertEquals(Stage.APPLIED, stage(ready));
        assertEquals(List.of("person entered"), Rows.trail("kent", ready.ref));
    }

    @Test
    void movesThemAndSaysSoWhenSentTwice() {
        var one = People.special().eligible().saved();
        var two = People.special().eligible().inStage(Stage.INTERVIEW).saved();
        var kent = As.coordinatorOf("kent");
        var form = shown("Board of 15 June", one.ref + " APPLIED NEXT", two.ref + " INTERVIEW NEXT");
        kent.get(done(kent, form))
                .statusCode(200)
                .body(containsString("Done for 2 people"))
                .body(containsString("Moved to interview from applied"))
                .body(containsString("Moved to vetting from interview"));
        assertEquals(Stage.INTERVIEW, stage(one));
        assertEquals(Stage.VETTING, stage(two));
        kent.get(done(kent, form))
                .statusCode(200)
                .body(containsString("Nothing was changed"))
                .body(containsString("Moved already: in the stage interview since 16 June 2026"));
        assertEquals(Stage.INTERVIEW, stage(one));
        Rows.in(() -> {
            var changes = StageChange.of(Volunteer.byRef(one.ref).orElseThrow());
            assertEquals(2, changes.size());
            assertEquals("Board of 15 June", changes.get(1).reason);
        });
        assertEquals(List.of("person entered", "stage moved"), Rows.trail("kent", one.ref));
    }

    @Test
    void refusesTheWholeRequestForOneForeignOrMissingReference() {
        var mine = People.special().eligible().saved();
        var foreign = People.special().in("gwent").eligible().saved();
        var kent = As.coordinatorOf("kent").and(Role.SUPERVISOR, "gwent");
        for (var stranger : List.of(foreign.ref, Reference.random())) {
            var forms = Map.of(
                    PLAN,
                    ticked("NEXT", mine.ref, stranger),
                    DONE,
                    shown("", mine.ref + " APPLIED NEXT", stranger + " APPLIED NEXT"));
            forms.forEach((path, form) -> kent.post(path, form)
                    .statusCode(422)
                    .body(containsString("Nothing was changed"))
                    .body(containsString("Somebody you ticked is not in the list of Kent Police")));
        }
        assertEquals(Stage.APPLIED, stage(mine));
        assertEquals(Stage.APPLIED, stage(foreign));
    }

    @Test
    void refusesWhatMakesNoSense() {
        var kent = As.coordinatorOf("kent");
        var person = People.special().eligible().saved();
        kent.post(PLAN, Map.of("deed", "NEXT")).statusCode(422).body(containsString("Nobody is ticked"));
        kent.post(PLAN, ticked("DANCE", person.ref)).statusCode(422).body(containsString("Choose what to do"));
        kent.post(PLAN, ticked("COHORT-NOSUCH", person.ref)).statusCode(422).body(containsString("no such cohort"));
        kent.post(
                        PLAN,
                        ticked(
                                "NEXT",
                                IntStream.range(0, 501)
                                        .mapToObj(i -> Reference.random())
                                        .toArray()))
                .statusCode(422)
                .body(containsString("More than 500 people"));
        var own = People.special().eligible().withAccount(kent.accountId()).saved();
        kent.post(DONE, shown("", own.ref + " APPLIED NEXT"))
                .statusCode(422)
                .body(containsString("You ticked yourself"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgMovingTogetherTest extends MovingTogetherTest {}
