package org.attest.readiness;

import static org.attest.readiness.Known.TODAY;
import static org.attest.readiness.Known.applicant;
import static org.attest.readiness.Known.special;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.attest.policy.Owner;
import org.attest.policy.PolicyHistory;
import org.attest.policy.TestPolicies;
import org.attest.policy.Tier;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a tier asks of training (training rule 1), one row each: who, for which tier, on which day, and how it stands. */
class TrainedForTheTierTest {

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
        var soon = Standing.DUE_SOON;
        var unknown = Standing.CANNOT_DECIDE;
        var earned = day(2025, 8, 31);
        var last = day(2026, 8, 31);
        return Stream.of(
                // training rule 1: every module of the tier, passed and in date
                row(special(), Tier.T1, TODAY, "stage-a", met),
                row(special(), Tier.T1, TODAY, "stage-b", met),
                row(special(), Tier.T1, TODAY, "role-training", met),
                row(special().never("DSC-104"), Tier.T1, TODAY, "stage-a", unmet),
                row(special().never("DSC-104"), Tier.T0, TODAY, "stage-a", unmet),
                row(special().never("DSC-104"), Tier.T1, TODAY, "stage-b", met),
                row(special().never("DSC-205"), Tier.T1, TODAY, "stage-b", unmet),
                row(special().never("DSC-205"), Tier.T0, TODAY, "stage-b", null),
                row(special().never("DSC-307"), Tier.T1, TODAY, "role-training", unmet),
                row(special().never("DSC-308"), Tier.T1, TODAY, "role-training", unmet),
                // from the day it is earned, through the last valid day (training rule 4)
                row(special().passedOnly("DSC-203", TODAY, null), Tier.T1, TODAY.minusDays(1), "stage-b", unmet),
                row(special().passedOnly("DSC-203", TODAY, null), Tier.T1, TODAY, "stage-b", met),
                row(special().passedOnly("DSC-203", day(2025, 6, 16), TODAY), Tier.T1, TODAY, "stage-b", soon),
                row(
                        special().passedOnly("DSC-203", day(2025, 6, 16), TODAY),
                        Tier.T1,
                        TODAY.plusDays(1),
                        "stage-b",
                        unmet),
                row(
                        special()
                                .passedOnly("DSC-203", day(2025, 6, 16), TODAY)
                                .passed("DSC-203", day(2026, 6, 2), day(2027, 6, 2)),
                        Tier.T1,
                        TODAY.plusDays(1),
                        "stage-b",
                        met),
                // worked example 6: passed on 31 August 2025 for 12 months
                row(images(earned, last), Tier.T3, last, "image-training", soon),
                row(images(earned, last), Tier.T3, last.plusDays(1), "image-training", unmet),
                row(images(earned, last), Tier.T1, last.plusDays(1), "image-training", null),
                row(images(earned, last), Tier.T4, last, "undercover-training", unmet),
                row(special(), Tier.T2, TODAY, "patrol-training", unmet),
                row(special().passed("DSC-303", TODAY, null), Tier.T2, TODAY, "patrol-training", met),
                // DSC-206 only where the force has switched it on
                row(special().switchedOn("DSC-206"), Tier.T1, TODAY, "stage-b", unmet),
                row(special().switchedOn("DSC-206").passed("DSC-206", TODAY, null), Tier.T1, TODAY, "stage-b", met),
                row(special().switchedOn("DSC-999"), Tier.T1, TODAY, "stage-b", met),
                // DSC-401 from a year after the final board on
                row(board(day(2025, 6, 16)), Tier.T1, day(2026, 6, 16), "refresher", soon),
                row(board(day(2025, 6, 16)), Tier.T1, day(2026, 6, 17), "refresher", unmet),
                row(board(day(2025, 6, 16)), Tier.T1, day(2025, 9, 1), "refresher", met),
                row(board(day(2025, 6, 16)), Tier.T1, day(2025, 6, 15), "refresher", null),
                row(board(day(2025, 6, 16)), Tier.T0, day(2026, 6, 17), "refresher", null),
                row(
                        board(day(2025, 6, 16)).passed("DSC-401", day(2026, 6, 1), day(2027, 6, 1)),
                        Tier.T1,
                        day(2026, 6, 17),
                        "refresher",
                        met),
                row(special().never("DSC-308"), Tier.T1, TODAY, "refresher", null),
                // a leap day's board asks from the day after 28 February
                row(board(day(2024, 2, 29)), Tier.T1, day(2025, 2, 28), "refresher", soon),
                row(board(day(2024, 2, 29)), Tier.T1, day(2025, 3, 1), "refresher", unmet),
                // who is in service has been trained: nothing recorded is nothing known
                row(special().untrained(), Tier.T1, TODAY, "stage-a", unknown),
                row(special().untrained(), Tier.T1, TODAY, "stage-b", unknown),
                row(special().untrained(), Tier.T1, TODAY, "role-training", unknown),
                row(special().untrained(), Tier.T1, TODAY, "refresher", null),
                row(applicant(), Tier.T1, TODAY, "stage-a", unmet),
                row(applicant().stage(Stage.TRAINING, day(2026, 1, 5)), Tier.T0, TODAY, "stage-a", unmet));
    }

    private static Known images(LocalDate earned, LocalDate last) {
        return special().passed("DSC-304", earned, last).passed("DSC-305", earned, null);
    }

    private static Known board(LocalDate day) {
        return special().never("DSC-401").passedOnly("DSC-308", day, null);
    }

    private static Arguments row(Known known, Tier tier, LocalDate day, String code, Standing standing) {
        return Arguments.of(known, tier, day, code, standing);
    }

    @ParameterizedTest(name = "{3} is {4} on {2} in {1}")
    @MethodSource("rules")
    void standsAsItsRuleSays(Known known, Tier tier, LocalDate day, String code, Standing standing) {
        var finding = finding(decide(known, tier, day), code);
        assertEquals(standing, finding == null ? null : finding.standing());
    }

    @Test
    void namesEachModuleThatIsMissingAndWhatBecameOfIt() {
        var known = special()
                .passedOnly("DSC-102", day(2025, 6, 1), day(2026, 6, 1))
                .never("DSC-104");
        var verdict = decide(known, Tier.T1, TODAY);
        assertEquals(Answer.NOT_DEPLOYABLE, verdict.answer());
        var finding = finding(verdict, "stage-a");
        assertEquals("Stage A is not passed and in date: DSC-102 and DSC-104", finding.sentence());
        assertEquals("DSC-102 expired on 1 June 2026. DSC-104 is not passed", finding.evidence());
        assertEquals(Owner.VOLUNTEER, finding.owner());
    }

    @Test
    void countsTheAnswerToTheFirstModuleThatEnds() {
        var known = special()
                .passedOnly("DSC-102", day(2025, 9, 1), day(2026, 9, 1))
                .passedOnly("DSC-205", day(2025, 10, 1), day(2026, 10, 1));
        var verdict = decide(known, Tier.T1, TODAY);
        assertEquals(Answer.DEPLOYABLE, verdict.answer());
        assertEquals(day(2026, 9, 1), verdict.lastDay());
        assertEquals(day(2026, 8, 2), verdict.nextChangeOn(), "due soon 30 days before");
        assertEquals(
                "The first to end is DSC-102, on 1 September 2026",
                finding(verdict, "stage-a").evidence());
        assertEquals(
                "Asked for from",
                finding(decide(special().never("DSC-401"), Tier.T1, TODAY), "refresher")
                        .evidence()
                        .substring(0, 14));
    }

    /** Nobody is deployable because nothing is known of their training; nor does anything else make up for it. */
    @Test
    void isNeverAYesForSomebodyOfWhoseTrainingNothingIsKnown() {
        assertEquals(
                Answer.CANNOT_DECIDE,
                decide(special().untrained(), Tier.T1, TODAY).answer());
        assertNull(finding(decide(special(), Tier.T1, TODAY), "return-to-duty"), "DSC-402 waits for leave");
    }
}
