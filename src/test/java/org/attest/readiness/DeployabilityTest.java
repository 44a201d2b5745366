package org.attest.readiness;

import static org.attest.readiness.Known.TODAY;
import static org.attest.readiness.Known.applicant;
import static org.attest.readiness.Known.special;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.attest.policy.Owner;
import org.attest.policy.PolicyHistory;
import org.attest.policy.TestPolicies;
import org.attest.policy.Tier;
import org.attest.readiness.Facts.AppointmentPeriod;
import org.attest.readiness.Finding.Mend;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the national baseline, one row each: who, on which day, for which tier, and how the requirement stands. */
class DeployabilityTest {

    private static final PolicyHistory BASELINE = TestPolicies.baseline();

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static Verdict decide(Known known, Tier tier, LocalDate day) {
        return Deployability.decide(known.facts(), BASELINE, tier, day);
    }

    private static Finding finding(Verdict verdict, String code) {
        return verdict.findings().stream()
                .filter(f -> f.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    static Stream<Arguments> rules() {
        var met = Standing.MET;
        var unmet = Standing.UNMET;
        var unknown = Standing.CANNOT_DECIDE;
        var soon = Standing.DUE_SOON;
        var no = OccupationFinding.NO_CONFLICT;
        var uk = RightToRemain.UK_OR_EEA_NATIONAL;
        var early = day(2010, 1, 1);
        return Stream.of(
                // training rule 14: 18 on the day for any tier, 21 for tiers 3 and 4
                row("training rule 14", special().born(day(2008, 6, 16)), Tier.T1, TODAY, "age", met),
                row("training rule 14", special().born(day(2008, 6, 17)), Tier.T1, TODAY, "age", unmet),
                row("training rule 14", special().born(day(2008, 6, 17)), Tier.T0, TODAY, "age", unmet),
                row("training rule 14", special().born(day(2005, 6, 16)), Tier.T3, TODAY, "age", met),
                row("training rule 14", special().born(day(2005, 6, 17)), Tier.T3, TODAY, "age", unmet),
                row("training rule 14", special().born(day(2005, 6, 17)), Tier.T4, TODAY, "age", unmet),
                row(
                        "training rule 14, leap day",
                        special().born(day(2008, 2, 29)),
                        Tier.T1,
                        day(2026, 2, 28),
                        "age",
                        unmet),
                row(
                        "training rule 14, leap day",
                        special().born(day(2008, 2, 29)),
                        Tier.T1,
                        day(2026, 3, 1),
                        "age",
                        met),
                row("training rule 14", special().born(null), Tier.T1, TODAY, "age", unknown),
                // vetting rule 12 and example E1: three years, counted to the application
                row(
                        "vetting E1",
                        special().resident(day(2023, 9, 1)).appliedOn(day(2026, 9, 1)),
                        Tier.T1,
                        TODAY,
                        "resident",
                        met),
                row(
                        "vetting E1",
                        special().resident(day(2023, 9, 2)).appliedOn(day(2026, 9, 1)),
                        Tier.T1,
                        TODAY,
                        "resident",
                        unmet),
                row(
                        "vetting E1, time does not heal it",
                        special().resident(day(2023, 9, 2)).appliedOn(day(2026, 9, 1)),
                        Tier.T1,
                        day(2036, 1, 1),
                        "resident",
                        unmet),
                row("vetting rule 12", special().resident(null), Tier.T1, TODAY, "resident", unknown),
                row("vetting rule 12", special().appliedOn(null), Tier.T1, TODAY, "resident", unknown),
                // vetting rule 14: a long stay abroad demands a certificate
                row(
                        "vetting rule 14",
                        special().eligible(uk, early, true, false, no),
                        Tier.T1,
                        TODAY,
                        "conduct-abroad",
                        unmet),
                row(
                        "vetting rule 14",
                        special().eligible(uk, early, true, true, no),
                        Tier.T1,
                        TODAY,
                        "conduct-abroad",
                        met),
                row(
                        "vetting rule 14",
                        special().eligible(uk, early, false, false, no),
                        Tier.T1,
                        TODAY,
                        "conduct-abroad",
                        met),
                row(
                        "vetting rule 14",
                        special().eligible(uk, early, null, false, no),
                        Tier.T1,
                        TODAY,
                        "conduct-abroad",
                        unknown),
                // vetting rule 17: limited leave cannot proceed
                row(
                        "vetting rule 17",
                        special().eligible(RightToRemain.LIMITED_LEAVE, early, false, false, no),
                        Tier.T1,
                        TODAY,
                        "remain",
                        unmet),
                row(
                        "vetting rule 17",
                        special().eligible(RightToRemain.INDEFINITE_LEAVE, early, false, false, no),
                        Tier.T1,
                        TODAY,
                        "remain",
                        met),
                row(
                        "vetting rule 17",
                        special().eligible(null, early, false, false, no),
                        Tier.T1,
                        TODAY,
                        "remain",
                        unknown),
                // vetting section 6: occupations
                row(
                        "vetting section 6",
                        special().eligible(uk, early, false, false, OccupationFinding.BARRED),
                        Tier.T1,
                        TODAY,
                        "occupation",
                        unmet),
                row(
                        "vetting section 6",
                        special().eligible(uk, early, false, false, OccupationFinding.PERMISSION_NEEDED),
                        Tier.T1,
                        TODAY,
                        "occupation",
                        unmet),
                row(
                        "vetting section 6",
                        special().eligible(uk, early, false, false, OccupationFinding.PERMISSION_GIVEN),
                        Tier.T1,
                        TODAY,
                        "occupation",
                        met),
                row(
                        "vetting section 6",
                        special().eligible(uk, early, false, false, null),
                        Tier.T1,
                        TODAY,
                        "occupation",
                        unknown),
                // vetting rule 16 and example E2: appointed from the 18th birthday
                row(
                        "vetting E2",
                        special().born(day(2009, 11, 22)).appointed(day(2027, 11, 21), null),
                        Tier.T1,
                        day(2028, 1, 1),
                        "appointed",
                        unmet),
                row(
                        "vetting E2",
                        special().born(day(2009, 11, 22)).appointed(day(2027, 11, 22), null),
                        Tier.T1,
                        day(2028, 1, 1),
                        "appointed",
                        met),
                row("vetting rule 16", special().born(null), Tier.T1, TODAY, "appointed", unknown),
                row("appointed on the day", special().appointed(TODAY, null), Tier.T1, TODAY, "appointed", met),
                row(
                        "appointed from tomorrow",
                        special().appointed(TODAY.plusDays(1), null),
                        Tier.T1,
                        TODAY,
                        "appointed",
                        unmet),
                row(
                        "last day of an appointment",
                        special().appointed(day(2026, 4, 1), TODAY),
                        Tier.T1,
                        TODAY,
                        "appointed",
                        soon),
                row(
                        "day after an appointment",
                        special().appointed(day(2026, 4, 1), TODAY),
                        Tier.T1,
                        TODAY.plusDays(1),
                        "appointed",
                        unmet),
                row("nobody appointed them", applicant(), Tier.T1, TODAY, "appointed", unmet),
                // training rule 8: no powers before attestation, which is asked of special constables only
                row("training rule 8", special(), Tier.T1, day(2026, 4, 7), "attested", unmet),
                row("training rule 8", special(), Tier.T1, day(2026, 4, 8), "attested", met),
                row("training rule 8", applicant(), Tier.T1, TODAY, "attested", unmet),
                row(
                        "training rule 8",
                        special().as(AppointmentType.DESIGNATED_VOLUNTEER),
                        Tier.T1,
                        TODAY,
                        "attested",
                        null),
                row(
                        "training rule 8",
                        applicant().as(AppointmentType.SUPPORT_VOLUNTEER),
                        Tier.T1,
                        TODAY,
                        "attested",
                        null),
                row("training rule 8", applicant().as(null), Tier.T1, TODAY, "attested", unknown),
                // in service
                row("section 2", special(), Tier.T1, day(2026, 4, 9), "service", unmet),
                row("section 2", special(), Tier.T1, day(2026, 4, 10), "service", met),
                row("section 2, left", special().stage(Stage.LEFT, TODAY), Tier.T1, TODAY, "service", unmet),
                row(
                        "section 2, last day",
                        special().stage(Stage.LEFT, TODAY),
                        Tier.T1,
                        TODAY.minusDays(1),
                        "service",
                        soon),
                row(
                        "section 2, trainee",
                        applicant().stage(Stage.TRAINING, day(2026, 1, 5)),
                        Tier.T0,
                        TODAY,
                        "service",
                        met),
                row(
                        "section 2, trainee",
                        applicant().stage(Stage.TRAINING, day(2026, 1, 5)),
                        Tier.T1,
                        TODAY,
                        "service",
                        unmet),
                // holds: whatever the cause, from their first day to their last
                row(
                        "hold",
                        special().hold(HoldCause.LEAVE, TODAY, TODAY.plusDays(9), null),
                        Tier.T1,
                        TODAY,
                        "available",
                        unmet),
                row(
                        "hold to come",
                        special().hold(HoldCause.CONDUCT, TODAY.plusDays(1), TODAY.plusDays(9), null),
                        Tier.T1,
                        TODAY,
                        "available",
                        soon),
                row(
                        "hold over",
                        special().hold(HoldCause.WELFARE, day(2026, 5, 1), TODAY, TODAY.minusDays(1)),
                        Tier.T1,
                        TODAY,
                        "available",
                        met),
                row(
                        "hold's last day",
                        special().hold(HoldCause.WELFARE, day(2026, 5, 1), TODAY, TODAY),
                        Tier.T1,
                        TODAY,
                        "available",
                        unmet),
                row(
                        "review past",
                        special().hold(HoldCause.ADMINISTRATION, day(2026, 5, 1), day(2026, 6, 1), null),
                        Tier.T1,
                        TODAY,
                        "available",
                        unmet),
                // equipment, from the day of issue to the day before its return
                row(
                        "equipment",
                        special().holding(EquipmentKind.FORCE_LAPTOP, TODAY, null),
                        Tier.T1,
                        TODAY,
                        "laptop",
                        met),
                row(
                        "equipment",
                        special().holding(EquipmentKind.FORCE_LAPTOP, TODAY.plusDays(1), null),
                        Tier.T1,
                        TODAY,
                        "laptop",
                        unmet),
                row(
                        "equipment",
                        special().holding(EquipmentKind.FORCE_LAPTOP, day(2026, 4, 1), TODAY),
                        Tier.T1,
                        TODAY,
                        "laptop",
                        unmet),
                row("equipment", special().without(EquipmentKind.FORCE_ACCOUNT), Tier.T1, TODAY, "account", unmet),
                row("equipment", special().without(EquipmentKind.WARRANT_CARD), Tier.T1, TODAY, "warrant-card", unmet),
                row(
                        "a warrant card is for special constables",
                        special().as(AppointmentType.SUPPORT_VOLUNTEER).without(EquipmentKind.WARRANT_CARD),
                        Tier.T1,
                        TODAY,
                        "warrant-card",
                        null),
                row(
                        "a laptop is for everybody",
                        special().as(AppointmentType.SUPPORT_VOLUNTEER).without(EquipmentKind.FORCE_LAPTOP),
                        Tier.T1,
                        TODAY,
                        "laptop",
                        unmet),
                // training section 2: tiers 2 and 3 are a force's choice, tier 4 is off
                row("section 2", special(), Tier.T2, TODAY, "offered", unmet),
                row("section 2", special(), Tier.T3, TODAY, "offered", unmet),
                row("section 2", special(), Tier.T4, TODAY, "offered", unmet),
                row("section 2", special(), Tier.T1, TODAY, "offered", null));
    }

    private static Arguments row(String rule, Known known, Tier tier, LocalDate day, String code, Standing standing) {
        return Arguments.of(rule, known, tier, day, code, standing);
    }

    @ParameterizedTest(name = "{0}: {4} is {5} on {3}")
    @MethodSource("rules")
    void standsAsItsRuleSays(String rule, Known known, Tier tier, LocalDate day, String code, Standing standing) {
        var finding = finding(decide(known, tier, day), code);
        assertEquals(standing, finding == null ? null : finding.standing());
    }

    @Test
    void isYesWhenEverythingIsInOrder() {
        var verdict = decide(special(), Tier.T1, TODAY);
        assertEquals(Answer.DEPLOYABLE, verdict.answer());
        assertEquals(day(2026, 4, 10), verdict.since(), "since the last of the facts began");
        assertNull(verdict.lastDay());
        assertNull(verdict.nextChangeOn());
        assertEquals("national 1", verdict.policy());
    }

    @Test
    void carriesEveryFindingNotTheFirst() {
        var verdict = decide(applicant(), Tier.T1, TODAY);
        assertEquals(Answer.NOT_DEPLOYABLE, verdict.answer());
        assertEquals(
                List.of("service", "appointed", "attested", "warrant-card", "laptop", "account"),
                verdict.standing(Standing.UNMET).stream().map(Finding::code).toList());
        assertEquals(12, verdict.findings().size());
    }

    @Test
    void cannotDecideWhenOnlyAFactIsMissing() {
        assertEquals(
                Answer.CANNOT_DECIDE,
                decide(special().born(null), Tier.T1, TODAY).answer());
        assertEquals(
                Answer.NOT_DEPLOYABLE,
                decide(special().born(null).without(EquipmentKind.FORCE_LAPTOP), Tier.T1, TODAY)
                        .answer(),
                "what is known to forbid it comes first");
    }

    @Test
    void namesTheFirstDayOnWhichAnythingChanges() {
        var leaving = special().appointed(day(2026, 4, 1), day(2026, 8, 31));
        var verdict = decide(leaving, Tier.T1, TODAY);
        assertEquals(day(2026, 8, 31), verdict.lastDay());
        assertEquals(day(2026, 8, 1), verdict.nextChangeOn(), "it becomes due soon 30 days before its last valid day");
        var soon = decide(leaving, Tier.T1, day(2026, 8, 1));
        assertEquals(Standing.DUE_SOON, finding(soon, "appointed").standing());
        assertEquals(day(2026, 9, 1), soon.nextChangeOn());
    }

    @Test
    void knowsWhoTurns18ByItself() {
        var verdict = decide(special().born(day(2008, 7, 3)), Tier.T0, TODAY);
        var age = finding(verdict, "age");
        assertEquals(day(2026, 7, 2), age.lastDay());
        assertEquals(Mend.BY_ITSELF, age.mend());
        assertEquals(Owner.NOBODY, age.owner());
        assertEquals(day(2026, 7, 3), verdict.nextChangeOn());
        assertEquals(
                Answer.DEPLOYABLE,
                decide(special().born(day(2008, 7, 3)), Tier.T0, day(2026, 7, 3))
                        .answer());
    }

    @Test
    void tellsNobodysBirthday() {
        assertNull(finding(decide(special().born(day(2008, 6, 1)), Tier.T1, TODAY), "age")
                .since());
    }

    @Test
    void goesOnBeyondTheReviewOfAHoldWithoutAnEnd() {
        var held = special().hold(HoldCause.LEAVE, day(2026, 6, 3), day(2026, 6, 30), null);
        var verdict = decide(held, Tier.T1, TODAY);
        assertEquals(day(2026, 6, 3), verdict.since());
        assertNull(verdict.lastDay());
        assertEquals(day(2026, 7, 1), verdict.nextChangeOn(), "from then on its review is late");
        assertEquals(
                Answer.NOT_DEPLOYABLE, decide(held, Tier.T1, day(2027, 1, 1)).answer());
    }

    @Test
    void asksWhoComesBackAfterABreakToBeAttestedAnew() {
        var back = special();
        back.appointments.clear();
        back.appointments.add(
                new AppointmentPeriod(AppointmentType.SPECIAL_CONSTABLE, day(2026, 4, 1), day(2026, 4, 30)));
        back.appointments.add(new AppointmentPeriod(AppointmentType.SPECIAL_CONSTABLE, day(2026, 6, 1), null));
        assertEquals(
                Standing.UNMET,
                finding(decide(back, Tier.T1, TODAY), "attested").standing());
        back.attested.add(day(2026, 6, 10));
        assertEquals(
                Standing.MET, finding(decide(back, Tier.T1, TODAY), "attested").standing());
    }

    @Test
    void keepsAnAttestationThroughAnAppointmentRenewedWithoutABreak() {
        var renewed = special();
        renewed.appointments.clear();
        renewed.appointments.add(
                new AppointmentPeriod(AppointmentType.SPECIAL_CONSTABLE, day(2026, 4, 1), day(2026, 5, 31)));
        renewed.appointments.add(new AppointmentPeriod(AppointmentType.SPECIAL_CONSTABLE, day(2026, 6, 1), null));
        assertEquals(
                Standing.MET,
                finding(decide(renewed, Tier.T1, TODAY), "attested").standing());
    }

    @Test
    void offersATierWhereTheForceChoseIt() {
        var kent = TestPolicies.kent(TestPolicies.document(day(2026, 6, 20), List.of(Tier.T2)));
        var before = Deployability.decide(special().facts(), kent, Tier.T2, TODAY);
        assertEquals(Answer.NOT_DEPLOYABLE, before.answer());
        assertEquals(day(2026, 6, 20), before.nextChangeOn(), "the next policy is a change of its own");
        var after = Deployability.decide(special().facts(), kent, Tier.T2, day(2026, 6, 20));
        assertEquals(Answer.DEPLOYABLE, after.answer());
        assertEquals("national 1, kent 1", after.policy());
        assertEquals(day(2026, 6, 20), after.since());
    }

    @Test
    void countsSinceThroughAChangeOfPolicy() {
        var kent = TestPolicies.kent(TestPolicies.document(day(2026, 6, 1), List.of(Tier.T2)));
        assertEquals(
                day(2026, 4, 10),
                Deployability.decide(special().facts(), kent, Tier.T1, TODAY).since());
    }

    @Test
    void drawsTheAnswerOverTime() {
        var leave = special().hold(HoldCause.LEAVE, day(2026, 6, 20), day(2026, 6, 25), day(2026, 6, 27));
        var spans = Deployability.timeline(leave.facts(), BASELINE, Tier.T1, day(2026, 4, 1), day(2026, 8, 1));
        var yes = spans.stream().map(v -> v.day() + " " + v.answer().isYes()).toList();
        assertTrue(yes.contains("2026-04-10 true"), yes::toString);
        assertTrue(yes.contains("2026-06-20 false"), yes::toString);
        assertTrue(yes.contains("2026-06-28 true"), yes::toString);
    }

    @Test
    void givesTheEarliestDayWhenItCanBeKnown() {
        var facts = special()
                .without(EquipmentKind.FORCE_LAPTOP)
                .hold(HoldCause.CONDUCT, day(2026, 6, 3), day(2026, 6, 30), null)
                .facts();
        var way = ShortestWay.from(facts, BASELINE, Deployability.decide(facts, BASELINE, Tier.T1, TODAY));
        assertEquals(day(2026, 7, 1), way.earliest());
        assertEquals(
                List.of("laptop", "available"),
                way.steps().stream().map(s -> s.finding().code()).toList());
    }

    @Test
    void givesNoEarliestDayWhenAStepHasNone() {
        var facts = applicant().facts();
        var way = ShortestWay.from(facts, BASELINE, Deployability.decide(facts, BASELINE, Tier.T1, TODAY));
        assertNull(way.earliest(), "nobody knows when the stages ahead will be done");
    }

    @Test
    void seesWhatWillHaveLapsedByTheTimeTheRestIsMended() {
        var facts = special()
                .hold(HoldCause.LEAVE, day(2026, 6, 3), day(2026, 6, 30), null)
                .appointed(day(2026, 4, 1), day(2026, 6, 20))
                .facts();
        var way = ShortestWay.from(facts, BASELINE, Deployability.decide(facts, BASELINE, Tier.T1, TODAY));
        assertTrue(way.steps().stream().anyMatch(s -> s.finding().code().equals("appointed")));
    }
}
