package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.security.Role;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortPlan;
import org.attest.volunteer.CohortWait;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** The last place of a cohort, and the list of those who wait for one. */
@QuarkusTest
class WaitingForAPlaceTest {

    private static final int APPLICANTS = 10;

    /** A cohort of Kent with so many places that takes applicants. */
    private static Cohort cohort(int places) {
        return cohort("kent", places);
    }

    private static Cohort cohort(String slug, int places) {
        var name = "Waiting " + Reference.random();
        return Rows.of(() -> Cohort.open(
                        Force.bySlug(slug).orElseThrow(),
                        new CohortPlan(name, TestClock.TODAY.plusDays(30), null, places, places, null, null, true),
                        People.SOMEBODY)
                .cohort());
    }

    private record Applicant(As at, Volunteer person) {}

    private static Applicant applicant() {
        var at = As.role(Role.APPLICANT, "kent");
        return new Applicant(
                at,
                People.special()
                        .inStage(Stage.INTERVIEW)
                        .withAccount(at.accountId())
                        .saved());
    }

    private static long membersOf(Cohort cohort) {
        return Rows.of(() -> {
            var again = Cohort.byRef(cohort.ref).orElseThrow();
            return Cohort.members(List.of(again)).getOrDefault(again, 0L);
        });
    }

    private static List<String> waitingFor(Cohort cohort) {
        return Rows.of(() -> CohortWait.in(Cohort.byRef(cohort.ref).orElseThrow()).stream()
                .map(w -> w.volunteer.ref)
                .toList());
    }

    private static List<String> noticesOf(Long account) {
        return Rows.of(() -> Panache.getEntityManager()
                .createQuery(
                        "select n.sentence from Notice n where n.account.id = :account order by n.id", String.class)
                .setParameter("account", account)
                .getResultList());
    }

    private static void fill(Cohort cohort, int people) {
        for (int i = 0; i < people; i++) People.special().inCohort(cohort.name).saved();
    }

    private static <T> List<T> together(List<Callable<T>> acts) throws Exception {
        var pool = Executors.newFixedThreadPool(acts.size());
        try {
            var start = new CyclicBarrier(acts.size());
            var running = acts.stream()
                    .map(act -> pool.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var one : running) results.add(one.get());
            return results;
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void ofTenWhoApplyForTheLastPlaceAtOnceOneHasItAndNineWaitInOrder() throws Exception {
        var cohort = cohort(3);
        fill(cohort, 2);
        var applicants =
                IntStream.range(0, APPLICANTS).mapToObj(i -> applicant()).toList();
        applicants.forEach(a -> a.at.withToken());
        var answers = together(applicants.stream()
                .<Callable<Integer>>map(a -> () -> a.at.post("/me/cohorts/" + cohort.ref + "/place", Map.of())
                        .extract()
                        .statusCode())
                .toList());
        assertEquals(java.util.Collections.nCopies(APPLICANTS, 303), answers);
        assertEquals(3, membersOf(cohort));
        var waiting = waitingFor(cohort);
        assertEquals(APPLICANTS - 1, waiting.stream().distinct().count());
        // each sees their own number, without a gap; the one who has the place sees that
        var numbers = new ArrayList<String>();
        for (var applicant : applicants) {
            var page = applicant.at.get("/me/cohorts").extract().asString();
            if (waiting.contains(applicant.person.ref)) {
                int number = waiting.indexOf(applicant.person.ref) + 1;
                assertTrue(page.contains("number " + number + "</strong> on the waiting list"), page);
                numbers.add(String.valueOf(number));
            } else {
                assertTrue(page.contains("You have a place in the cohort"), page);
            }
        }
        assertEquals(APPLICANTS - 1, numbers.stream().distinct().count());
        // strictly in the order in which they came
        Rows.in(() -> {
            var waits = CohortWait.in(Cohort.byRef(cohort.ref).orElseThrow());
            for (int i = 1; i < waits.size(); i++)
                assertTrue(waits.get(i - 1).joinedAt.isBefore(waits.get(i).joinedAt));
            assertEquals(APPLICANTS - 1, waits.get(APPLICANTS - 2).position());
        });
    }

    @Test
    void twoDesksCannotBothTakeTheLastPlace() throws Exception {
        var cohort = cohort(1);
        var people = List.of(People.special().saved(), People.special().saved());
        var desks = List.of(As.coordinatorOf("kent"), As.coordinatorOf("kent"));
        desks.forEach(As::withToken);
        together(IntStream.range(0, 2)
                .<Callable<Integer>>mapToObj(i -> () -> desks.get(i)
                        .post("/volunteers/" + people.get(i).ref + "/cohort", Map.of("was", "none", "to", cohort.ref))
                        .extract()
                        .statusCode())
                .toList());
        assertEquals(1, membersOf(cohort));
        assertEquals(1, waitingFor(cohort).size());
    }

    @Test
    void theRoomCannotShrinkWhileSomebodyTakesThePlace() throws Exception {
        var cohort = cohort(2);
        fill(cohort, 1);
        var applicant = applicant();
        var desk = As.coordinatorOf("kent");
        applicant.at.withToken();
        desk.withToken();
        var shrunk = plan(cohort, 1);
        together(List.<Callable<Integer>>of(
                () -> applicant
                        .at
                        .post("/me/cohorts/" + cohort.ref + "/place", Map.of())
                        .extract()
                        .statusCode(),
                () -> desk.post("/cohorts/" + cohort.ref + "/edit", shrunk)
                        .extract()
                        .statusCode()));
        int places = Rows.of(() -> Cohort.byRef(cohort.ref).orElseThrow().capacity);
        assertTrue(membersOf(cohort) <= places, membersOf(cohort) + " people in " + places + " places");
    }

    private static Map<String, Object> plan(Cohort cohort, int capacity) {
        var day = cohort.startsOn;
        var form = new java.util.HashMap<String, Object>(Map.of(
                "name",
                cohort.name,
                "startsOn-day",
                day.getDayOfMonth(),
                "startsOn-month",
                day.getMonthValue(),
                "startsOn-year",
                day.getYear(),
                "capacity",
                capacity,
                "targetDeployable",
                1,
                "takesApplicants",
                "yes"));
        form.put("version", Rows.of(() -> Cohort.byRef(cohort.ref).orElseThrow().version));
        return form;
    }

    @Test
    void whoIsNextMovesUpAsSoonAsAPlaceFallsFreeAndIsTold() {
        var cohort = cohort(1);
        var member = People.special().inCohort(cohort.name).saved();
        var coordinator = As.coordinatorOf("kent");
        var first = applicant();
        var second = applicant();
        var third = applicant();
        for (var one : List.of(first, second, third))
            one.at.post("/me/cohorts/" + cohort.ref + "/place", Map.of()).statusCode(303);
        assertEquals(List.of(first.person.ref, second.person.ref, third.person.ref), waitingFor(cohort));

        // a member leaves the force
        coordinator
                .post(
                        "/volunteers/" + member.ref + "/leaving",
                        Map.of(
                                "lastDay-day",
                                TestClock.TODAY.getDayOfMonth(),
                                "lastDay-month",
                                TestClock.TODAY.getMonthValue(),
                                "lastDay-year",
                                TestClock.TODAY.getYear(),
                                "reason",
                                "WITHDREW"))
                .statusCode(303);
        assertEquals(List.of(second.person.ref, third.person.ref), waitingFor(cohort));
        first.at.get("/me/cohorts").body(containsString("You have a place in the cohort"));
        assertTrue(noticesOf(first.at.accountId()).stream().anyMatch(s -> s.contains("you moved up")));
        assertTrue(noticesOf(coordinator.accountId()).stream()
                .anyMatch(s -> s.contains(first.person.fullName + " moved up")));
        assertEquals(
                List.of("waiting begun", "cohort changed"),
                Rows.trail("kent", first.person.ref).stream()
                        .filter(a -> a.contains("cohort") || a.contains("waiting"))
                        .filter(a -> !a.contains("viewed"))
                        .toList());

        // the cohort has more places
        coordinator.post("/cohorts/" + cohort.ref + "/edit", plan(cohort, 2)).statusCode(303);
        assertEquals(List.of(third.person.ref), waitingFor(cohort));

        // a member changes to another cohort, while the one who is next has given up
        third.at.post("/me/cohorts/waiting-ending", Map.of()).statusCode(303);
        var fourth = applicant();
        fourth.at.post("/me/cohorts/" + cohort.ref + "/place", Map.of()).statusCode(303);
        var other = cohort(1);
        coordinator
                .post("/volunteers/" + first.person.ref + "/cohort", Map.of("was", cohort.ref, "to", other.ref))
                .statusCode(303);
        assertEquals(List.of(), waitingFor(cohort));
        assertEquals(2, membersOf(cohort));
        third.at.get("/me/cohorts").body(containsString("You are in no cohort yet"));
        fourth.at.get("/me/cohorts").body(containsString("You have a place in the cohort"));
    }

    @Test
    void whoLeavesWaitsNoLonger() {
        var cohort = cohort(1);
        fill(cohort, 1);
        var gone = applicant();
        gone.at.post("/me/cohorts/" + cohort.ref + "/place", Map.of()).statusCode(303);
        Rows.in(() -> {
            var person = Volunteer.byRef(gone.person.ref).orElseThrow();
            var moved = person.leave(
                    TestClock.TODAY,
                    org.attest.volunteer.LeavingReason.WITHDREW,
                    null,
                    People.SOMEBODY,
                    java.time.Clock.fixed(
                            TestClock.TODAY
                                    .atStartOfDay(java.time.ZoneOffset.UTC)
                                    .toInstant(),
                            java.time.ZoneOffset.UTC));
            jakarta.enterprise
                    .inject
                    .spi
                    .CDI
                    .current()
                    .getBeanManager()
                    .getEvent()
                    .select(org.attest.audit.Deed.class)
                    .fire(moved);
        });
        assertEquals(List.of(), waitingFor(cohort));
    }

    @Test
    void theWaitingListGoesToTheNextCohortInOrder() {
        var full = cohort(1);
        fill(full, 1);
        var next = cohort(2);
        fill(next, 1);
        var waiting = IntStream.range(0, 3).mapToObj(i -> applicant()).toList();
        waiting.forEach(
                a -> a.at.post("/me/cohorts/" + full.ref + "/place", Map.of()).statusCode(303));
        var kent = As.coordinatorOf("kent");
        var path = "/cohorts/" + full.ref + "/waiting-list";
        kent.get(path).statusCode(200).body(containsString("3 people on the waiting list"));
        kent.post(path + "/carrying", Map.of("to", "nowhere"))
                .statusCode(422)
                .body(containsString("Choose the cohort to which the waiting list goes"));
        kent.post(path + "/carrying", Map.of("to", cohort("gwent", 3).ref)).statusCode(422);
        kent.post(path + "/carrying", Map.of("to", next.ref))
                .statusCode(200)
                .body(containsString("Has a place in " + next.name))
                .body(containsString("Number 2 on the waiting list of " + next.name));
        assertEquals(List.of(), waitingFor(full));
        assertEquals(waiting.subList(1, 3).stream().map(a -> a.person.ref).toList(), waitingFor(next));
        assertEquals(2, membersOf(next));
    }

    /** Who has a place in the other cohort already waits no longer, and keeps nobody behind them from being carried. */
    @Test
    void whoHasAPlaceThereIsCarriedWithTheOthers() {
        var full = cohort(1);
        fill(full, 1);
        var next = cohort(3);
        var placed = applicant();
        var behind = applicant();
        for (var one : List.of(placed, behind)) {
            one.at.post("/me/cohorts/" + full.ref + "/place", Map.of()).statusCode(303);
        }
        Rows.in(() -> Volunteer.byRef(placed.person.ref).orElseThrow().cohort =
                Cohort.byRef(next.ref).orElseThrow());
        As.coordinatorOf("kent")
                .post("/cohorts/" + full.ref + "/waiting-list/carrying", Map.of("to", next.ref))
                .statusCode(200);
        assertEquals(List.of(), waitingFor(full));
        assertEquals(2, membersOf(next));
    }

    @Test
    void anApplicantChoosesOnlyAmongCohortsOfTheForceThatTakeApplicants() {
        var closed = Rows.of(() -> Cohort.open(
                        Force.bySlug("kent").orElseThrow(),
                        new CohortPlan("Closed " + Reference.random(), TestClock.TODAY, null, 4, 1, null),
                        People.SOMEBODY)
                .cohort());
        var foreign = cohort("gwent", 4);
        var open = cohort(4);
        var applicant = applicant();
        applicant
                .at
                .get("/me/cohorts")
                .statusCode(200)
                .body(containsString(open.name))
                .body(not(containsString(closed.name)))
                .body(not(containsString(foreign.name)));
        for (var ref : List.of(closed.ref, foreign.ref, Reference.random()))
            applicant.at.post("/me/cohorts/" + ref + "/place", Map.of()).statusCode(404);
        applicant.at.post("/me/cohorts/" + open.ref + "/place", Map.of()).statusCode(303);
        applicant
                .at
                .post("/me/cohorts/" + open.ref + "/place", Map.of())
                .statusCode(422)
                .body(containsString("is in this cohort already"));
        var enquirer = As.role(Role.APPLICANT, "kent");
        People.special()
                .inStage(Stage.ENQUIRY)
                .withAccount(enquirer.accountId())
                .saved();
        enquirer.post("/me/cohorts/" + open.ref + "/place", Map.of()).statusCode(404);
    }

    @Test
    void everybodyOfACohortIsWrittenToAndWhoHasNoAddressIsNamed() {
        var cohort = cohort(5);
        var reader = As.role(Role.VOLUNTEER, "kent");
        var signedIn = People.special()
                .inCohort(cohort.name)
                .withAccount(reader.accountId())
                .saved();
        var mailed = People.special().inCohort(cohort.name).saved();
        var silent = People.special().inCohort(cohort.name).withEmail(null).saved();
        var kent = As.coordinatorOf("kent");
        var path = "/cohorts/" + cohort.ref + "/messages";
        kent.post(path + "/preview", Map.of("words", " ")).statusCode(422).body(containsString("Enter the message"));
        kent.post(path + "/preview", Map.of("words", "Meet at the gate.\nBring water."))
                .statusCode(200)
                .body(containsString("1 of 3 people can read it in Attest"))
                .body(containsString(silent.fullName))
                .body(containsString("Has no account and no address"));
        assertEquals(List.of(), noticesOf(reader.accountId()));
        var sent = kent.post(path, Map.of("words", "Meet at the gate.\nBring water."))
                .statusCode(303)
                .extract()
                .header("Location");
        kent.get(sent.replaceAll("^https?://[^/]+", ""))
                .body(containsString(mailed.fullName))
                .body(containsString(signedIn.fullName));
        reader.get("/me/cohorts").body(containsString("Meet at the gate.")).body(containsString("Bring water."));
        assertEquals(1, noticesOf(reader.accountId()).size());
        Rows.in(() -> assertEquals(
                1,
                Panache.getEntityManager()
                        .createQuery("select count(m) from Message m where m.recipient = :to", Long.class)
                        .setParameter("to", mailed.email)
                        .getSingleResult()));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgWaitingForAPlaceTest extends WaitingForAPlaceTest {}
