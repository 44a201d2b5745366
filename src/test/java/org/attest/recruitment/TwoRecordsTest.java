package org.attest.recruitment;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.readiness.Determination;
import org.attest.security.Role;
import org.attest.security.TestAccounts;
import org.attest.vetting.Clearance;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.RestrictionCode;
import org.attest.vetting.TestCases;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Equipment;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.Hold;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.Lookalikes;
import org.attest.volunteer.MergedRecord;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.ToldApart;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** Two records that may be one person's: suggested, told apart, merged, and never by themselves. */
@QuarkusTest
class TwoRecordsTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    /** Days on which nobody else of the tests is born. */
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    private final LocalDate born = LocalDate.of(1970, 1, 2).plusDays(DAYS.incrementAndGet());
    private final String mark = Reference.random().substring(0, 6);
    private final As durham = As.coordinatorOf("durham");

    private People named(String name) {
        return People.special().in("durham").named(name + " " + mark).born(born);
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private static String pair(Volunteer one, Volunteer other) {
        return "/volunteers/" + one.ref + "/duplicates/" + other.ref;
    }

    private static Map<String, Object> form(Volunteer one, Volunteer other, Object... more) {
        var form = new HashMap<String, Object>();
        Rows.in(() -> form.put("version", again(one).version + "-" + again(other).version));
        form.put("how", "Asked on the telephone");
        for (int i = 0; i < more.length; i += 2) form.put(more[i].toString(), more[i + 1]);
        return form;
    }

    private static boolean suggested(Volunteer one, Volunteer other) {
        return Rows.of(() -> Lookalikes.in(Force.findById(one.force.id)).stream()
                .anyMatch(p -> List.of(p.one().ref(), p.other().ref()).containsAll(List.of(one.ref, other.ref))));
    }

    // --- suggestions

    @Test
    void areSuggestedWithTheEvidence() {
        var one = named("Rowan Ashdown").withPhone("01913 555 0101").saved();
        var other = named("Rowan Ashdwon").withPhone("0191 355 50101").saved();
        durham.get("/forces/durham/duplicates")
                .statusCode(200)
                .body(allOf(
                        containsString("href=\"" + pair(one, other) + "\""),
                        containsString("The same telephone number: 01913 555 0101"),
                        containsString("and a similar name")));
        durham.get("/").body(containsString("href=\"/forces/durham/duplicates\""));
        durham.get("/volunteers/" + other.ref + "/profile")
                .body(allOf(containsString("may be recorded twice"), containsString(pair(other, one))));
        // who may not merge them is not told
        As.role(Role.SUPERVISOR, "durham")
                .get("/volunteers/" + other.ref + "/profile")
                .body(not(containsString("may be recorded twice")));
    }

    @Test
    void areNeverSuggestedAcrossForces() {
        var one = named("Rowan Ashdown").saved();
        var other = named("Rowan Ashdown").in("cleveland").saved();
        assertFalse(suggested(one, other));
        assertTrue(Rows.of(() -> Lookalikes.of(again(one))).isEmpty());
        durham.get(pair(one, other)).statusCode(404);
        As.coordinatorOf("cleveland").get(pair(other, one)).statusCode(404);
        // and whoever coordinates both is told why not
        durham.and(Role.COORDINATOR, "cleveland")
                .get(pair(one, other))
                .statusCode(200)
                .body(containsString("The records are of two forces"));
    }

    @Test
    void costTheSameForTwentyAsForTwoThousand() {
        People.saved(IntStream.range(0, 20)
                .mapToObj(i -> People.special().in("suffolk").unannounced())
                .toList());
        long few = statements();
        People.saved(IntStream.range(0, 1980)
                .mapToObj(i -> People.special()
                        .in("suffolk")
                        .named("Crowd " + Reference.random())
                        .born(LocalDate.of(1960, 1, 1).plusDays(i % 500))
                        .unannounced())
                .toList());
        long start = System.nanoTime();
        assertEquals(few, statements());
        assertEquals(3, few);
        assertTrue(System.nanoTime() - start < 3_000_000_000L, "2,000 people are compared in a moment");
    }

    private long statements() {
        return Rows.of(() -> {
            var force = Force.bySlug("suffolk").orElseThrow();
            em.flush();
            var statistics =
                    em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
            statistics.clear();
            Lookalikes.in(force);
            return statistics.getPrepareStatementCount();
        });
    }

    // --- told apart

    @Test
    void areToldApartForGoodUntilThatIsTakenBack() {
        var one = named("Rowan Ashdown").saved();
        var twin = named("Rowan Ashdown").saved();
        assertTrue(suggested(one, twin));
        durham.post(pair(one, twin) + "/telling-apart", Map.of()).statusCode(303);
        assertFalse(suggested(one, twin));
        assertTrue(Rows.of(() -> Lookalikes.of(again(twin))).isEmpty());
        durham.get("/volunteers/" + twin.ref + "/profile")
                .body(allOf(
                        containsString("Not the same as"),
                        containsString("Told apart by " + durham.name()),
                        not(containsString("may be recorded twice"))));
        // said once is said
        durham.post(pair(twin, one) + "/telling-apart", Map.of())
                .statusCode(422)
                .body(containsString("told the two apart on 16 June 2026"));
        durham.post(pair(one, twin) + "/merge", form(one, twin, "email", "this"))
                .statusCode(422)
                .body(containsString("take that back first"));
        assertTrue(Rows.trail("durham", one.ref).contains("people told apart"));

        durham.post(pair(twin, one) + "/telling-apart/taking-back", Map.of()).statusCode(303);
        assertTrue(suggested(one, twin));
        durham.post(pair(twin, one) + "/telling-apart/taking-back", Map.of()).statusCode(422);
        assertEquals(1, Rows.of(() -> ToldApart.count("one = ?1 and takenBackAt is not null", one)));
    }

    // --- merged

    @Test
    void areMergedFieldByFieldAndNothingIsLost() {
        var one = named("Rowan Ashdown")
                .inStage(Stage.ENQUIRY, TODAY.minusDays(90))
                .withPhone("01913 555 0102")
                .onHold(HoldCause.WELFARE, TODAY.minusDays(3), TODAY.plusDays(20))
                .holding(EquipmentKind.FORCE_LAPTOP, TODAY.minusDays(30), null)
                .saved();
        var other = named("Rowan Ashdowne")
                .withEmail("rowan-" + mark + "@other.example")
                .withPhone("01913 555 0103")
                .withForceNumber("N" + mark)
                .inStage(Stage.SERVICE, TODAY.minusDays(60))
                .eligible()
                .appointedOn(TODAY.minusDays(70))
                .attestedOn(TODAY.minusDays(65))
                .holding(EquipmentKind.WARRANT_CARD, TODAY.minusDays(60), null)
                .saved();
        var path = pair(one, other);
        durham.get(path)
                .statusCode(200)
                .body(allOf(
                        containsString("01913 555 0102"),
                        containsString("01913 555 0103"),
                        containsString("Entered by Somebody on 1 May 2026"),
                        containsString("In service since")));
        // what both say otherwise has to be chosen
        durham.post(path + "/check", form(one, other, "fullName", "other"))
                .statusCode(422)
                .body(containsString("Telephone: choose one of the two"));
        var chosen = form(
                one, other, "fullName", "this", "email", "other", "phone", "other", "line", "other", "knownAs", "");
        durham.post(path + "/check", with(chosen, "how", ""))
                .statusCode(422)
                .body(containsString("Enter how you know"));
        durham.post(path + "/check", chosen)
                .statusCode(200)
                .body(allOf(containsString("A merge is not undone"), containsString("01913 555 0103")));
        durham.post(path + "/merge", chosen).statusCode(303).header("Location", endsWith("/volunteers/" + one.ref));

        Rows.in(() -> {
            var now = again(one);
            assertEquals("Rowan Ashdown " + mark, now.fullName);
            assertEquals("rowan-" + mark.toLowerCase() + "@other.example", now.email);
            assertEquals("01913 555 0103", now.phone);
            assertEquals("N" + mark, now.forceNumber);
            assertEquals(Stage.SERVICE, now.stage);
            assertEquals(TODAY.minusDays(60), now.stageSince);
            assertEquals(1, Appointment.of(now).size());
            assertEquals(1, Attestation.of(now).size());
            assertEquals(2, Equipment.of(now).size());
            assertEquals(1, Eligibility.of(now).size());
            assertEquals(1, Hold.of(now).size());
            assertEquals(
                    List.of(Stage.ENQUIRY, Stage.SERVICE),
                    StageChange.of(now).stream().map(c -> c.to).toList());
            assertEquals(1, Determination.count("volunteer", now));
            var left = MergedRecord.of(now).get(0);
            assertEquals("01913 555 0103", left.said.get("phone"));
            assertEquals("service", left.said.get("stage"));
            assertEquals("Asked on the telephone", left.how);
            assertTrue(Volunteer.byRef(other.ref).isEmpty());
        });
        var trail = Rows.trail("durham", one.ref);
        assertTrue(trail.contains("records merged"), trail.toString());
        assertTrue(Rows.trail("durham", other.ref).contains("record merged away"));

        // the old reference leads on for those entitled, and is missing to all others
        durham.get("/volunteers/" + other.ref).statusCode(303).header("Location", endsWith("/volunteers/" + one.ref));
        durham.get("/volunteers/" + Reference.grouped(other.ref) + "/history")
                .statusCode(303)
                .header("Location", endsWith("/volunteers/" + one.ref + "/history"));
        As.coordinatorOf("cleveland").get("/volunteers/" + other.ref).statusCode(404);
        As.role(Role.FORCE_LEAD, "durham").get("/volunteers/" + other.ref).statusCode(403);
        durham.get("/forces/durham/volunteers?q=" + mark).body(not(containsString("href=\"/volunteers/" + other.ref)));
        durham.get("/forces/durham/volunteers?q=" + other.ref).body(containsString("href=\"/volunteers/" + one.ref));
        durham.get("/forces/durham/volunteers.csv").body(not(containsString(Reference.grouped(other.ref))));
        durham.get("/volunteers/" + one.ref + "/history")
                .body(allOf(containsString("Record merged in"), containsString("Asked on the telephone")));
        durham.get("/volunteers/" + one.ref + "/profile").body(containsString("Merged in"));
    }

    @Test
    void everyPageOfItIsValid() {
        var one = named("Rowan Ashdown").withPhone("01913 555 0111").saved();
        var other = named("Rowan Ashdwon").withPhone("01913 555 0112").saved();
        ValidHtml.assertValid(durham.get("/forces/durham/duplicates").extract().asString());
        ValidHtml.assertValid(durham.get(pair(one, other)).extract().asString());
        ValidHtml.assertValid(durham.post(pair(one, other) + "/check", form(one, other))
                .statusCode(422)
                .extract()
                .asString());
        var chosen = form(one, other, "fullName", "this", "email", "this", "phone", "this");
        ValidHtml.assertValid(durham.post(pair(one, other) + "/check", chosen)
                .statusCode(200)
                .extract()
                .asString());
        durham.post(pair(one, other) + "/telling-apart", Map.of()).statusCode(303);
        ValidHtml.assertValid(durham.get(pair(one, other)).extract().asString());
        ValidHtml.assertValid(
                durham.get("/volunteers/" + one.ref + "/profile").extract().asString());
        ValidHtml.assertValid(As.coordinatorOf("cheshire")
                .get("/forces/cheshire/duplicates")
                .extract()
                .asString());
    }

    @Test
    void whoLookedAtEitherRecordIsToldToThePerson() {
        var person = As.role(Role.VOLUNTEER, "durham");
        var one = named("Rowan Ashdown").withAccount(person.accountId()).saved();
        var other = named("Rowan Ashdown").saved();
        var reader = As.role(Role.TUTOR, "durham");
        reader.get("/volunteers/" + other.ref).statusCode(200);
        durham.post(pair(one, other) + "/merge", form(one, other, "email", "this"))
                .statusCode(303);
        person.get("/me/views").body(containsString(reader.name()));
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var other = new HashMap<>(form);
        other.put(field, value);
        return other;
    }

    @Test
    void whoCameAgainHasOneHistory() {
        var before = named("Rowan Ashdown")
                .inStage(Stage.SERVICE, TODAY.minusDays(900))
                .appointed(TODAY.minusDays(900), null)
                .saved();
        Rows.in(() -> again(before).leave(TODAY.minusDays(400), LeavingReason.RESIGNED, null, People.SOMEBODY, clock));
        var now = named("Rowan Ashdown")
                .inStage(Stage.APPLIED, TODAY.minusDays(20))
                .appliedOn(TODAY.minusDays(20))
                .saved();
        durham.get("/forces/durham/duplicates").body(containsString("Seems to have come again"));
        durham.post(pair(before, now) + "/merge", form(before, now, "email", "other", "line", "other"))
                .statusCode(303);
        Rows.in(() -> {
            var person = again(before);
            assertEquals(Stage.APPLIED, person.stage);
            assertEquals(TODAY.minusDays(20), person.appliedOn);
            var changes = StageChange.of(person);
            assertEquals(
                    List.of(Stage.SERVICE, Stage.LEFT, Stage.APPLIED),
                    changes.stream().map(c -> c.to).toList());
            assertEquals(Stage.LEFT, changes.get(2).from, "one history");
            assertEquals(TODAY.minusDays(400), Appointment.of(person).get(0).endedOn);
        });
    }

    @Test
    void movesThatFitIntoNoHistoryAreSetAside() {
        var one = named("Rowan Ashdown")
                .inStage(Stage.INTERVIEW, TODAY.minusDays(50))
                .saved();
        var other = named("Rowan Ashdown")
                .inStage(Stage.VETTING, TODAY.minusDays(20))
                .saved();
        durham.post(pair(one, other) + "/merge", form(one, other, "email", "this", "line", "this"))
                .statusCode(303);
        Rows.in(() -> {
            assertEquals(1, StageChange.of(again(one)).size());
            assertEquals(
                    Stage.VETTING,
                    MergedRecord.of(again(one)).get(0).aside.get(0).to());
        });
        durham.get("/volunteers/" + one.ref + "/history").body(containsString("In the record merged in: vetting"));
    }

    @Test
    void areNotMergedWhileTwoAppointmentsOverlap() {
        var one = named("Rowan Ashdown")
                .inStage(Stage.SERVICE)
                .appointed(TODAY.minusDays(100), null)
                .saved();
        var other = named("Rowan Ashdown")
                .inStage(Stage.SERVICE)
                .appointed(TODAY.minusDays(50), null)
                .saved();
        var form = form(one, other, "email", "this", "line", "this");
        durham.get(pair(one, other)).body(containsString("Both records have an appointment at the same time"));
        durham.post(pair(one, other) + "/merge", form).statusCode(422).body(containsString("end or withdraw one"));
        assertTrue(Rows.of(() -> Volunteer.byRef(other.ref)).isPresent());
        // the same one, recorded twice, is one
        var twice = named("Rowan Ashdown")
                .inStage(Stage.SERVICE)
                .appointed(TODAY.minusDays(100), null)
                .saved();
        durham.post(pair(one, twice) + "/merge", form(one, twice, "email", "this", "line", "this"))
                .statusCode(303);
        assertEquals(1, Rows.of(() -> Appointment.of(again(one)).size()));
    }

    @Test
    void areNotMergedWhileBothHaveAVettingCaseThatRuns() {
        var one = named("Rowan Ashdown").inStage(Stage.VETTING).eligible().saved();
        var other = named("Rowan Ashdown").inStage(Stage.VETTING).eligible().saved();
        TestCases.of(one);
        var theirs = TestCases.of(other);
        var form = form(one, other, "email", "this", "line", "this");
        durham.post(pair(one, other) + "/merge", form)
                .statusCode(422)
                .body(containsString("the vetting unit settles one of the two first (vetting section 3.2)"));
        theirs.withdrawn();
        durham.post(pair(one, other) + "/merge", form).statusCode(303);
    }

    @Test
    void keepTheConditionsOfAClearanceThatBothHave() {
        var granted = TODAY.minusYears(1);
        var until = granted.plusYears(10).minusDays(1);
        var one = named("Rowan Ashdown")
                .inStage(Stage.TRAINING)
                .withClearance(ClearanceLevel.RECRUITMENT, granted, until)
                .saved();
        var other = named("Rowan Ashdown")
                .inStage(Stage.TRAINING)
                .withClearance(ClearanceLevel.RECRUITMENT, granted, until, RestrictionCode.SUPERVISED_ONLY)
                .saved();
        durham.post(pair(one, other) + "/merge", form(one, other, "email", "this", "line", "this"))
                .statusCode(303);
        assertEquals(List.of(Set.of(RestrictionCode.SUPERVISED_ONLY)), Rows.of(() -> Clearance.of(again(one)).stream()
                .map(c -> Set.copyOf(c.restrictions))
                .toList()));
    }

    @Test
    void ofTwoAccountsOneIsChosenAndTheOtherOpensNothing() {
        var mine = TestAccounts.open(Role.VOLUNTEER, "durham");
        var theirs = TestAccounts.open(Role.APPLICANT, "durham");
        TestAccounts.give(theirs, Role.APPLICANT, "cleveland");
        var one = named("Rowan Ashdown").withAccount(mine.id()).saved();
        var other = named("Rowan Ashdown").withAccount(theirs.id()).saved();
        durham.post(pair(one, other) + "/merge", form(one, other, "email", "this", "line", "this"))
                .statusCode(422)
                .body(containsString("Account: choose one of the two"));
        durham.post(pair(one, other) + "/merge", form(one, other, "email", "this", "line", "this", "account", "this"))
                .statusCode(303);
        Rows.in(() -> {
            assertEquals(mine.id(), again(one).accountId);
            assertEquals(1, TestAccounts.rolesOf(mine).size());
            assertEquals(List.of("applicant, Cleveland Police"), TestAccounts.rolesOf(theirs));
        });
    }

    @Test
    void areShownAgainWhenOneChangedMeanwhile() {
        var one = named("Rowan Ashdown").saved();
        var other = named("Rowan Ashdown").saved();
        durham.post(pair(one, other) + "/merge", with(form(one, other), "version", "7-9"))
                .statusCode(409)
                .body(containsString("Somebody changed one of the records meanwhile"));
        assertTrue(Rows.of(() -> Volunteer.byRef(other.ref)).isPresent());
    }

    @Test
    void nobodyMergesTheirOwnRecord() {
        var one = named("Rowan Ashdown").withAccount(durham.accountId()).saved();
        var other = named("Rowan Ashdown").saved();
        durham.get(pair(other, one)).statusCode(422).body(containsString("This is your own record"));
        durham.post(pair(other, one) + "/merge", form(other, one)).statusCode(422);
    }

    @Test
    void twoDesksMergeThemOnce() throws Exception {
        for (int round = 0; round < 3; round++) {
            var one = named("Rowan Ashdown " + round).saved();
            var other = named("Rowan Ashdown " + round).saved();
            var desks = List.of(durham, As.coordinatorOf("durham"));
            var first = form(one, other, "email", "this", "line", "this");
            var second = form(other, one, "email", "this", "line", "this");
            var begin = new CountDownLatch(1);
            var pool = Executors.newFixedThreadPool(2);
            List<Future<Integer>> answers = List.of(
                    pool.submit(() -> {
                        begin.await();
                        return desks.get(0)
                                .post(pair(one, other) + "/merge", first)
                                .extract()
                                .statusCode();
                    }),
                    // the other way round
                    pool.submit(() -> {
                        begin.await();
                        return desks.get(1)
                                .post(pair(other, one) + "/merge", second)
                                .extract()
                                .statusCode();
                    }));
            begin.countDown();
            var codes = List.of(answers.get(0).get(), answers.get(1).get()).stream()
                    .sorted()
                    .toList();
            pool.shutdown();
            assertEquals(List.of(303, 409), codes);
            assertEquals(1L, Rows.of(() -> Volunteer.count("ref in ?1", List.of(one.ref, other.ref))));
            assertEquals(1L, Rows.of(() -> MergedRecord.count("ref in ?1", List.of(one.ref, other.ref))));
        }
    }

    // --- who applies again

    @Test
    void whoLeftAndAppliesAgainGoesOnWithTheirRecord() {
        var person = named("Rowan Ashdown")
                .inStage(Stage.INTERVIEW, TODAY.minusDays(300))
                .saved();
        Rows.in(() -> again(person).leave(TODAY.minusDays(200), LeavingReason.WITHDREW, null, People.SOMEBODY, clock));
        var form = new HashMap<String, Object>(Map.of(
                "fullName", "Rowan Ashdown-Priestley " + mark,
                "appointmentType", "SPECIAL_CONSTABLE",
                "phone", "01913 555 0177"));
        day(form, "birthDate", born);
        day(form, "appliedOn", TODAY);
        var add = "/forces/durham/volunteers/new";
        durham.post(add, form)
                .statusCode(422)
                .body(allOf(containsString(person.ref), containsString("who applies again")));
        durham.post(add, with(form, "returning", person.ref)).statusCode(303).header("Location", endsWith(person.ref));
        Rows.in(() -> {
            var now = again(person);
            assertEquals(Stage.APPLIED, now.stage);
            assertEquals(TODAY, now.appliedOn);
            assertEquals("Rowan Ashdown-Priestley " + mark, now.fullName);
            assertEquals(person.email, now.email, "what was not said stays");
            assertEquals(3, StageChange.of(now).size());
        });
        assertTrue(Rows.trail("durham", person.ref).containsAll(List.of("details changed", "stage moved")));
        durham.get("/volunteers/" + person.ref + "/profile").body(containsString("Former name"));
        // somebody who has not left is not re-opened, and of another force is missing
        durham.post(add, with(form, "returning", person.ref)).statusCode(422);
        var elsewhere = named("Rowan Ashdown").in("cleveland").saved();
        durham.post(add, with(form, "returning", elsewhere.ref)).statusCode(404);
    }

    @Test
    void whoeverIsAddedBesideALookalikeIsToldApartFromThem() {
        var here = named("Rowan Ashdown").saved();
        var form = new HashMap<String, Object>(
                Map.of("fullName", "Rowan Ashdown " + mark, "appointmentType", "SPECIAL_CONSTABLE", "another", "yes"));
        day(form, "birthDate", born);
        var location = durham.post("/forces/durham/volunteers/new", form)
                .statusCode(303)
                .extract()
                .header("Location");
        var added =
                Rows.of(() -> Volunteer.byRef(location.replaceAll(".*/", "")).orElseThrow());
        assertFalse(suggested(here, added));
        assertNull(Rows.of(() -> ToldApart.between(again(here), again(added)).orElseThrow().takenBackAt));
    }

    private static void day(Map<String, Object> form, String field, LocalDate day) {
        form.put(field + "-day", day.getDayOfMonth());
        form.put(field + "-month", day.getMonthValue());
        form.put(field + "-year", day.getYear());
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgTwoRecordsTest extends TwoRecordsTest {}
