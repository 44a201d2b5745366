package org.attest.training;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.attest.web.Formats;
import org.attest.web.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Training rules 2 to 6 as they are written, and the worked examples of the specification. */
class TrainingRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 16);

    private static void refuses(String sentence, String rule, Executable doing) {
        var refused = assertThrows(Refused.class, doing);
        assertEquals(sentence, refused.sentence());
        assertEquals(rule, refused.rule());
    }

    private static Executable recording(Learner learner, String code, LocalDate day, Integer mark, Long assessor) {
        return () -> Qualification.record(
                learner.on(day),
                learner.version(code),
                new Result(day, mark, assessor == null ? null : Learner.account(assessor, "Asa Marker"), null, false),
                Learner.ASSESSOR,
                Learner.at(DAY.plusYears(1)));
    }

    /** Example 6: DSC-304 passed on 31 August 2025 counts on 31 August 2026, and not on the day after (training rule 4). */
    @Test
    void countOnTheLastDayAndNotOnTheDayAfter() {
        var learner = new Learner().passed("DSC-304", LocalDate.of(2025, 8, 31));
        assertTrue(learner.on(LocalDate.of(2026, 8, 31)).valid("DSC-304").isPresent());
        assertFalse(learner.on(LocalDate.of(2026, 9, 1)).valid("DSC-304").isPresent());
        assertFalse(learner.on(LocalDate.of(2025, 8, 30)).valid("DSC-304").isPresent());
    }

    /** Example 7: DSC-304 expired on 30 April 2026, so DSC-305 cannot start on 1 May (training rule 2). */
    @Test
    void refuseToStartWithAnExpiredPrerequisite() {
        var learner =
                new Learner().passed("DSC-204", LocalDate.of(2025, 6, 1)).passed("DSC-304", LocalDate.of(2025, 4, 30));
        var module = learner.module("DSC-305");
        assertDoesNotThrow(() -> learner.on(LocalDate.of(2026, 4, 30)).refuseUnlessMayStart(module));
        refuses("DSC-305 needs DSC-304, which expired on 30 April 2026", "training rule 2", () -> learner.on(
                        LocalDate.of(2026, 5, 1))
                .refuseUnlessMayStart(module));
    }

    /** Training rule 2. */
    @Test
    void refuseToStartWithoutAPrerequisiteOrWithARevokedOne() {
        var sentence = "DSC-103 needs DSC-101, which is not passed";
        var learner = new Learner();
        refuses(sentence, "training rule 2", () -> learner.on(DAY).refuseUnlessMayStart(learner.module("DSC-103")));
        learner.passed("DSC-101", DAY).revoked();
        refuses(sentence, "training rule 2", () -> learner.on(DAY).refuseUnlessMayStart(learner.module("DSC-103")));
    }

    /** Example 7: DSC-203 failed with 79% on 4 May; 10 May is refused, on 11 May 80% passes, valid to 11 May 2027. */
    @Test
    void giveTheNextAttemptAfterSevenFullDays() {
        var pass = new Learner().module("DSC-203").pass();
        assertFalse(pass.isReachedBy(79));
        assertTrue(pass.isReachedBy(80));
        var failed = List.of(LocalDate.of(2026, 5, 4));
        assertEquals(
                "The next attempt can begin on 11 May 2026, 7 full days after the last",
                AttemptLimit.refusal(failed, LocalDate.of(2026, 5, 10))
                        .orElseThrow()
                        .sentence());
        assertTrue(AttemptLimit.refusal(failed, LocalDate.of(2026, 5, 11)).isEmpty());
        assertEquals(
                LocalDate.of(2027, 5, 11),
                new Learner().module("DSC-203").term().lastDay(LocalDate.of(2026, 5, 11)));
    }

    /** Training rule 3: a mark equal to the pass mark passes. */
    @Test
    void passAtThePassMark() {
        var pass = new Pass(Pass.Kind.SCORE, 80);
        assertTrue(pass.isReachedBy(8, 10));
        assertFalse(pass.isReachedBy(7, 10));
        assertTrue(pass.isReachedBy(4, 5));
        assertFalse(pass.isReachedBy(79, 99));
    }

    /** Training rule 3: the third fail in twelve months goes to the coordinator. */
    @Test
    void sendTheThirdFailToTheCoordinator() {
        var learner = new Learner()
                .tried("DSC-101", DAY.minusDays(60), false)
                .tried("DSC-101", DAY.minusDays(30), false)
                .readEverything("DSC-101", DAY.minusDays(90));
        var module = learner.module("DSC-101");
        assertDoesNotThrow(() -> learner.on(DAY).refuseUnlessMayTry(module));
        learner.tried("DSC-101", DAY.minusDays(20), false);
        refuses(
                "This was tried 3 times in 12 months: the coordinator decides how it goes on",
                "training rule 3",
                () -> learner.on(DAY).refuseUnlessMayTry(module));
        assertEquals(
                ModuleStanding.State.WITH_COORDINATOR,
                learner.on(DAY).standing(module).state());
        assertDoesNotThrow(() -> learner.on(DAY.plusYears(1)).refuseUnlessMayTry(module));
    }

    /** Training rule 3: what was failed before the last pass does not count against the renewal. */
    @Test
    void countFailsSinceTheLastPass() {
        var learner = new Learner()
                .tried("DSC-102", DAY.minusDays(360), false)
                .tried("DSC-102", DAY.minusDays(350), false)
                .tried("DSC-102", DAY.minusDays(340), true)
                .tried("DSC-102", DAY.minusDays(10), false);
        assertEquals(List.of(DAY.minusDays(10)), learner.on(DAY).failedOn("DSC-102"));
    }

    /** Training rule 3: a fail in a session counts like one by the questions, for the standing too. */
    @Test
    void countFailsInSessionsWithThoseOfTheQuestions() {
        var learner = new Learner()
                .passedAllBefore("DSC-103", DAY.minusDays(200))
                .tried("DSC-103", DAY.minusDays(100), false)
                .failedInSession("DSC-103", DAY.minusDays(3));
        assertEquals(
                List.of(DAY.minusDays(100), DAY.minusDays(3)), learner.on(DAY).failedOn("DSC-103"));
        var standing = learner.on(DAY).standing(learner.module("DSC-103"));
        assertEquals(ModuleStanding.State.WAITS_FOR_DAY, standing.state());
        assertEquals(DAY.plusDays(4), learner.on(DAY).nextAttempt("DSC-103"));
        learner.failedInSession("DSC-103", DAY.minusDays(40));
        assertEquals(
                ModuleStanding.State.WITH_COORDINATOR,
                learner.on(DAY).standing(learner.module("DSC-103")).state());
        // what was failed before it was passed does not count
        learner.passed("DSC-103", DAY.minusDays(2));
        assertEquals(List.of(), learner.on(DAY).failedOn("DSC-103"));
    }

    /** Training rule 3: the coordinator lets them try again from a day, and fails are counted anew, or ends it. */
    @Test
    void goOnAfterTheThirdFailAsTheCoordinatorDecides() {
        var learner = new Learner()
                .passedAllBefore("DSC-203", DAY.minusDays(200))
                .failedInSession("DSC-203", DAY.minusDays(60))
                .failedInSession("DSC-203", DAY.minusDays(40))
                .failedInSession("DSC-203", DAY.minusDays(20));
        var module = learner.module("DSC-203");
        assertTrue(learner.on(DAY).isWithCoordinator("DSC-203"));
        assertFalse(learner.on(DAY).isReadyForSession(module));
        assertEquals(DAY.plusDays(1), ThirdFailDecision.earliest(learner.on(DAY), module));
        learner.decided("DSC-203", DAY, DAY.plusDays(10));
        assertFalse(learner.on(DAY).isWithCoordinator("DSC-203"));
        assertTrue(learner.on(DAY).isReadyForSession(module));
        assertTrue(learner.on(DAY.minusDays(1)).isWithCoordinator("DSC-203"), "as of the day before");
        assertTrue(learner.on(DAY.plusDays(9)).refusedAttempt("DSC-203").isPresent());
        assertTrue(learner.on(DAY.plusDays(10)).refusedAttempt("DSC-203").isEmpty());
        learner.failedInSession("DSC-203", DAY.plusDays(10)).failedInSession("DSC-203", DAY.plusDays(20));
        assertTrue(learner.on(DAY.plusDays(26)).refusedAttempt("DSC-203").isPresent(), "seven full days");
        assertTrue(learner.on(DAY.plusDays(27)).refusedAttempt("DSC-203").isEmpty());
        learner.failedInSession("DSC-203", DAY.plusDays(30));
        assertTrue(learner.on(DAY.plusDays(30)).isWithCoordinator("DSC-203"), "the third since");
        learner.decided("DSC-203", DAY.plusDays(31), null);
        assertTrue(learner.on(DAY.plusYears(5)).isStopped("DSC-203"));
        refuses(
                "It was decided on " + Formats.inWords(DAY.plusDays(31)) + " that this is not tried again",
                "training rule 3",
                () -> {
                    throw learner.on(DAY.plusYears(5)).refusedAttempt("DSC-203").orElseThrow();
                });
    }

    /** Training rule 2: who is ready for a session, and to whom it would open what. */
    @Test
    void openWhatWaitsForOneModuleAlone() {
        var learner = new Learner().passedAllBefore("DSC-104", DAY.minusDays(10));
        var record = learner.on(DAY);
        assertTrue(record.isReadyForSession(learner.module("DSC-104")));
        assertFalse(record.isReadyForSession(learner.module("DSC-103")), "its questions are not passed");
        assertFalse(record.isReadyForSession(learner.module("DSC-101")), "passed here alone");
        assertFalse(record.isReadyForSession(learner.module("DSC-205")), "needs DSC-104");
        assertEquals(List.of(learner.module("DSC-205")), record.openedBy(learner.module("DSC-104")));
        assertEquals(List.of(), record.openedBy(learner.module("DSC-205")), "DSC-308 and DSC-304 need more");
        assertFalse(learner.on(DAY.plusYears(3)).isReadyForSession(learner.module("DSC-104")), "DSC-101 has expired");
    }

    /** Training rule 5: renewal opens 60 days before the last day, and up to 90 days late the questions are enough. */
    @Test
    void renewByReassessmentAndLaterByTheWholeModule() {
        var learner = new Learner().passed("DSC-101", LocalDate.of(2024, 6, 16));
        var module = learner.module("DSC-101");
        refuses("It is passed, and renewal opens on 17 April 2026", "training rule 5", () -> learner.on(
                        LocalDate.of(2026, 4, 16))
                .refuseUnlessMayTry(module));
        assertDoesNotThrow(() -> learner.on(LocalDate.of(2026, 4, 17)).refuseUnlessMayTry(module));
        assertDoesNotThrow(() -> learner.on(DAY.plusDays(90)).refuseUnlessMayTry(module));
        refuses("Read every section first", "", () -> learner.on(DAY.plusDays(91))
                .refuseUnlessMayTry(module));
        assertEquals(
                ModuleStanding.State.TO_REPEAT,
                learner.on(DAY.plusDays(90)).standing(module).state());
        assertEquals(
                ModuleStanding.State.OVERDUE,
                learner.on(DAY.plusDays(91)).standing(module).state());
    }

    /** Training rule 5: what was read before it was passed does not count for doing the whole module again. */
    @Test
    void readAgainWhatWasReadForTheLastPass() {
        var passedOn = LocalDate.of(2024, 6, 16);
        var learner = new Learner().readEverything("DSC-101", passedOn).passed("DSC-101", passedOn);
        var module = learner.module("DSC-101");
        refuses("Read every section first", "", () -> learner.on(DAY.plusDays(91))
                .refuseUnlessMayTry(module));
        learner.readEverything("DSC-101", DAY.plusDays(91));
        assertDoesNotThrow(() -> learner.on(DAY.plusDays(91)).refuseUnlessMayTry(module));
    }

    /** Training rule 6: a module that is signed needs an assessor who is somebody else. */
    @Test
    void refuseAnAssessorWhoIsNobodyOrTheLearner() {
        var learner = new Learner().passedAllBefore("DSC-203", DAY);
        refuses("Choose who assessed it", "training rule 6", recording(learner, "DSC-203", DAY, 85, null));
        refuses("Nobody assesses themselves", "training rule 6", recording(learner, "DSC-203", DAY, 85, 1L));
        refuses("The pass mark is 80%", "training rule 3", recording(learner, "DSC-203", DAY, 79, 2L));
        refuses("Enter the mark", "training rule 3", recording(learner, "DSC-203", DAY, null, 2L));
    }

    /** Training rules 2 and 7, as of the day on which it was earned. */
    @Test
    void refuseAResultBeforeItsTime() {
        var learner = new Learner().passedAllBefore("DSC-203", DAY);
        refuses(
                "DSC-203 needs DSC-201, which is not passed",
                "training rule 2",
                recording(learner, "DSC-203", DAY.minusDays(1), 85, 2L));
        refuses(
                "Tutored shifts are complete when every skill is signed, not by a result",
                "training rule 7",
                recording(learner.passedAllBefore("DSC-307", DAY), "DSC-307", DAY, null, 2L));
    }

    @Test
    void refuseARevocationWithoutReasonAndTwice() {
        var one = new Qualification();
        refuses("Enter why it is revoked", "", () -> one.revoke(null, Learner.ASSESSOR, Learner.at(DAY)));
        one.revoke("Given to the wrong person", Learner.ASSESSOR, Learner.at(DAY));
        refuses(
                "It is revoked already, by Asa Marker",
                "",
                () -> one.revoke("Again", Learner.ASSESSOR, Learner.at(DAY)));
    }
}
