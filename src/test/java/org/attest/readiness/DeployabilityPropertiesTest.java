package org.attest.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.attest.policy.Policy;
import org.attest.policy.Policy.Asked;
import org.attest.policy.PolicyHistory;
import org.attest.policy.Requirement;
import org.attest.policy.Requirement.MinimumAge;
import org.attest.policy.Severity;
import org.attest.policy.Terms;
import org.attest.policy.TestPolicies;
import org.attest.policy.Tier;
import org.attest.readiness.Facts.AppointmentPeriod;
import org.attest.readiness.Facts.ClearancePeriod;
import org.attest.readiness.Facts.EligibilityFound;
import org.attest.readiness.Facts.EquipmentPeriod;
import org.attest.readiness.Facts.HoldPeriod;
import org.attest.readiness.Facts.ModulePeriod;
import org.attest.readiness.Facts.StagePeriod;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.RestrictionCode;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;

/** What holds of every decision, whatever the facts. */
class DeployabilityPropertiesTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final PolicyHistory POLICIES =
            TestPolicies.kent(TestPolicies.document(LocalDate.of(2026, 5, 10), List.of(Tier.T2)));

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void isTheSameUntilTheNextChangeAndAnotherOnIt(
            @ForAll("facts") Facts facts, @ForAll("days") LocalDate day, @ForAll Tier tier) {
        var verdict = Deployability.decide(facts, POLICIES, tier, day);
        var next = verdict.nextChangeOn();
        var last = next == null ? day.plusDays(400) : next;
        for (var later = day.plusDays(1); later.isBefore(last); later = later.plusDays(1)) {
            assertEquals(timeless(verdict), timeless(Deployability.decide(facts, POLICIES, tier, later)));
        }
        if (next != null) {
            assertTrue(next.isAfter(day));
            assertNotEquals(timeless(verdict), timeless(Deployability.decide(facts, POLICIES, tier, next)));
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void standsSinceTheDayItSaysAndUntilTheDayItSays(
            @ForAll("facts") Facts facts, @ForAll("days") LocalDate day, @ForAll Tier tier) {
        var verdict = Deployability.decide(facts, POLICIES, tier, day);
        if (verdict.since() != null) {
            assertFalse(verdict.since().isAfter(day));
            assertEquals(verdict.answer(), answer(facts, tier, verdict.since()));
            assertNotEquals(
                    verdict.answer(), answer(facts, tier, verdict.since().minusDays(1)));
        }
        if (verdict.lastDay() != null) assertFalse(verdict.lastDay().isBefore(day));
        for (var finding : verdict.findings()) {
            if (finding.lastDay() == null || finding.lastDay().isAfter(LocalDate.of(2026, 5, 9))) continue;
            var after = Deployability.decide(
                            facts, POLICIES, tier, finding.lastDay().plusDays(1))
                    .findings()
                    .stream()
                    .filter(f -> f.code().equals(finding.code()))
                    .findFirst();
            assertTrue(after.isEmpty()
                    || after.get().isMet() != finding.isMet()
                    || after.get().standing() != finding.standing());
        }
    }

    /** Forgetting a fact never turns a no into a yes: what is missing is never counted as met. */
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void neverSaysYesForAFactTheLess(@ForAll("facts") Facts facts, @ForAll("days") LocalDate day, @ForAll Tier tier) {
        var before = Deployability.decide(facts, POLICIES, tier, day).answer();
        for (var forgetting : forgetting()) {
            var after = Deployability.decide(forgetting.apply(facts), POLICIES, tier, day)
                    .answer();
            if (!before.isYes()) assertFalse(after.isYes());
        }
    }

    /** A graver severity never makes an answer better. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void neverGetsBetterBySeverity(@ForAll("facts") Facts facts, @ForAll("days") LocalDate day, @ForAll Tier tier) {
        var policy = POLICIES.on(day);
        for (var code : policy.of(tier).stream()
                .map(a -> a.requirement().terms().code())
                .toList()) {
            int before = -1;
            for (var severity : List.of(Severity.ADVISES, Severity.LIMITS, Severity.BLOCKS)) {
                var answer = Deployability.decide(facts, with(policy, tier, code, severity), tier, day)
                        .answer();
                assertTrue(badness(answer) >= before, () -> code + " " + severity + " " + answer);
                before = badness(answer);
            }
        }
    }

    /** People who differ only in the cause of a hold are told apart by nobody who may not know it. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void readsTheSameWhateverTheCause(
            @ForAll("facts") Facts facts,
            @ForAll("days") LocalDate day,
            @ForAll Tier tier,
            @ForAll HoldCause one,
            @ForAll HoldCause other) {
        var a = withCause(facts, one);
        var b = withCause(facts, other);
        assertEquals(seen(a, tier, day), seen(b, tier, day));
        assertEquals(
                Deployability.decide(a, POLICIES, tier, day).masked(),
                Deployability.decide(b, POLICIES, tier, day).masked());
        assertEquals(a.withoutCauses(), b.withoutCauses());
    }

    private static SeenVerdict seen(Facts facts, Tier tier, LocalDate day) {
        return new Seeing(facts, POLICIES, tier, day, LocalDate.of(2026, 6, 16), Viewer.plain()).verdict();
    }

    private static Facts withCause(Facts f, HoldCause cause) {
        var holds = f.holds().stream()
                .map(h -> new HoldPeriod(cause, h.from(), h.reviewOn(), h.lastDay()))
                .toList();
        return new Facts(
                f.ref(),
                f.name(),
                f.appointmentType(),
                f.birthDate(),
                f.appliedOn(),
                f.stages(),
                f.eligibility(),
                f.appointments(),
                f.attestedOn(),
                holds,
                f.equipment(),
                f.clearances(),
                f.freshWithinMonths(),
                f.modules(),
                f.modulesSwitchedOn());
    }

    private static Answer answer(Facts facts, Tier tier, LocalDate day) {
        return Deployability.decide(facts, POLICIES, tier, day).answer();
    }

    /** All that a viewer who may not know causes can read, but for the day itself. */
    private static List<Object> timeless(Verdict verdict) {
        var masked = verdict.masked();
        return List.of(masked.answer(), masked.findings(), masked.policy(), String.valueOf(masked.since()));
    }

    private static int badness(Answer answer) {
        return switch (answer) {
            case DEPLOYABLE -> 0;
            case WITH_LIMITS -> 1;
            case CANNOT_DECIDE -> 2;
            case NOT_DEPLOYABLE -> 3;
        };
    }

    private static Policy with(Policy policy, Tier tier, String code, Severity severity) {
        var asked = new ArrayList<Asked>();
        for (var one : policy.of(tier)) {
            var requirement = one.requirement();
            // the age stands for all: severity is no matter of the kind
            if (requirement instanceof MinimumAge age
                    && requirement.terms().code().equals(code)) {
                var t = age.terms();
                var terms = new Terms(
                        t.code(), t.tiers(), severity, t.truth(), t.rule(), t.reasons(), t.unmet(), t.missing());
                asked.add(new Asked((Requirement) new MinimumAge(terms, age.years()), false));
            } else {
                asked.add(one);
            }
        }
        return new Policy(
                policy.label(),
                policy.from(),
                policy.nextFrom(),
                policy.noticeDays(),
                policy.notYetAsked(),
                java.util.Map.of(tier, asked));
    }

    private static List<UnaryOperator<Facts>> forgetting() {
        return List.of(
                f -> new Facts(
                        f.ref(),
                        f.name(),
                        null,
                        f.birthDate(),
                        f.appliedOn(),
                        f.stages(),
                        f.eligibility(),
                        f.appointments(),
                        f.attestedOn(),
                        f.holds(),
                        f.equipment(),
                        f.clearances(),
                        f.freshWithinMonths(),
                        f.modules(),
                        f.modulesSwitchedOn()),
                f -> new Facts(
                        f.ref(),
                        f.name(),
                        f.appointmentType(),
                        null,
                        f.appliedOn(),
                        f.stages(),
                        f.eligibility(),
                        f.appointments(),
                        f.attestedOn(),
                        f.holds(),
                        f.equipment(),
                        f.clearances(),
                        f.freshWithinMonths(),
                        f.modules(),
                        f.modulesSwitchedOn()),
                f -> new Facts(
                        f.ref(),
                        f.name(),
                        f.appointmentType(),
                        f.birthDate(),
                        null,
                        f.stages(),
                        f.eligibility(),
                        f.appointments(),
                        f.attestedOn(),
                        f.holds(),
                        f.equipment(),
                        f.clearances(),
                        f.freshWithinMonths(),
                        f.modules(),
                        f.modulesSwitchedOn()),
                f -> new Facts(
                        f.ref(),
                        f.name(),
                        f.appointmentType(),
                        f.birthDate(),
                        f.appliedOn(),
                        null,
                        f.eligibility(),
                        f.appointments(),
                        f.attestedOn(),
                        f.holds(),
                        f.equipment(),
                        f.clearances(),
                        f.freshWithinMonths(),
                        f.modules(),
                        f.modulesSwitchedOn()),
                f -> new Facts(
                        f.ref(),
                        f.name(),
                        f.appointmentType(),
                        f.birthDate(),
                        f.appliedOn(),
                        f.stages(),
                        null,
                        f.appointments(),
                        f.attestedOn(),
                        f.holds(),
                        f.equipment(),
                        f.clearances(),
                        f.freshWithinMonths(),
                        f.modules(),
                        f.modulesSwitchedOn()),
                f -> new Facts(
                        f.ref(),
                        f.name(),
                        f.appointmentType(),
                        f.birthDate(),
                        f.appliedOn(),
                        f.stages(),
                        f.eligibility(),
                        null,
                        f.attestedOn(),
                        f.holds(),
                        f.equipment(),
                        f.clearances(),
                        f.freshWithinMonths(),
                        f.modules(),
                        f.modulesSwitchedOn()),
                f -> new Facts(
                        f.ref(),
                        f.name(),
                        f.appointmentType(),
                        f.birthDate(),
                        f.appliedOn(),
                        f.stages(),
                        f.eligibility(),
                        f.appointments(),
                        null,
                        f.holds(),
                        f.equipment(),
                        f.clearances(),
                        f.freshWithinMonths(),
                        f.modules(),
                        f.modulesSwitchedOn()),
                f -> new Facts(
                        f.ref(),
                        f.name(),
                        f.appointmentType(),
                        f.birthDate(),
                        f.appliedOn(),
                        f.stages(),
                        f.eligibility(),
                        f.appointments(),
                        f.attestedOn(),
                        null,
                        f.equipment(),
                        f.clearances(),
                        f.freshWithinMonths(),
                        f.modules(),
                        f.modulesSwitchedOn()),
                f -> new Facts(
                        f.ref(),
                        f.name(),
                        f.appointmentType(),
                        f.birthDate(),
                        f.appliedOn(),
                        f.stages(),
                        f.eligibility(),
                        f.appointments(),
                        f.attestedOn(),
                        f.holds(),
                        null,
                        f.clearances(),
                        f.freshWithinMonths(),
                        f.modules(),
                        f.modulesSwitchedOn()),
                f -> new Facts(
                        f.ref(),
                        f.name(),
                        f.appointmentType(),
                        f.birthDate(),
                        f.appliedOn(),
                        f.stages(),
                        f.eligibility(),
                        f.appointments(),
                        f.attestedOn(),
                        f.holds(),
                        f.equipment(),
                        null,
                        f.freshWithinMonths(),
                        f.modules(),
                        f.modulesSwitchedOn()),
                f -> new Facts(
                        f.ref(),
                        f.name(),
                        f.appointmentType(),
                        f.birthDate(),
                        f.appliedOn(),
                        f.stages(),
                        f.eligibility(),
                        f.appointments(),
                        f.attestedOn(),
                        f.holds(),
                        f.equipment(),
                        f.clearances(),
                        f.freshWithinMonths(),
                        null,
                        f.modulesSwitchedOn()),
                f -> new Facts(
                        f.ref(),
                        f.name(),
                        f.appointmentType(),
                        f.birthDate(),
                        f.appliedOn(),
                        f.stages(),
                        f.eligibility(),
                        f.appointments(),
                        f.attestedOn(),
                        f.holds(),
                        f.equipment(),
                        f.clearances(),
                        f.freshWithinMonths(),
                        f.modules(),
                        null),
                f -> f.eligibility() == null
                        ? f
                        : eligible(
                                f,
                                new EligibilityFound(
                                        null,
                                        f.eligibility().residentSince(),
                                        f.eligibility().longAbroad(),
                                        f.eligibility().goodConductSeen(),
                                        f.eligibility().occupation(),
                                        START)),
                f -> f.eligibility() == null
                        ? f
                        : eligible(
                                f,
                                new EligibilityFound(
                                        f.eligibility().rightToRemain(),
                                        null,
                                        null,
                                        f.eligibility().goodConductSeen(),
                                        null,
                                        START)));
    }

    private static Facts eligible(Facts f, EligibilityFound found) {
        return new Facts(
                f.ref(),
                f.name(),
                f.appointmentType(),
                f.birthDate(),
                f.appliedOn(),
                f.stages(),
                found,
                f.appointments(),
                f.attestedOn(),
                f.holds(),
                f.equipment(),
                f.clearances(),
                f.freshWithinMonths(),
                f.modules(),
                f.modulesSwitchedOn());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 300).map(START::plusDays);
    }

    @Provide
    Arbitrary<Facts> facts() {
        var day = days();
        var born = Arbitraries.integers()
                .between(0, 1600)
                .map(n -> LocalDate.of(2004, 6, 1).plusDays(n))
                .injectNull(0.05);
        var type = Arbitraries.of(AppointmentType.class);
        var last = day.injectNull(0.5);
        var stages = Combinators.combine(Arbitraries.of(Stage.class), day)
                .as(StagePeriod::new)
                .list()
                .ofMaxSize(3)
                .map(l -> l.stream()
                        .sorted(Comparator.comparing(StagePeriod::from))
                        .toList());
        var service = Arbitraries.just(List.of(new StagePeriod(Stage.SERVICE, START)));
        var found = Combinators.combine(
                        Arbitraries.of(RightToRemain.class).injectNull(0.05),
                        Arbitraries.integers().between(0, 60).map(n -> LocalDate.of(2022, 12, 3)
                                .plusDays(n * 30L)),
                        Arbitraries.of(true, false).injectNull(0.05),
                        Arbitraries.of(true, false),
                        Arbitraries.of(OccupationFinding.class).injectNull(0.05))
                .as((r, s, a, g, o) -> new EligibilityFound(r, s, a, g, o, START));
        var good = Arbitraries.just(new EligibilityFound(
                RightToRemain.UK_OR_EEA_NATIONAL,
                LocalDate.of(2000, 1, 1),
                false,
                false,
                OccupationFinding.NO_CONFLICT,
                START));
        var eligibility = Arbitraries.oneOf(good, good, found).injectNull(0.05);
        var appointments = Combinators.combine(type, day, last)
                .as(AppointmentPeriod::new)
                .list()
                .ofMaxSize(2);
        var holds = Combinators.combine(Arbitraries.of(HoldCause.class), day, day, last)
                .as(HoldPeriod::new)
                .list()
                .ofMaxSize(3);
        var equipment = Combinators.combine(Arbitraries.of(EquipmentKind.class), day, last)
                .as((k, f, r) -> new EquipmentPeriod(k, "1", f, r))
                .list()
                .ofMaxSize(5);
        var until = Arbitraries.integers().between(0, 400);
        var clearances = Combinators.combine(
                        Arbitraries.of(ClearanceLevel.class),
                        day,
                        until,
                        Arbitraries.of(true, false),
                        Arbitraries.of(RestrictionCode.class).list().ofMaxSize(2))
                .as((l, f, n, e, r) -> new ClearancePeriod(l, f, f.plusDays(n), e, r))
                .list()
                .ofMaxSize(3);
        var cleared = Arbitraries.just(List.of(
                new ClearancePeriod(ClearanceLevel.RECRUITMENT, START, START.plusYears(10), false, List.of()),
                new ClearancePeriod(ClearanceLevel.MANAGEMENT, START, START.plusYears(7), false, List.of()),
                new ClearancePeriod(ClearanceLevel.NPPV_3, START, START.plusYears(5), false, List.of())));
        var vetted = Combinators.combine(
                        Arbitraries.oneOf(cleared, clearances),
                        Arbitraries.integers().between(0, 6).injectNull(0.5))
                .as((c, m) -> new Object[] {c, m});
        var modules = Combinators.combine(
                        Arbitraries.of(CODES),
                        day,
                        Arbitraries.integers().between(0, 150).injectNull(0.2))
                .as((c, f, n) -> new ModulePeriod(c, f, n == null ? null : f.plusDays(n)))
                .list()
                .ofMaxSize(5);
        var trained = Combinators.combine(Arbitraries.just(CODES), modules).as((codes, more) -> {
            var passed = new ArrayList<>(more);
            for (var code : codes) passed.add(new ModulePeriod(code, START.minusDays(240), null));
            return (List<ModulePeriod>) passed;
        });
        var learned = Combinators.combine(
                        Arbitraries.oneOf(trained, modules), Arbitraries.of(List.of(), List.of("DSC-206")))
                .as((m, on) -> new Object[] {m, on});
        var known = Combinators.combine(vetted, learned).as((v, l) -> new Object[] {v[0], v[1], l[0], l[1]});
        var who = Combinators.combine(type, born, day).as((t, b, a) -> new Object[] {t, b, a});
        return Combinators.combine(
                        who,
                        Arbitraries.oneOf(service, stages),
                        eligibility,
                        appointments,
                        day.list().ofMaxSize(2),
                        holds,
                        equipment,
                        known)
                .as((w, s, e, a, at, h, eq, v) -> new Facts(
                        "K7QM4XRD92TW",
                        "Rowan",
                        (AppointmentType) w[0],
                        (LocalDate) w[1],
                        (LocalDate) w[2],
                        s,
                        e,
                        a.stream()
                                .sorted(Comparator.comparing(AppointmentPeriod::from))
                                .toList(),
                        at,
                        h,
                        eq,
                        clearances(v[0]),
                        (Integer) v[1],
                        modules(v[2]),
                        codes(v[3])));
    }

    /** What the tiers ask for, but DSC-303: so that every answer comes about. */
    private static final List<String> CODES = List.of(
            "DSC-101", "DSC-102", "DSC-103", "DSC-104", "DSC-201", "DSC-202", "DSC-203", "DSC-204", "DSC-205",
            "DSC-206", "DSC-301", "DSC-302", "DSC-304", "DSC-305", "DSC-307", "DSC-308", "DSC-401");

    @SuppressWarnings("unchecked")
    private static List<ModulePeriod> modules(Object drawn) {
        return (List<ModulePeriod>) drawn;
    }

    @SuppressWarnings("unchecked")
    private static List<String> codes(Object drawn) {
        return (List<String>) drawn;
    }

    @SuppressWarnings("unchecked")
    private static List<ClearancePeriod> clearances(Object drawn) {
        return (List<ClearancePeriod>) drawn;
    }
}
