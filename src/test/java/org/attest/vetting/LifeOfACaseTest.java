package org.attest.vetting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attest.TestClock;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A case from the invitation to what comes of it, by the rules of its entities. */
@QuarkusTest
class LifeOfACaseTest {

    @Inject
    ClearancesOfMerged merged;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static String rule(Runnable act) {
        return assertThrows(Refused.class, act::run).rule();
    }

    private static CaseState state(TestCases one, LocalDate day) {
        return one.read(c -> c.stateOn(day));
    }

    @Test
    void aCleanCaseEndsInAClearanceOfTenYears() {
        var granted = TestCases.invited().upTo(CaseState.GRANTED);
        var until = TestClock.TODAY.plusYears(10).minusDays(1);
        assertEquals(until, granted.read(c -> c.validUntil));
        assertEquals(List.of(until), granted.read(c -> Clearance.of(c.volunteer).stream()
                .map(k -> k.lastValidDay)
                .toList()));
        assertEquals(CaseState.GRANTED, state(granted, until));
        assertEquals(CaseState.EXPIRED, state(granted, until.plusDays(1)), "vetting rule 9: with no human action");
        assertEquals(
                List.of(
                        CaseState.INVITED,
                        CaseState.SUBMITTED,
                        CaseState.AUTHENTICATED,
                        CaseState.CHECKS,
                        CaseState.ASSESSMENT,
                        CaseState.GRANTED),
                granted.read(c -> CaseStep.of(c).stream().map(s -> s.to).toList()));
    }

    @Test
    void anInvitationRunsOutByItself() {
        var invited = TestCases.invited();
        assertEquals(CaseState.INVITED, state(invited, TestClock.TODAY.plusDays(20)));
        assertEquals(CaseState.LAPSED, state(invited, TestClock.TODAY.plusDays(21)));
        TestClock.set(TestClock.TODAY.plusDays(21));
        assertEquals("vetting section 3.2", rule(() -> invited.upTo(CaseState.SUBMITTED)));
    }

    @Test
    void noCheckIsStartedBeforeTheAuthentication() {
        var submitted = TestCases.invited().upTo(CaseState.SUBMITTED);
        assertEquals(
                List.of("C1", "C2"),
                submitted.read(c -> Check.of(c).stream().map(k -> k.code).toList()));
        assertEquals(
                "vetting rule 23",
                rule(() -> submitted.does(c -> c.authenticate(TestCases.officer(), TestCases.clock()))));
        var authenticated = TestCases.invited().upTo(CaseState.AUTHENTICATED);
        assertEquals(
                "vetting rule 23", rule(() -> authenticated.check("C1", CheckResult.ADVERSE, TestCases.officer())));
    }

    @Test
    void noDecisionWhileAMandatoryCheckIsOpen() {
        var running = TestCases.invited().upTo(CaseState.CHECKS);
        assertEquals(
                "vetting rule 24", rule(() -> running.does(c -> c.endChecks(TestCases.officer(), TestCases.clock()))));
    }

    /** Vetting rule 24, where a check is asked anew after the checks were ended. */
    @Test
    void noAssessmentWhileAMandatoryCheckIsOpenAgain() {
        var one =
                TestCases.invited().upTo(CaseState.ASSESSMENT).check("C4", CheckResult.REQUESTED, TestCases.officer());
        assertEquals(
                "vetting rule 24",
                rule(() -> one.does(c -> Assessment.assess(
                        c,
                        Outcome.GRANTED,
                        TestCases.CLEAN,
                        TestCases.officer(),
                        TestCases.compartment(),
                        TestCases.clock()))));
        assertEquals("vetting rule 24", rule(() -> one.decided(Outcome.GRANTED, TestCases.manager())));
    }

    @Test
    void theClockStandsWhileTheApplicantHasTheMove() {
        var returned = TestCases.invited().upTo(CaseState.RETURNED);
        var promised = returned.read(c -> c.promisedOn);
        TestClock.set(TestClock.TODAY.plusDays(9));
        assertEquals(promised.plusDays(9), returned.read(c -> c.promiseOn(TestClock.TODAY.plusDays(9))));
        returned.does(c -> c.submit(VettingSettings.of(c.force), TestCases.applicant(), TestCases.clock()));
        assertEquals(promised.plusDays(9), returned.read(c -> c.promisedOn));
        assertNull(returned.read(c -> c.stoppedSince));
        returned.does(c -> Question.ask(
                c,
                "Your addresses of 2024",
                TestClock.TODAY.plusDays(20),
                TestCases.officer(),
                TestCases.compartment(),
                TestCases.clock()));
        TestClock.set(TestClock.TODAY.plusDays(14));
        returned.does(c -> Question.waiting(c)
                .orElseThrow()
                .answer("1 High Street", TestCases.applicant(), TestCases.compartment(), TestCases.clock()));
        assertEquals(promised.plusDays(14), returned.read(c -> c.promisedOn));
    }

    @Test
    void aRefusalIsAppealedAgainstAndHeardByWhoTookNoPart() {
        var appealed = TestCases.invited().upTo(CaseState.APPEALED);
        var dismissal = dismissal(new Appeal.Member(null, "Ada Member"), new Appeal.Member("second", "Test second"));
        assertEquals("vetting rule 27", rule(() -> hear(appealed, dismissal, TestCases.worker("manager", Hand.CHAIR))));
        var byName = dismissal(new Appeal.Member(null, "test OFFICER"));
        assertEquals("vetting rule 27", rule(() -> hear(appealed, byName, TestCases.chair())));
        var byAccount = dismissal(new Appeal.Member("officer", "Renamed since"));
        assertEquals("vetting rule 27", rule(() -> hear(appealed, byAccount, TestCases.chair())));
        hear(appealed, dismissal, TestCases.chair());
        assertEquals(CaseState.APPEAL_DISMISSED, appealed.read(c -> c.state));
        assertEquals(
                List.of("chair", "second"),
                appealed.read(c -> Part.of(c).stream()
                        .filter(p -> p.part == Part.Kind.HEARD)
                        .map(p -> p.accountRef)
                        .sorted()
                        .toList()),
                "whoever sat on the panel has heard the case as its chair has");
    }

    private static Appeal.Hearing dismissal(Appeal.Member... members) {
        return new Appeal.Hearing(Appeal.Result.DISMISS, "The panel agrees", List.of(members), TestCases.REASONS);
    }

    @Test
    void aCaseSentBackHasAsLongAgain() {
        var appealed = TestCases.invited().upTo(CaseState.APPEALED);
        TestClock.set(TestClock.TODAY.plusDays(100));
        hear(appealed, new Appeal.Hearing(Appeal.Result.SEND_BACK, "Look again", List.of(), null), TestCases.chair());
        assertEquals(TestClock.TODAY.plusDays(142), appealed.read(c -> c.promisedOn));
    }

    @Test
    void aPanelClearsSomebodyWithACautionOnlyWithItsOwnRebuttal() {
        var appealed = TestCases.adverse().decided(Outcome.REFUSED, TestCases.manager());
        appealed.does(
                c -> Appeal.lodge(c, "Long ago", TestCases.applicant(), TestCases.compartment(), TestCases.clock()));
        var silent = new Appeal.Hearing(Appeal.Result.GRANT, "We grant it", List.of(), TestCases.REASONS);
        assertEquals("vetting rule 21", rule(() -> hear(appealed, silent, TestCases.chair())));
        var rebutted = new Appeal.Hearing(
                Appeal.Result.GRANT,
                "We grant it",
                List.of(),
                new Decision.Draft("For you", "We grant it", true, List.of(), "It was long ago", null));
        hear(appealed, rebutted, TestCases.chair());
        assertEquals(CaseState.GRANTED, appealed.read(c -> c.state));
        assertEquals(
                "It was long ago",
                appealed.read(
                        c -> Appeal.of(c).get(0).panel(TestCases.compartment()).rebuttal()));
    }

    @Test
    void whatWasFoundAfterTheAssessmentIsAssessedBeforeTheDecision() {
        var one = TestCases.adverse();
        TestClock.set(TestClock.TODAY.plusDays(1));
        one.check("C5", CheckResult.TRACE_NOT_RELEVANT, TestCases.officer());
        assertEquals("vetting section 3.1", rule(() -> one.decided(Outcome.GRANTED, TestCases.manager())));
        one.does(c -> Assessment.assess(
                c,
                Outcome.GRANTED,
                TestCases.REBUTTED,
                TestCases.officer(),
                TestCases.compartment(),
                TestCases.clock()));
        one.decided(Outcome.GRANTED, TestCases.manager());
        assertEquals(CaseState.GRANTED, one.read(c -> c.state));
    }

    @Test
    void aHistoryShorterThanTheLevelAsksIsNotClear() {
        var here = TestCases.invited();
        lived(
                here,
                Map.of(
                        "address",
                        "7 Mill Lane",
                        "uk",
                        "yes",
                        "from",
                        "" + TestClock.TODAY.minusYears(3).plusDays(1)));
        here.upTo(CaseState.CHECKS);
        assertEquals("vetting rule 12", rule(() -> here.check("C3", CheckResult.CLEAR, TestCases.officer())));
        assertEquals(
                "vetting rule 12", rule(() -> here.check("C3", CheckResult.TRACE_NOT_RELEVANT, TestCases.officer())));
        assertEquals(
                "vetting section 2", rule(() -> here.check("C3", CheckResult.NOT_APPLICABLE, TestCases.officer())));
        here.check("C3", CheckResult.ADVERSE, TestCases.officer());
        var longer = TestCases.invited();
        lived(longer, Map.of("address", "7 Mill Lane", "uk", "yes", "from", "" + TestClock.TODAY.minusYears(3)));
        longer.upTo(CaseState.CHECKS).check("C3", CheckResult.CLEAR, TestCases.officer());
    }

    @Test
    void aLongStayAbroadIsClearOnceTheCertificateIsInTheFile() {
        var one = TestCases.invited();
        one.does(c -> FormSheet.write(
                c,
                FormPart.ABROAD,
                new FormAnswers(
                        Map.of(),
                        List.of(Map.of(
                                "country", "Peru", "from", "2018-01-01", "to", "2019-06-30", "reason", "TRAVEL"))),
                TestCases.applicant(),
                TestCases.compartment(),
                TestCases.clock()));
        one.upTo(CaseState.CHECKS);
        assertEquals("vetting rule 14", rule(() -> one.check("C3", CheckResult.CLEAR, TestCases.officer())));
        one.file("C3").check("C3", CheckResult.CLEAR, TestCases.officer());
    }

    private static void lived(TestCases one, Map<String, String> home) {
        one.does(c -> FormSheet.write(
                c,
                FormPart.ADDRESSES,
                new FormAnswers(Map.of(), List.of(home)),
                TestCases.applicant(),
                TestCases.compartment(),
                TestCases.clock()));
    }

    @Test
    void aRenewalTakesThePlaceOfWhatItRenews() {
        var first = TestCases.invited().upTo(CaseState.GRANTED);
        TestClock.set(TestClock.TODAY.plusYears(9));
        var renewal = TestCases.renewalOf(first).upTo(CaseState.GRANTED);
        assertEquals(CaseState.TERMINATED, first.read(c -> c.state), "one clearance of a level, and one case of it");
        assertEquals(TestClock.TODAY.plusYears(9).minusDays(1), first.read(c -> c.validUntil));
        assertEquals(CaseState.GRANTED, renewal.read(c -> c.state));
    }

    @Test
    void aLateAppealIsRecordedAndDecided() {
        var refused = TestCases.invited().upTo(CaseState.REFUSED);
        var until = refused.read(c -> Decision.newest(c).orElseThrow().appealUntil);
        TestClock.set(until.plusDays(1));
        refused.does(
                c -> Appeal.lodge(c, "I was away", TestCases.applicant(), TestCases.compartment(), TestCases.clock()));
        assertEquals(true, refused.<Boolean>read(c -> Appeal.waiting(c).orElseThrow().late), "vetting rule 28");
        hear(refused, new Appeal.Hearing(Appeal.Result.SEND_BACK, "Look again", List.of(), null), TestCases.chair());
        assertEquals(CaseState.ASSESSMENT, refused.read(c -> c.state));
        assertEquals(2, refused.<Integer>read(c -> c.round));
    }

    /** Vetting rule 38: asked for another invitation, the unit's answer is the same whether an appeal runs or not. */
    @Test
    void whoWasRefusedIsInvitedAgainWhenTheUnitSaysSo() {
        var refused = TestCases.invited().upTo(CaseState.REFUSED);
        var appealed = TestCases.invited().upTo(CaseState.APPEALED);
        for (var one : List.of(refused, appealed)) {
            var person = one.read(c -> c.volunteer);
            assertEquals("vetting section 3.2", rule(() -> TestCases.of(person)));
            assertEquals(
                    CaseState.INVITED,
                    TestCases.of(person, ClearanceLevel.MANAGEMENT).state(),
                    "another level is another question");
        }
        refused.does(c -> c.finalise(TestClock.TODAY, TestCases.officer(), TestCases.clock()));
        assertEquals(
                "vetting section 3.2",
                rule(() -> appealed.does(c -> c.finalise(TestClock.TODAY, TestCases.officer(), TestCases.clock()))),
                "the panel first");
        var released = refused.read(c -> c.volunteer);
        refused.does(
                c -> Appeal.lodge(c, "I was away", TestCases.applicant(), TestCases.compartment(), TestCases.clock()));
        assertEquals("vetting section 3.2", rule(() -> TestCases.of(released)), "an appeal that comes after all");
    }

    /** Vetting rule 38: whoever merges two records reads the same whether an appeal runs or not. */
    @Test
    void twoRecordsWithCasesOfOneLevelAreSettledByTheUnitFirst() {
        var running = TestCases.invited().upTo(CaseState.CHECKS).read(c -> c.volunteer);
        var refused = TestCases.invited().upTo(CaseState.REFUSED);
        var appealed = TestCases.invited().upTo(CaseState.APPEALED);
        for (var one : List.of(refused, appealed)) {
            Volunteer kept = one.read(c -> c.volunteer);
            assertEquals(
                    "Both records have a vetting case at Recruitment vetting: the vetting unit settles one of the two first",
                    one.read(c -> merged.refusal(kept, running).orElseThrow().sentence()));
        }
        refused.does(c -> c.finalise(TestClock.TODAY, TestCases.officer(), TestCases.clock()));
        assertTrue(
                refused.<Boolean>read(c -> merged.refusal(c.volunteer, running).isEmpty()));
    }

    @Test
    void aCaseEndsWithTheOfficeOfWhoLeftDaysAgo() {
        var granted = TestCases.invited().upTo(CaseState.GRANTED);
        TestClock.set(TestClock.TODAY.plusDays(9));
        granted.doesAll(c -> List.copyOf(Clearance.of(c.volunteer).stream()
                .map(k -> k.terminate(
                        TestClock.TODAY.plusDays(6), ClearanceEnding.LEFT_OFFICE, People.SOMEBODY, TestCases.clock()))
                .toList()));
        assertEquals(CaseState.TERMINATED, granted.read(c -> c.state), "vetting rule 10");
        assertEquals(TestClock.TODAY.plusDays(6), granted.read(c -> c.validUntil));
    }

    @Test
    void whoIsOnBailIsDiscontinuedUntilTheMatterIsOver() {
        var bail = TestCases.invited().upTo(CaseState.CHECKS);
        assertEquals(
                "vetting rule 19",
                rule(() -> bail.does(c ->
                        c.discontinue("On bail", TestCases.officer(), TestCases.compartment(), TestCases.clock()))));
        bail.matter(MatterKind.LIVE_INVESTIGATION, TestCases.officer());
        bail.does(c -> c.discontinue("On bail", TestCases.officer(), TestCases.compartment(), TestCases.clock()));
        var person = bail.read(c -> c.volunteer);
        // refused without saying why: whoever recruits does not learn of the matter (vetting rules 19 and 38)
        assertEquals("vetting section 3.2", rule(() -> TestCases.of(person)));
        assertEquals(
                "vetting section 3.2",
                rule(() -> TestCases.of(person, ClearanceLevel.MANAGEMENT)),
                "nor at another level");
        bail.does(c -> c.finalise(TestClock.TODAY, TestCases.officer(), TestCases.clock()));
        assertEquals(CaseState.INVITED, TestCases.of(person).read(c -> c.state));
    }

    @Test
    void whoWithdrewFromTheUnitIsAnsweredAsWhoWasDiscontinued() {
        var withdrawn = TestCases.invited().upTo(CaseState.CHECKS);
        withdrawn.does(c -> c.withdraw(TestCases.applicant(), TestCases.clock()));
        var person = withdrawn.read(c -> c.volunteer);
        assertEquals("vetting section 3.2", rule(() -> TestCases.of(person)), "vetting rules 19 and 38");
        withdrawn.does(c -> c.finalise(TestClock.TODAY, TestCases.officer(), TestCases.clock()));
        assertEquals(CaseState.INVITED, TestCases.of(person).read(c -> c.state));
        var early = TestCases.invited();
        early.does(c -> c.withdraw(TestCases.applicant(), TestCases.clock()));
        assertEquals(
                CaseState.INVITED,
                TestCases.of(early.read(c -> c.volunteer)).read(c -> c.state),
                "what the unit never had needs no word of it");
    }

    @Test
    void whoIsBarredIsRefusedAndNotDiscontinued() {
        var barred = TestCases.invited().upTo(CaseState.CHECKS);
        barred.matter(MatterKind.BARRED_LIST, TestCases.officer());
        barred.matter(MatterKind.LIVE_INVESTIGATION, TestCases.officer());
        assertEquals(
                "vetting rule 18",
                rule(() -> barred.does(c ->
                        c.discontinue("On bail", TestCases.officer(), TestCases.compartment(), TestCases.clock()))));
        barred.decided(Outcome.REFUSED, TestCases.manager());
        assertEquals(CaseState.REFUSED, barred.read(c -> c.state));
    }

    @Test
    void thePostDecidesTheLevel() {
        var support =
                People.support().in("kent").inStage(Stage.VETTING).eligible().saved();
        assertEquals(ClearanceLevel.NPPV_3, TestCases.of(support).read(c -> c.level));
        assertEquals(
                FormVariant.VOLUNTEER,
                TestCases.of(People.designated()
                                .in("kent")
                                .inStage(Stage.VETTING)
                                .eligible()
                                .saved())
                        .read(c -> c.variant));
    }

    private static void hear(TestCases one, Appeal.Hearing hearing, Worker by) {
        one.does(c -> {
            var heard = Appeal.waiting(c)
                    .orElseThrow()
                    .hear(hearing, VettingSettings.of(c.force), by, TestCases.compartment(), TestCases.clock());
            return heard.moved().get(heard.moved().size() - 1);
        });
    }
}
