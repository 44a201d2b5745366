package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortPlan;
import org.attest.volunteer.CohortWait;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** Many people put into a cohort in one act stand in the same line as whoever is put there alone, and undoing it keeps the line. */
@QuarkusTest
class PlacedTogetherTest {

    private static Cohort cohort(int places) {
        return Rows.of(() -> Cohort.open(
                        Force.bySlug("kent").orElseThrow(),
                        new CohortPlan(
                                "Line " + Reference.random(), TestClock.TODAY.plusDays(30), null, places, 1, null),
                        People.SOMEBODY)
                .cohort());
    }

    private static List<Volunteer> people(int many) {
        var evening = Reference.random();
        return IntStream.range(0, many)
                .mapToObj(i -> People.special()
                        .named((char) ('A' + i) + " " + evening)
                        .inStage(Stage.INTERVIEW)
                        .saved())
                .toList();
    }

    private static Map<String, Object> ticked(Cohort cohort, List<Volunteer> people) {
        return new HashMap<>(Map.of(
                "deed",
                "COHORT-" + cohort.ref,
                "person",
                people.stream().map(p -> p.ref).toList()));
    }

    private static String placed(As kent, Cohort cohort, List<Volunteer> people) {
        return done(kent, people, "none COHORT-" + cohort.ref);
    }

    private static String done(As kent, List<Volunteer> people, String what) {
        return MovingTogetherTest.done(
                        kent,
                        MovingTogetherTest.shown(
                                "", people.stream().map(p -> p.ref + " " + what).toArray(String[]::new)))
                .replaceAll("\\?.*", "");
    }

    private static void alone(As kent, Cohort cohort, Volunteer person) {
        kent.post("/volunteers/" + person.ref + "/cohort", Map.of("was", "none", "to", cohort.ref))
                .statusCode(303);
    }

    private static List<String> waiting(Cohort cohort) {
        return Rows.of(() -> CohortWait.in(Cohort.byRef(cohort.ref).orElseThrow()).stream()
                .map(w -> w.volunteer.ref)
                .toList());
    }

    private static List<String> in(Cohort cohort) {
        return Rows.of(() -> Volunteer.in(Cohort.byRef(cohort.ref).orElseThrow()).stream()
                .map(v -> v.ref)
                .toList());
    }

    private static List<String> refs(List<Volunteer> people) {
        return people.stream().map(p -> p.ref).toList();
    }

    @Test
    void takeTheFreePlacesAndThenTheEndOfTheWaitingList() {
        var cohort = cohort(2);
        var kent = As.coordinatorOf("kent");
        var people = people(4);
        kent.post("/forces/kent/bulk-acts", ticked(cohort, people))
                .statusCode(200)
                .body(containsString("It would happen to everybody"))
                .body(containsString("Would have a place in " + cohort.name))
                .body(containsString("Would be number 1 on the waiting list of " + cohort.name))
                .body(containsString("Would be number 2 on the waiting list of " + cohort.name));
        assertEquals(List.of(), in(cohort));
        assertEquals(List.of(), waiting(cohort));
        kent.get(placed(kent, cohort, people))
                .body(containsString("Has a place in " + cohort.name))
                .body(containsString("Number 2 on the waiting list of " + cohort.name));
        assertEquals(refs(people.subList(0, 2)), in(cohort));
        assertEquals(refs(people.subList(2, 4)), waiting(cohort));
        assertEquals(List.of("person entered", "waiting begun"), Rows.trail("kent", people.get(3).ref));
    }

    @Test
    void overtakeNobodyWhoWaitsAndRefuseWhoeverWaitsAsTheirRecordDoes() {
        var cohort = cohort(1);
        var kent = As.coordinatorOf("kent");
        var before = people(2);
        before.forEach(person -> alone(kent, cohort, person));
        var other = cohort(3);
        var people = people(1);
        kent.get(placed(kent, cohort, people)).body(containsString("Number 2 on the waiting list of " + cohort.name));
        assertEquals(List.of(before.get(1).ref, people.get(0).ref), waiting(cohort));
        kent.post("/forces/kent/bulk-acts", ticked(other, people))
                .body(containsString("waits for a place in " + cohort.name + ": end that first"));
        kent.post("/volunteers/" + people.get(0).ref + "/cohort", Map.of("was", "none," + cohort.ref, "to", other.ref))
                .statusCode(422)
                .body(containsString("waits for a place in " + cohort.name + ": end that first"));
    }

    @Test
    void areTakenOutOfBothAndWhoStoodBehindMovesUp() {
        var cohort = cohort(1);
        var kent = As.coordinatorOf("kent");
        var people = people(2);
        var act = placed(kent, cohort, people);
        var behind = people(1).get(0);
        alone(kent, cohort, behind);
        kent.post(act + "/undoing", Map.of()).statusCode(303);
        assertEquals(List.of(behind.ref), in(cohort));
        assertEquals(List.of(), waiting(cohort));
        assertEquals(
                List.of("person entered", "waiting begun", "waiting ended"), Rows.trail("kent", people.get(1).ref));
    }

    @Test
    void stayWhereOneMovedUpOrWaitsElsewhereSince() {
        var cohort = cohort(1);
        var kent = As.coordinatorOf("kent");
        var people = people(2);
        var act = placed(kent, cohort, people);
        kent.post("/volunteers/" + people.get(0).ref + "/cohort", Map.of("was", cohort.ref, "to", "none"))
                .statusCode(303);
        kent.post(act + "/undoing", Map.of())
                .statusCode(422)
                .body(containsString("Taken out of the cohort since"))
                .body(containsString("Moved up from the waiting list since"));
        assertEquals(List.of(people.get(1).ref), in(cohort));
    }

    @Test
    void whoLeftByMistakeStandsWhereTheyStoodInTheLine() {
        var cohort = cohort(1);
        var kent = As.coordinatorOf("kent");
        alone(kent, cohort, people(1).get(0));
        var waiting = people(3);
        waiting.forEach(person -> alone(kent, cohort, person));
        var act = done(kent, waiting.subList(1, 2), "INTERVIEW LEAVE-WITHDREW");
        assertEquals(List.of(waiting.get(0).ref, waiting.get(2).ref), waiting(cohort));
        kent.post(act + "/undoing", Map.of()).statusCode(303);
        assertEquals(refs(waiting), waiting(cohort));
        Rows.in(() -> {
            var rows = CohortWait.<CohortWait>list("volunteer.ref = ?1 order by id", waiting.get(1).ref);
            // what ended stays to be read
            assertEquals(CohortWait.Ending.LEFT, rows.get(0).ending);
            assertNull(rows.get(1).ending);
            assertEquals(2, rows.get(1).position());
        });
    }

    @Test
    void whoLeftIsNotBroughtBackBehindSomebodyWhoHasThePlaceSince() {
        var cohort = cohort(1);
        var kent = As.coordinatorOf("kent");
        var member = people(1).get(0);
        alone(kent, cohort, member);
        var waiting = people(2);
        waiting.forEach(person -> alone(kent, cohort, person));
        var act = done(kent, waiting.subList(0, 1), "INTERVIEW LEAVE-WITHDREW");
        kent.post("/volunteers/" + member.ref + "/cohort", Map.of("was", cohort.ref, "to", "none"))
                .statusCode(303);
        assertEquals(List.of(waiting.get(1).ref), in(cohort));
        kent.post(act + "/undoing", Map.of())
                .statusCode(422)
                .body(containsString(waiting.get(1).fullName + ", who stood behind them on the waiting list of "
                        + cohort.name + ", has a place since"));
        assertEquals(List.of(), waiting(cohort));
    }

    @Test
    void whoLeftIsNotBroughtBackWithoutTheirPlace() {
        var cohort = cohort(1);
        var kent = As.coordinatorOf("kent");
        var member = people(1);
        alone(kent, cohort, member.get(0));
        var next = people(1).get(0);
        alone(kent, cohort, next);
        var act = done(kent, member, "INTERVIEW LEAVE-WITHDREW");
        assertEquals(List.of(next.ref), in(cohort));
        kent.post(act + "/undoing", Map.of())
                .statusCode(422)
                .body(containsString(cohort.name + ", their cohort, has no place left"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgPlacedTogetherTest extends PlacedTogetherTest {}
