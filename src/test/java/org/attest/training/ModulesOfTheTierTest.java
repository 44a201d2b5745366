package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.audit.Deed;
import org.attest.policy.PolicyDocument;
import org.attest.policy.Requirement.ModulesPassed;
import org.attest.policy.TestPolicies;
import org.attest.policy.Tier;
import org.attest.readiness.Answer;
import org.attest.readiness.Determination;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.PersonEntered;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** Training rule 1: who may be deployed has passed every module of the tier, in date on the day; and the answer follows each deed. */
@QuarkusTest
class ModulesOfTheTierTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    private static Determination answer(Volunteer person) {
        return Rows.of(() -> Determination.of(person, Tier.T1).orElseThrow());
    }

    /** The person has passed what tier 1 asks for but one module. */
    private Volunteer without(String code) {
        return without(People.deployable().saved(), code);
    }

    private Volunteer without(Volunteer person, String code) {
        Rows.in(() -> {
            Qualification.of(again(person)).stream()
                    .filter(q -> q.moduleCode().equals(code))
                    .forEach(Qualification::delete);
            deeds.fire(new PersonEntered(People.SOMEBODY, again(person)));
        });
        return person;
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private Qualification records(Volunteer person, String code, LocalDate day) {
        return Rows.of(() -> {
            var earned = Qualification.record(
                    TrainingRecord.of(again(person), Curriculum.current(), TODAY),
                    ModuleVersion.taughtOn(code, day).orElseThrow(),
                    new Result(day, null, null, "Certificate of the college", true),
                    People.SOMEBODY,
                    clock);
            deeds.fire(earned);
            return earned.qualification();
        });
    }

    /** What the policy asks of each tier is what the catalogue says the tier asks for. */
    @Test
    void areTheSameInThePolicyAndInTheCatalogue() {
        var optional = new TreeSet<String>();
        for (var tier : Tier.values()) {
            var set = CurriculumPress.shipped().tiers().tiers().get(tier.name());
            var always = new ArrayList<String>();
            var later = new ArrayList<String>();
            for (var requirement : TestPolicies.baselineDocument().of(tier)) {
                if (!(requirement instanceof ModulesPassed asked)) continue;
                (asked.after() == null ? always : later).addAll(asked.modules());
                always.addAll(asked.ifSwitchedOn());
                optional.addAll(asked.ifSwitchedOn());
            }
            assertEquals(new TreeSet<>(set.modules()), new TreeSet<>(always), tier.name());
            assertEquals(always.size(), new TreeSet<>(always).size(), "none is asked twice in " + tier);
            assertEquals(set.afterFirstYear(), later, tier.name());
        }
        assertEquals(
                CurriculumPress.shipped().modules().stream()
                        .filter(ModuleDocument::isLeftToForces)
                        .map(ModuleDocument::code)
                        .toList(),
                List.copyOf(optional));
        assertEquals(
                Map.of(),
                unknownModules(TestPolicies.baselineDocument()),
                "no requirement names a module that is not there");
    }

    private static Map<String, String> unknownModules(PolicyDocument policy) {
        var unknown = new HashMap<String, String>();
        var curriculum = CurriculumPress.shipped();
        for (var requirement : policy.requirements()) {
            if (!(requirement instanceof ModulesPassed asked)) continue;
            asked.modules().stream()
                    .filter(code -> curriculum.module(code).isEmpty())
                    .forEach(code -> unknown.put(code, asked.terms().code()));
        }
        return unknown;
    }

    @Test
    void openTheDoorWithTheLastResultAndCloseItWithARevokedOne() {
        var person = without("DSC-205");
        var before = answer(person);
        assertEquals(Answer.NOT_DEPLOYABLE, before.answer);
        assertEquals("Stage B is not passed and in date: DSC-205", before.why);

        var earned = records(person, "DSC-205", TODAY.minusDays(3));
        var after = answer(person);
        assertEquals(Answer.DEPLOYABLE, after.answer);
        assertEquals(LocalDate.of(2027, 6, 13), after.answerUntil, "12 months from 13 June 2026 (training rule 4)");
        assertEquals(LocalDate.of(2027, 5, 14), after.nextChangeOn, "due soon 30 days before");

        Rows.in(() -> deeds.fire(Qualification.byRef(earned.ref)
                .orElseThrow()
                .revoke("Given to the wrong person", People.SOMEBODY, clock)));
        var revoked = answer(person);
        assertEquals(Answer.NOT_DEPLOYABLE, revoked.answer);
        assertEquals("Stage B is not passed and in date: DSC-205", revoked.why);
    }

    @Test
    void followTheClosingOfASession() {
        var person = without("DSC-205");
        var session = TestSessions.planned("kent", "DSC-205", 1, 4);
        TestSessions.taken(session, person);
        TestSessions.begun(session);
        var seat = Rows.of(() -> Seat.<Seat>find("session.ref", session.ref).singleResult().ref);
        var coordinator = As.coordinatorOf("kent");
        coordinator
                .post(session.path() + "/register", Map.of("outcome-" + seat, "PASSED", "was-" + seat, ","))
                .statusCode(303);
        assertEquals(Answer.NOT_DEPLOYABLE, answer(person).answer, "a draft counts for nothing");
        coordinator.post(session.path() + "/closing", Map.of()).statusCode(303);
        assertEquals(Answer.DEPLOYABLE, answer(person).answer);
    }

    /** Worked example 6: DSC-304 passed on 31 August 2025 for 12 months; a shift on 31 August 2026 is allowed, on 1 September refused. */
    @Test
    void holdThroughTheirLastValidDay() {
        var person = People.deployable().saved();
        TestQualifications.passed(person, "DSC-304", LocalDate.of(2025, 8, 31));
        TestQualifications.passed(person, "DSC-305", LocalDate.of(2026, 5, 4));
        var path = "/volunteers/" + person.ref + "/readiness?tier=T3&on=";
        var coordinator = As.coordinatorOf("kent");
        coordinator
                .get(path + "2026-08-31")
                .statusCode(200)
                .body(containsString("The first to end is DSC-304, on 31 August 2026"))
                .body(not(containsString("DSC-304 expired")));
        coordinator
                .get(path + "2026-09-01")
                .statusCode(200)
                .body(containsString("DSC-304 expired on 31 August 2026"))
                .body(containsString("Arrange the sessions"));
    }

    /** What counts for longer by order keeps the door open for as long, and no longer once the order is ended. */
    @Test
    void holdAsLongAsAnExtensionSays() {
        var slug = "ministry-of-defence";
        var person = People.deployable().in(slug).saved();
        TestQualifications.passed(without(person, "DSC-104"), "DSC-104", TODAY.minusMonths(12));
        Rows.in(() -> deeds.fire(new PersonEntered(People.SOMEBODY, again(person))));
        assertEquals(TODAY, answer(person).answerUntil);

        var until = TODAY.plusMonths(2);
        var order = TestExtensions.approved("DSC-104", slug, until);
        Rows.in(() -> deeds.fire(
                new ExtensionDecided(People.SOMEBODY, Extension.byRef(order.ref).orElseThrow())));
        assertEquals(until, answer(person).answerUntil);
        As.coordinatorOf(slug)
                .get("/volunteers/" + person.ref + "/readiness?on=" + until)
                .body(containsString("The first to end is DSC-104, on 16 August 2026"));

        Rows.in(() ->
                deeds.fire(Extension.byRef(order.ref).orElseThrow().end("Trainers are back", People.SOMEBODY, clock)));
        assertEquals(TODAY, answer(person).answerUntil);
    }

    /** Nothing recorded is nothing known, and no yes. */
    @Test
    void areNotTakenForGranted() {
        var person = People.deployable().untrained().saved();
        var answer = answer(person);
        assertEquals(Answer.CANNOT_DECIDE, answer.answer);
        assertEquals(3, answer.unknown);
        As.coordinatorOf("kent")
                .get("/volunteers/" + person.ref + "/readiness")
                .statusCode(200)
                .body(containsString("Nothing is recorded of stage A of training"))
                .body(containsString("Record what they have passed"));
    }

    /** DSC-206 counts from the moment its force switches it on, to the moment it switches it off. */
    @Test
    void dependOnTheForceWhereOneIsLeftToIt() {
        var slug = "ministry-of-defence";
        var here = People.deployable().in(slug).saved();
        var elsewhere = People.deployable().saved();
        var coordinator = As.coordinatorOf(slug);
        var path = "/forces/" + slug + "/module-choices";
        coordinator.get(path).statusCode(200).body(containsString("It does not count"));
        coordinator.post(path + "/DSC-206", Map.of()).statusCode(422).body(containsString("Choose whether it counts"));
        coordinator
                .post(path + "/DSC-206", Map.of("counts", "OFF"))
                .statusCode(422)
                .body(containsString("This is what is set already"));
        coordinator.get(path + "/DSC-205").statusCode(404);
        As.role(Role.ASSESSOR, slug).get(path).statusCode(403);
        As.coordinatorOf("kent").get(path).statusCode(404);
        assertEquals(Answer.DEPLOYABLE, answer(here).answer);

        coordinator.post(path + "/DSC-206", Map.of("counts", "ON")).statusCode(303);
        coordinator.get(path).body(containsString("It counts")).body(containsString("DSC-206 counts;"));
        assertEquals("Stage B is not passed and in date: DSC-206", answer(here).why);
        assertEquals(Answer.DEPLOYABLE, answer(elsewhere).answer);

        coordinator.post(path + "/DSC-206", Map.of("counts", "OFF")).statusCode(303);
        assertEquals(Answer.DEPLOYABLE, answer(here).answer);
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgModulesOfTheTierTest extends ModulesOfTheTierTest {}
