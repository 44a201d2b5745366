package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Reference;
import org.attest.vetting.ClearanceLevel;
import org.attest.volunteer.Pause;
import org.attest.volunteer.People;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.StagePeriod;
import org.attest.volunteer.Volunteer;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** Acts on many people: one line for each, taken back as a whole while nothing depends on it, at a cost that does not grow with them. */
@QuarkusTest
class ManyInOneActTest {

    private static final LocalDate TODAY = TestClock.TODAY;
    private static final String DONE = "/forces/kent/bulk-acts/done";

    @Inject
    SessionFactory sessions;

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private static Stage stage(Volunteer person) {
        return Rows.of(() -> again(person).stage);
    }

    private static Map<String, Object> reviewed(Map<String, Object> form, LocalDate day) {
        form.put("reviewOn-day", day.getDayOfMonth());
        form.put("reviewOn-month", day.getMonthValue());
        form.put("reviewOn-year", day.getYear());
        return form;
    }

    private static String withoutQuery(String address) {
        return address.replaceAll("\\?.*", "");
    }

    @Test
    void isKeptAndNotUndoneWhenARecordIsMergedSince() {
        var name = "Merged " + Reference.random();
        var one = People.special()
                .named(name)
                .inStage(Stage.INTERVIEW, TODAY.minusDays(50))
                .saved();
        var other = People.special()
                .named(name)
                .eligible()
                .inStage(Stage.INTERVIEW, TODAY.minusDays(20))
                .saved();
        var kent = As.coordinatorOf("kent");
        var act = withoutQuery(
                MovingTogetherTest.done(kent, MovingTogetherTest.shown("", other.ref + " INTERVIEW NEXT")));
        var form =
                new HashMap<String, Object>(Map.of("how", "Asked on the telephone", "email", "this", "line", "this"));
        Rows.in(() -> form.put("version", again(one).version + "-" + again(other).version));
        kent.post("/volunteers/" + one.ref + "/duplicates/" + other.ref + "/merge", form)
                .statusCode(303);
        kent.get(act).statusCode(200).body(containsString("Merged with another record since"));
        kent.post(act + "/undoing", Map.of()).statusCode(422);
        assertEquals(Stage.INTERVIEW, stage(one));
    }

    @Test
    void isUndoneAsAWholeAndTheClockGoesOnWhereItWas() {
        var one = People.special()
                .eligible()
                .inStage(Stage.INTERVIEW, TODAY.minusDays(20))
                .saved();
        var two = People.special()
                .eligible()
                .inStage(Stage.APPLIED, TODAY.minusDays(9))
                .saved();
        var kent = As.coordinatorOf("kent");
        var act = withoutQuery(MovingTogetherTest.done(
                kent, MovingTogetherTest.shown("Wrong list", one.ref + " INTERVIEW NEXT", two.ref + " APPLIED NEXT")));
        kent.get(act).body(containsString("Undo for all 2 people"));
        As.coordinatorOf("gwent").get(act).statusCode(404);
        As.coordinatorOf("gwent").post(act + "/undoing", Map.of()).statusCode(404);
        kent.post(act + "/undoing", Map.of()).statusCode(303);
        kent.get(act).body(containsString("Undone for 2 people")).body(not(containsString("Undo for all")));
        kent.post(act + "/undoing", Map.of()).statusCode(409).body(containsString("Somebody was faster"));
        Rows.in(() -> {
            var person = again(one);
            assertEquals(Stage.INTERVIEW, person.stage);
            assertEquals(TODAY.minusDays(20), person.stageSince);
            // nothing is overwritten: a correcting row names the one it takes back
            var changes = StageChange.of(person);
            assertEquals(3, changes.size());
            assertEquals(changes.get(1), changes.get(2).undoes);
            assertEquals(
                    List.of(21L),
                    StageChange.periods(person, TODAY).stream()
                            .map(StagePeriod::days)
                            .toList());
        });
        assertEquals(List.of("person entered", "stage moved", "stage moved"), Rows.trail("kent", one.ref));
        kent.get("/volunteers/" + one.ref + "/history")
                .body(containsString("Moved to vetting, and taken back"))
                .body(containsString("Stands at interview again"));
        kent.get("/forces/kent/bulk-acts")
                .body(containsString("Move to the next stage"))
                .body(containsString("Undone by"));
    }

    @Test
    void saysExactlyWhatDependsOnItAndThenUndoesNothing() {
        var one = People.special().eligible().inStage(Stage.INTERVIEW).saved();
        var two = People.special()
                .named("Two " + Reference.random())
                .eligible()
                .inStage(Stage.INTERVIEW)
                .saved();
        var kent = As.coordinatorOf("kent");
        var act = withoutQuery(MovingTogetherTest.done(
                kent, MovingTogetherTest.shown("", one.ref + " INTERVIEW NEXT", two.ref + " INTERVIEW NEXT")));
        MovingTogetherTest.done(kent, MovingTogetherTest.shown("", two.ref + " VETTING NEXT"));
        kent.post(act + "/undoing", Map.of())
                .statusCode(422)
                .body(containsString("It cannot be undone together: 1 person has gone on since"))
                .body(containsString(
                        two.fullName + "</a>: Moved to training since, on 16 June 2026 by " + kent.name()));
        assertEquals(List.of(Stage.VETTING, Stage.TRAINING), List.of(stage(one), stage(two)));
    }

    @Test
    void givesEachARowsOwnResultInOneForm() {
        var name = "Evening " + Reference.random();
        var passed = People.special()
                .named("A " + name)
                .eligible()
                .inStage(Stage.INTERVIEW)
                .saved();
        var refused = People.special()
                .named("B " + name)
                .eligible()
                .inStage(Stage.INTERVIEW)
                .saved();
        var withdrew =
                People.special().named("C " + name).inStage(Stage.INTERVIEW).saved();
        var paused =
                People.special().named("D " + name).inStage(Stage.INTERVIEW).saved();
        var open = People.special().named("E " + name).inStage(Stage.INTERVIEW).saved();
        var kent = As.coordinatorOf("kent");
        var asked = name.replace(" ", "+");
        kent.get("/forces/kent/outcomes?q=" + asked).statusCode(200).body(containsString("Result of E " + name));
        var form = new HashMap<String, Object>();
        form.put("results", "yes");
        form.put("row", List.of(passed.ref, refused.ref, withdrew.ref, paused.ref, open.ref));
        form.put("do-" + passed.ref, "NEXT");
        form.put("do-" + refused.ref, "REFUSE-NOT_SUITABLE_AT_INTERVIEW");
        form.put("do-" + withdrew.ref, "LEAVE-WITHDREW");
        form.put("do-" + paused.ref, "PAUSE-ASKED_BY_APPLICANT");
        form.put("do-" + open.ref, "");
        var page = kent.post("/forces/kent/bulk-acts", form)
                .statusCode(200)
                .body(containsString("What would happen to 4 people"))
                .body(containsString("Would be refused: Did not meet the standard at interview"))
                .body(containsString("Would leave from the stage interview: Withdrew the application"))
                .extract()
                .asString();
        assertEquals(Stage.INTERVIEW, stage(passed));
        var people = Pattern.compile("name=\"person\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(r -> r.group(1))
                .toList();
        var shown = reviewed(MovingTogetherTest.shown("", people.toArray(String[]::new)), TODAY.plusDays(20));
        var act = withoutQuery(MovingTogetherTest.done(kent, shown));
        kent.get(act).body(containsString("Done for 4 people")).body(containsString("Each their own result"));
        assertEquals(
                List.of(Stage.VETTING, Stage.LEFT, Stage.LEFT, Stage.INTERVIEW, Stage.INTERVIEW),
                List.of(stage(passed), stage(refused), stage(withdrew), stage(paused), stage(open)));
        Rows.in(() -> {
            assertEquals(TODAY.plusDays(28), Refusal.of(again(refused)).get(0).appealUntil);
            assertEquals(TODAY.plusDays(20), Pause.of(again(paused)).get(0).reviewOn);
        });
        // a letter has gone out
        kent.post(act + "/undoing", Map.of()).statusCode(422).body(containsString("Refused with a letter"));
    }

    /** Vetting rule 10: what ended with the office comes back by a new case only, so the act is not said to be undone. */
    @Test
    void isNotTakenBackWhereAClearanceEndedWithIt() {
        var cleared = People.special()
                .inStage(Stage.TRAINING)
                .withClearance(ClearanceLevel.RECRUITMENT, LocalDate.of(2026, 2, 1), LocalDate.of(2036, 1, 31))
                .saved();
        var resting = People.special().inStage(Stage.VETTING).saved();
        var kent = As.coordinatorOf("kent");
        var act = withoutQuery(
                MovingTogetherTest.done(kent, MovingTogetherTest.shown("", cleared.ref + " TRAINING LEAVE-WITHDREW")));
        kent.get(act).body(containsString("Their clearance ended with it")).body(not(containsString("Undo for all")));
        kent.post(act + "/undoing", Map.of()).statusCode(422).body(containsString("(vetting rule 10)"));
        Rows.in(() -> assertEquals(Stage.LEFT, again(cleared).stage));

        var paused = withoutQuery(MovingTogetherTest.done(
                kent, reviewed(MovingTogetherTest.shown("", resting.ref + " VETTING PAUSE-AWAY"), TODAY.plusDays(9))));
        kent.get(paused).statusCode(200);
        var left = withoutQuery(MovingTogetherTest.done(
                kent, MovingTogetherTest.shown("", resting.ref + " VETTING-paused LEAVE-WITHDREW")));
        kent.get(left).body(containsString("Undo for all"));
        kent.post(left + "/undoing", Map.of()).statusCode(303);
        Rows.in(() -> {
            assertEquals(Stage.VETTING, again(resting).stage);
            assertTrue(again(resting).pausedSince != null, "the application rests as before");
        });
    }

    @Test
    void takesBackPausesWithdrawalsAndCohorts() {
        var pausedOne =
                People.special().inStage(Stage.APPLIED, TODAY.minusDays(5)).saved();
        var left = People.special().inStage(Stage.VETTING, TODAY.minusDays(50)).saved();
        var cohort = People.special().inCohort("To come back from").saved().cohort;
        var moved = People.special().inCohort("Before the act").saved();
        var kent = As.coordinatorOf("kent");
        var form = reviewed(
                MovingTogetherTest.shown(
                        "",
                        pausedOne.ref + " APPLIED PAUSE-AWAY",
                        left.ref + " VETTING LEAVE-NO_CONTACT",
                        moved.ref + " " + moved.cohort.id + " COHORT-" + cohort.ref),
                TODAY.plusDays(9));
        var act = withoutQuery(MovingTogetherTest.done(kent, form));
        kent.get(act).body(containsString("Done for 3 people"));
        Rows.in(() -> assertEquals(cohort.id, again(moved).cohort.id));
        kent.post(act + "/undoing", Map.of()).statusCode(303);
        Rows.in(() -> {
            assertEquals(null, again(pausedOne).pausedSince);
            assertEquals(TODAY.minusDays(5), again(pausedOne).clockFrom);
            assertEquals(Stage.VETTING, again(left).stage);
            assertEquals(TODAY.minusDays(50), again(left).stageSince);
            assertEquals(moved.cohort.id, again(moved).cohort.id);
        });
    }

    @Test
    void asksForTheReasonThatADeedNeeds() {
        var person = People.special().inStage(Stage.APPLIED).saved();
        var kent = As.coordinatorOf("kent");
        for (var deed : List.of("LEAVE", "REFUSE")) {
            kent.post("/forces/kent/bulk-acts", Map.of("deed", deed, "person", person.ref))
                    .statusCode(200)
                    .body(containsString("Choose the reason"));
            kent.post(DONE, MovingTogetherTest.shown("", person.ref + " APPLIED " + deed))
                    .statusCode(422)
                    .body(containsString("<a href=\"#code\">Choose the reason</a>"));
        }
        kent.post(DONE, MovingTogetherTest.shown("", person.ref + " APPLIED PAUSE-AWAY"))
                .statusCode(422)
                .body(containsString("Enter the review day"));
        assertEquals(Stage.APPLIED, stage(person));
    }

    @Test
    void undoneByTwoAtOnceIsUndoneOnce() throws Exception {
        var person = People.special().eligible().inStage(Stage.INTERVIEW).saved();
        var kent = As.coordinatorOf("kent");
        var other = As.coordinatorOf("kent");
        kent.withToken();
        other.withToken();
        var act = withoutQuery(
                MovingTogetherTest.done(kent, MovingTogetherTest.shown("", person.ref + " INTERVIEW NEXT")));
        var pool = Executors.newFixedThreadPool(2);
        try {
            var answers = pool.invokeAll(List.<Callable<Integer>>of(
                    () -> status(kent.post(act + "/undoing", Map.of())),
                    () -> status(other.post(act + "/undoing", Map.of()))));
            var codes = new java.util.TreeSet<Integer>();
            for (var answer : answers) codes.add(answer.get());
            assertEquals(java.util.Set.of(303, 409), codes);
        } finally {
            pool.shutdownNow();
        }
        Rows.in(() -> assertEquals(3, StageChange.of(again(person)).size()));
    }

    private static int status(ValidatableResponse answer) {
        return answer.extract().statusCode();
    }

    /** Ticked with one box; a line for each; at most so many more statements for each further hundred. */
    @Test
    void movesFiveHundredAndUndoesThem() {
        var small = crowd(100, "Hundred " + Reference.random());
        var large = crowd(500, "Fivehundred " + Reference.random());
        var kent = As.coordinatorOf("kent");
        long forHundred = statementsToMoveAndBack(kent, small);
        long forFiveHundred = statementsToMoveAndBack(kent, large);
        long eachHundred = (forFiveHundred - forHundred) / 4;
        // to and fro: sequences and batches of fifty, facts gathered by the hundred; one more for each person would be
        // 222
        assertTrue(eachHundred < 150, forHundred + " statements for 100 people, " + forFiveHundred + " for 500");
    }

    private static List<Volunteer> crowd(int size, String name) {
        return People.saved(IntStream.range(0, size)
                .mapToObj(i -> People.special()
                        .named(name + " " + i)
                        .inCohort(name)
                        .eligible()
                        .inStage(Stage.INTERVIEW, TODAY.minusDays(10))
                        .unannounced())
                .toList());
    }

    private long statementsToMoveAndBack(As kent, List<Volunteer> crowd) {
        var statistics = sessions.getStatistics();
        var cohort = Rows.of(() -> again(crowd.get(0)).cohort.ref);
        var page = kent.post(
                        "/forces/kent/bulk-acts",
                        Map.of("deed", "NEXT", "column", "interview", "back", "board?cohort=" + cohort))
                .statusCode(200)
                .body(containsString("What would happen to " + crowd.size() + " people"))
                .extract()
                .asString();
        var people = Pattern.compile("name=\"person\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(r -> r.group(1))
                .toList();
        assertEquals(crowd.size(), people.size());
        statistics.clear();
        var act = withoutQuery(
                MovingTogetherTest.done(kent, MovingTogetherTest.shown("", people.toArray(String[]::new))));
        var result = kent.get(act)
                .body(containsString("Done for " + crowd.size() + " people"))
                .extract()
                .asString();
        assertEquals(crowd.size(), result.split("Moved to vetting from interview", -1).length - 1);
        assertEquals(Stage.VETTING, stage(crowd.get(crowd.size() - 1)));
        kent.post(act + "/undoing", Map.of()).statusCode(303);
        long used = statistics.getPrepareStatementCount();
        Rows.in(() -> assertEquals(
                (long) crowd.size(),
                Volunteer.count(
                        "cohort.ref = ?1 and stage = ?2 and stageSince = ?3",
                        cohort,
                        Stage.INTERVIEW,
                        TODAY.minusDays(10))));
        return used;
    }

    @Test
    void showsTheBoardAtTheSamePriceForAnyNumber() {
        var slug = "south-yorkshire";
        var coordinator = As.coordinatorOf(slug);
        People.saved(IntStream.range(0, 3)
                .mapToObj(i -> People.special().in(slug).unannounced())
                .toList());
        var few = boardCost(coordinator, slug, "3");
        People.saved(IntStream.range(0, 400)
                .mapToObj(i -> People.special().in(slug).unannounced())
                .toList());
        var many = boardCost(coordinator, slug, "403");
        assertEquals(few, many);
        coordinator
                .get("/forces/" + slug + "/board")
                .body(containsString("See all 403"))
                .body(containsString("/forces/" + slug + "/volunteers?stage=applied"));
        coordinator
                .get("/forces/" + slug + "/board?cohort=NOSUCH")
                .statusCode(404)
                .body(containsString("no such cohort"));
    }

    private long boardCost(As coordinator, String slug, String people) {
        coordinator.get("/forces/" + slug + "/board").statusCode(200);
        var statistics = sessions.getStatistics();
        statistics.clear();
        coordinator
                .get("/forces/" + slug + "/board")
                .statusCode(200)
                .body(containsString("Board: " + people + " people"));
        return statistics.getPrepareStatementCount();
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgManyInOneActTest extends ManyInOneActTest {}
