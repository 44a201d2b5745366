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
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.RestrictionCode;
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
                // vetting rule 1: recruitment vetting for special constables, for every tier
                row("vetting rule 1", special(), Tier.T0, TODAY, "clearance", met),
                row("vetting rule 1", special().uncleared(), Tier.T1, TODAY, "clearance", unknown),
                row("vetting rule 1", applicant(), Tier.T1, TODAY, "clearance", unmet),
                row(
                        "vetting rule 3",
                        special().uncleared().cleared(ClearanceLevel.NPPV_3, early, day(2030, 1, 1)),
                        Tier.T1,
                        TODAY,
                        "clearance",
                        unmet),
                row(
                        "vetting rule 6",
                        special().uncleared().cleared(ClearanceLevel.MANAGEMENT, early, day(2030, 1, 1)),
                        Tier.T1,
                        TODAY,
                        "clearance",
                        unmet),
                // training section 6a: others need NPPV 3, and no lower one
                row(
                        "training section 6a",
                        special().as(AppointmentType.SUPPORT_VOLUNTEER),
                        Tier.T1,
                        TODAY,
                        "clearance",
                        met),
                row(
                        "training section 6a",
                        special()
                                .as(AppointmentType.DESIGNATED_VOLUNTEER)
                                .uncleared()
                                .cleared(ClearanceLevel.NPPV_2_FULL, early, day(2030, 1, 1)),
                        Tier.T1,
                        TODAY,
                        "clearance",
                        unmet),
                row(
                        "training section 6a, not by name alone",
                        special()
                                .as(AppointmentType.DESIGNATED_VOLUNTEER)
                                .uncleared()
                                .cleared(ClearanceLevel.RECRUITMENT, early, day(2030, 1, 1)),
                        Tier.T1,
                        TODAY,
                        "clearance",
                        unmet),
                // worked example E4, vetting rules 4 and 9: it expires with nobody doing anything
                row("vetting E4", grantedIn2016(), Tier.T1, day(2026, 11, 30), "clearance", soon),
                row("vetting E4", grantedIn2016(), Tier.T1, day(2026, 12, 1), "clearance", unmet),
                row("vetting E4", grantedIn2016(), Tier.T1, day(2026, 10, 30), "clearance", met),
                // vetting rule 10: ended with the office
                row(
                        "vetting rule 10",
                        special().uncleared().clearedUntilEnded(ClearanceLevel.RECRUITMENT, early, TODAY),
                        Tier.T1,
                        TODAY.plusDays(1),
                        "clearance",
                        unmet),
                // vetting rule 6, training section 6a: tiers 3 and 4 ask special constables for management vetting too
                row("training section 6a", special(), Tier.T3, TODAY, "management-vetting", unmet),
                row(
                        "training section 6a",
                        special().cleared(ClearanceLevel.MANAGEMENT, early, day(2030, 1, 1)),
                        Tier.T3,
                        TODAY,
                        "management-vetting",
                        met),
                row("training section 6a", special(), Tier.T2, TODAY, "management-vetting", null),
                row(
                        "training section 6a",
                        special().as(AppointmentType.SUPPORT_VOLUNTEER),
                        Tier.T4,
                        TODAY,
                        "management-vetting",
                        null),
                // vetting rule 2: from 13 July 2026 at most six months old at the appointment
                row(
                        "vetting rule 2",
                        vettedAndAppointed(day(2026, 1, 12), day(2026, 7, 12)),
                        Tier.T1,
                        day(2026, 8, 1),
                        "clearance-fresh",
                        null),
                row(
                        "vetting rule 2",
                        vettedAndAppointed(day(2026, 1, 13), day(2026, 7, 13)),
                        Tier.T1,
                        day(2026, 8, 1),
                        "clearance-fresh",
                        met),
                row(
                        "vetting rule 2",
                        vettedAndAppointed(day(2026, 1, 12), day(2026, 7, 13)),
                        Tier.T1,
                        day(2026, 8, 1),
                        "clearance-fresh",
                        unmet),
                row(
                        "vetting rule 2",
                        vettedAndAppointed(day(2026, 7, 14), day(2026, 7, 13)),
                        Tier.T1,
                        day(2026, 8, 1),
                        "clearance-fresh",
                        unknown),
                row(
                        "vetting rule 2, three months set by the force",
                        vettedAndAppointed(day(2026, 4, 12), day(2026, 7, 13)).freshWithin(3),
                        Tier.T1,
                        day(2026, 8, 1),
                        "clearance-fresh",
                        unmet),
                row(
                        "vetting rule 2, switched off by the force",
                        vettedAndAppointed(day(2016, 8, 12), day(2026, 7, 13)).freshWithin(0),
                        Tier.T1,
                        day(2026, 8, 1),
                        "clearance-fresh",
                        null),
                // conditions of a clearance: asked of whom they concern
                row("vetting section 3.2", special(), Tier.T2, TODAY, "no-live-contact", null),
                row(
                        "vetting section 3.2",
                        on(RestrictionCode.NO_LIVE_CONTACT),
                        Tier.T2,
                        TODAY,
                        "no-live-contact",
                        unmet),
                row(
                        "vetting section 3.2",
                        on(RestrictionCode.NO_LIVE_CONTACT),
                        Tier.T1,
                        TODAY,
                        "no-live-contact",
                        null),
                row("vetting section 3.2", on(RestrictionCode.NO_MATERIAL), Tier.T3, TODAY, "no-material", unmet),
                row(
                        "vetting section 3.2",
                        on(RestrictionCode.SUPERVISED_ONLY),
                        Tier.T1,
                        TODAY,
                        "supervised-only",
                        unmet),
                // training section 2: tiers 2 and 3 are a force's choice, tier 4 is off
                row("section 2", special(), Tier.T2, TODAY, "offered", unmet),
                row("section 2", special(), Tier.T3, TODAY, "offered", unmet),
                row("section 2", special(), Tier.T4, TODAY, "offered", unmet),
                row("section 2", special(), Tier.T1, TODAY, "offered", null));
    }

    private static Known grantedIn2016() {
        return special().uncleared().cleared(ClearanceLevel.RECRUITMENT, day(2016, 12, 1), day(2026, 11, 30));
    }

    private static Known vettedAndAppointed(LocalDate granted, LocalDate appointed) {
        return special()
                .uncleared()
                .cleared(
                        ClearanceLevel.RECRUITMENT,
                        granted,
                        granted.plusYears(10).minusDays(1))
                .appointed(appointed, null);
    }

    private static Known on(RestrictionCode condition) {
        return special().uncleared().cleared(ClearanceLevel.RECRUITMENT, day(2026, 2, 2), day(2036, 2, 1), condition);
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
        assertEquals(day(2036, 2, 1), verdict.lastDay(), "the last valid day of the clearance");
        assertEquals(day(2036, 1, 2), verdict.nextChangeOn(), "when that is due soon");
        assertEquals("national 3", verdict.policy());
    }

    /** Worked example E4: it is news on the day after the last valid one, and announced before. */
    @Test
    void namesTheClearanceAndItsLastValidDay() {
        var before = decide(grantedIn2016(), Tier.T1, TODAY);
        assertEquals(Answer.DEPLOYABLE, before.answer());
        assertEquals(day(2026, 11, 30), before.lastDay());
        assertEquals(
                "Recruitment vetting, last valid day 30 November 2026",
                finding(before, "clearance").evidence());
        assertEquals(day(2026, 10, 31), before.nextChangeOn(), "due soon 30 days before");
        var after = decide(grantedIn2016(), Tier.T1, day(2026, 12, 1));
        assertEquals(Answer.NOT_DEPLOYABLE, after.answer());
        assertEquals(
                "Recruitment vetting has expired", finding(after, "clearance").sentence());
        assertEquals(Owner.VETTING_UNIT, finding(after, "clearance").owner());
    }

    /** Worked example E6, vetting rule 3: NPPV 3 stays good for the volunteer role, and does nothing for the other. */
    @Test
    void takesNonPolicePersonnelVettingForNoRecruitmentVetting() {
        var volunteer = special().as(AppointmentType.SUPPORT_VOLUNTEER);
        assertEquals(Answer.DEPLOYABLE, decide(volunteer, Tier.T1, TODAY).answer());
        volunteer.appointments.clear();
        volunteer.type = AppointmentType.SPECIAL_CONSTABLE;
        var clearance = finding(decide(volunteer, Tier.T1, TODAY), "clearance");
        assertEquals(Standing.UNMET, clearance.standing());
        assertEquals("No recruitment vetting (RV)", clearance.sentence());
        assertEquals("NPPV 3 does not take its place", clearance.evidence());
    }

    @Test
    void limitsByAConditionAndSaysForHowLong() {
        var verdict = decide(on(RestrictionCode.SUPERVISED_ONLY), Tier.T1, TODAY);
        assertEquals(Answer.WITH_LIMITS, verdict.answer());
        var limit = finding(verdict, "supervised-only");
        assertEquals("Only with a second person present", limit.sentence());
        assertEquals(day(2036, 2, 1), limit.lastDay());
    }

    @Test
    void carriesEveryFindingNotTheFirst() {
        var verdict = decide(applicant(), Tier.T1, TODAY);
        assertEquals(Answer.NOT_DEPLOYABLE, verdict.answer());
        assertEquals(
                List.of(
                        "service",
                        "clearance",
                        "appointed",
                        "attested",
                        "warrant-card",
                        "laptop",
                        "account",
                        "stage-a",
                        "stage-b",
                        "role-training"),
                verdict.standing(Standing.UNMET).stream().map(Finding::code).toList());
        assertEquals(16, verdict.findings().size());
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
        var facts = special().passed("DSC-303", day(2026, 3, 3), null).facts();
        var before = Deployability.decide(facts, kent, Tier.T2, TODAY);
        assertEquals(Answer.NOT_DEPLOYABLE, before.answer());
        assertEquals(day(2026, 6, 20), before.nextChangeOn(), "the next policy is a change of its own");
        var after = Deployability.decide(facts, kent, Tier.T2, day(2026, 6, 20));
        assertEquals(Answer.DEPLOYABLE, after.answer());
        assertEquals("national 3, kent 1", after.policy());
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
