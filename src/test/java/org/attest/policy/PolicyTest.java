package org.attest.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.policy.Requirement.Appointed;
import org.attest.policy.Requirement.Equipped;
import org.attest.policy.Requirement.InService;
import org.attest.policy.Requirement.MinimumAge;
import org.attest.policy.Requirement.ModulesPassed;
import org.attest.policy.Requirement.TierOffered;
import org.attest.web.Refused;
import org.junit.jupiter.api.Test;

/** A force may only be stricter, and where it is can be seen. */
class PolicyTest {

    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);

    private static MinimumAge age(int years) {
        return new MinimumAge(TestPolicies.asked(Tier.T1, "age").terms(), years);
    }

    private static void refused(Requirement... requirements) {
        assertThrows(Refused.class, () -> TestPolicies.document(FROM, List.of(), requirements)
                .checkAgainst(TestPolicies.baselineDocument()));
    }

    private static void accepted(Requirement... requirements) {
        TestPolicies.document(FROM, List.of(), requirements).checkAgainst(TestPolicies.baselineDocument());
    }

    @Test
    void shipsABaselineThatAsksSomethingOfEveryTier() {
        var baseline = TestPolicies.baselineDocument();
        baseline.checkAsNational();
        assertEquals(baseline, PolicyDocument.read(baseline.written()), "written and read again it is the same");
        for (var requirement : baseline.requirements()) {
            assertFalse(requirement.truth().contains("{"), requirement::truth);
        }
        // every kind is asked somewhere: none is forgotten
        var kinds = baseline.requirements().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Requirement.class.getPermittedSubclasses().length, kinds.size());
    }

    /** Training rule 14: a force may change the age; Attest lets it go up, not down. */
    @Test
    void mayOnlyBeStricter() {
        accepted(age(18));
        accepted(age(20));
        refused(age(17));
        var appointed = TestPolicies.asked(Tier.T1, "appointed").terms();
        accepted(new Appointed(appointed, 21));
        refused(new Appointed(appointed, 17));
        var service = TestPolicies.asked(Tier.T1, "service").terms();
        refused(new InService(service, true));
        var card = TestPolicies.asked(Tier.T1, "warrant-card").terms();
        accepted(new Equipped(card, "WARRANT_CARD", false));
        refused(new Equipped(card, "FORCE_LAPTOP", true));
        refused(new MinimumAge(card, 99));
    }

    /** Training rule 1: a force may add modules and ask for them earlier, never leave one out. */
    @Test
    void mayOnlyAddModules() {
        var stage = (ModulesPassed) TestPolicies.asked(Tier.T1, "stage-b");
        var optional = List.of("DSC-206");
        accepted(new ModulesPassed(stage.terms(), stage.modules(), optional, null));
        accepted(new ModulesPassed(stage.terms(), with(stage.modules(), "DSC-303"), optional, null));
        accepted(new ModulesPassed(stage.terms(), with(stage.modules(), "DSC-206"), List.of(), null));
        refused(new ModulesPassed(stage.terms(), stage.modules(), List.of(), null));
        refused(new ModulesPassed(
                stage.terms(), stage.modules().subList(1, stage.modules().size()), optional, null));
        refused(new ModulesPassed(
                stage.terms(), with(stage.modules().subList(1, stage.modules().size()), "DSC-303"), optional, null));
        refused(new ModulesPassed(stage.terms(), stage.modules(), optional, new ModulesPassed.After("DSC-308", 1)));
        var refresher = (ModulesPassed) TestPolicies.asked(Tier.T1, "refresher");
        accepted(new ModulesPassed(
                refresher.terms(), refresher.modules(), List.of(), new ModulesPassed.After("DSC-308", 6)));
        accepted(new ModulesPassed(refresher.terms(), refresher.modules(), List.of(), null));
        refused(new ModulesPassed(
                refresher.terms(), refresher.modules(), List.of(), new ModulesPassed.After("DSC-308", 13)));
        refused(new ModulesPassed(
                refresher.terms(), refresher.modules(), List.of(), new ModulesPassed.After("DSC-305", 6)));
    }

    private static List<String> with(List<String> modules, String more) {
        var all = new ArrayList<>(modules);
        all.add(more);
        return all;
    }

    @Test
    void mayNotWeakenASeverity() {
        var t = age(18).terms();
        refused(new MinimumAge(
                new Terms(
                        t.code(),
                        t.tiers(),
                        Severity.ADVISES,
                        t.truth(),
                        t.rule(),
                        t.reasons(),
                        t.unmet(),
                        t.missing()),
                18));
    }

    @Test
    void mayNotTellWhatTheNationHides() {
        var t = TestPolicies.asked(Tier.T1, "available").terms();
        refused(new Requirement.Available(new Terms(
                t.code(),
                t.tiers(),
                t.severity(),
                t.truth(),
                t.rule(),
                Terms.Reasons.EVERYBODY,
                t.unmet(),
                t.missing())));
    }

    /** Training section 2: tiers 2 and 3 are a force's choice, tier 4 is off. */
    @Test
    void leavesTiersTwoAndThreeToTheForce() {
        TestPolicies.document(FROM, List.of(Tier.T2, Tier.T3)).checkAgainst(TestPolicies.baselineDocument());
        assertThrows(Refused.class, () -> TestPolicies.document(FROM, List.of(Tier.T4))
                .checkAgainst(TestPolicies.baselineDocument()));
        assertThrows(Refused.class, () -> TestPolicies.document(FROM, List.of(Tier.T1))
                .checkAgainst(TestPolicies.baselineDocument()));
        var terms = TestPolicies.asked(Tier.T4, "offered").terms();
        refused(new TierOffered(terms, TierOffered.Offer.ON));
    }

    @Test
    void showsWhereTheForceIsStricter() {
        var policy = TestPolicies.kent(TestPolicies.document(FROM, List.of(), age(20), extra()))
                .on(FROM);
        var stricter =
                policy.of(Tier.T1).stream().filter(Policy.Asked::stricterHere).toList();
        assertEquals(
                List.of("Aged 20 or over", "Aged 25 or over"),
                stricter.stream().map(a -> a.requirement().truth()).toList());
        assertEquals("national 3, kent 1", policy.label());
        assertEquals(
                "national 3",
                TestPolicies.kent(TestPolicies.document(FROM, List.of(), age(20)))
                        .on(FROM.minusDays(1))
                        .label());
    }

    private static MinimumAge extra() {
        var t = age(18).terms();
        return new MinimumAge(
                new Terms(
                        "elder",
                        List.of(Tier.T1),
                        t.severity(),
                        t.truth(),
                        t.rule(),
                        t.reasons(),
                        t.unmet(),
                        t.missing()),
                25);
    }

    @Test
    void appliesTheStricterOfTwoWhenTheNationOvertakesTheForce() {
        var national = TestPolicies.baselineDocument();
        var raised = new PolicyDocument(
                FROM.plusDays(30),
                national.noticeDays(),
                national.notYetAsked(),
                List.of(),
                national.requirements().stream()
                        .map(r -> r instanceof MinimumAge age && age.years() == 18
                                ? (Requirement) new MinimumAge(age.terms(), 21)
                                : r)
                        .toList());
        var kent = new org.attest.force.Force();
        kent.slug = "kent";
        var history = TestPolicies.history(
                TestPolicies.version(null, 1, national),
                TestPolicies.version(kent, 1, TestPolicies.document(FROM, List.of(), age(20))),
                TestPolicies.version(null, 2, raised));
        var asked = history.on(FROM.plusDays(30)).of(Tier.T1).stream()
                .filter(a -> a.requirement() instanceof MinimumAge)
                .findFirst()
                .orElseThrow();
        assertEquals("Aged 21 or over", asked.requirement().truth());
        assertFalse(asked.stricterHere());
        assertEquals(FROM.plusDays(30), history.on(FROM).nextFrom());
    }

    @Test
    void refusesWhatIsNoDocument() {
        for (var text : List.of(
                "",
                "{}x",
                "[]",
                "{\"requirements\":[{\"kind\":\"no such kind\"}]}",
                "{\"requirements\":[{\"kind\":\"minimum age\"}]}",
                "{\"noticeDays\":30,\"surprise\":1}")) {
            assertThrows(RuntimeException.class, () -> PolicyDocument.read(text).checkAsNational(), text);
        }
    }

    @Test
    void refusesACodeThatStandsTwiceInATier() {
        refused(age(18), age(20));
    }

    @Test
    void namesTheRuleOfEveryRequirementButAvailability() {
        for (var requirement : TestPolicies.baselineDocument().requirements()) {
            assertEquals(
                    requirement instanceof Requirement.Available,
                    requirement.terms().rule().isEmpty(),
                    requirement::truth);
        }
        assertTrue(Arrays.stream(Tier.values())
                .allMatch(t -> TestPolicies.baselineDocument().of(t).size() >= 7));
    }
}
