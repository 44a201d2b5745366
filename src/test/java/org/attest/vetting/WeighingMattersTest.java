package org.attest.vetting;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.attest.As;
import org.attest.security.Role;
import org.attest.web.Refused;
import org.junit.jupiter.api.Test;

/** What counts when a case is weighed, and for how long somebody must have lived here. */
@QuarkusTest
class WeighingMattersTest {

    @Test
    void noCaseToAnswerStaysUsable() {
        var one = TestCases.invited().upTo(CaseState.ASSESSMENT);
        one.matter(MatterKind.NO_CASE_TO_ANSWER, TestCases.officer());
        assertTrue(one.<Boolean>read(c -> Findings.of(c).isAdverse()), "vetting rule 26: it is weighed");
        As.role(Role.VETTING_MANAGER, "kent")
                .get("/vetting-cases/" + one.ref() + "/assessment")
                .body(containsString("A conduct matter with no case to answer, or not proven"));
        assertEquals(
                "vetting rule 25",
                assertThrows(
                                Refused.class,
                                () -> one.does(c -> Assessment.assess(
                                        c,
                                        Outcome.REFUSED,
                                        TestCases.CLEAN,
                                        TestCases.officer(),
                                        TestCases.compartment(),
                                        TestCases.clock())))
                        .rule(),
                "vetting rule 26: with both stages of the test, like anything adverse");
        one.does(c -> Assessment.assess(
                c,
                Outcome.REFUSED,
                TestCases.WEIGHED,
                TestCases.officer(),
                TestCases.compartment(),
                TestCases.clock()));
        one.decided(Outcome.REFUSED, TestCases.manager());
        assertEquals(CaseState.REFUSED, one.read(c -> c.state), "vetting rule 26: it can carry a refusal");
    }

    /** Vetting section 3.4: what was adverse once is seen by a second person, whoever struck it out or corrected it. */
    @Test
    void whatIsStruckOutOrCorrectedStillWantsASecondPerson() {
        var struck = TestCases.invited().upTo(CaseState.ASSESSMENT).matter(MatterKind.CAUTION, TestCases.officer());
        struck.does(c -> Matter.of(c)
                .get(0)
                .strike("About somebody else", TestCases.officer(), TestCases.compartment(), TestCases.clock()));
        var corrected = TestCases.invited()
                .upTo(CaseState.ASSESSMENT)
                .check("C9", CheckResult.ADVERSE, TestCases.officer())
                .check("C9", CheckResult.CLEAR, TestCases.officer());
        for (var one : List.of(struck, corrected)) {
            assertFalse(one.<Boolean>read(c -> Findings.of(c).isAdverse()), "nothing is left to weigh");
            one.does(c -> Assessment.assess(
                    c,
                    Outcome.GRANTED,
                    TestCases.CLEAN,
                    TestCases.officer(),
                    TestCases.compartment(),
                    TestCases.clock()));
            assertEquals(
                    "vetting section 3.2",
                    assertThrows(Refused.class, () -> one.decided(Outcome.GRANTED, TestCases.officer()))
                            .rule());
            one.decided(Outcome.GRANTED, TestCases.manager());
            assertEquals(CaseState.GRANTED, one.read(c -> c.state));
        }
    }

    /** Vetting rule 27. */
    @Test
    void whoHeardTheAppealDoesNotAssessTheCaseAnew() {
        var one = TestCases.invited().upTo(CaseState.APPEALED);
        var both = TestCases.worker("both", Hand.OFFICER, Hand.MANAGER, Hand.CHAIR);
        one.doesAll(c -> List.copyOf(Appeal.waiting(c)
                .orElseThrow()
                .hear(
                        new Appeal.Hearing(Appeal.Result.SEND_BACK, "Look again", List.of(), null),
                        VettingSettings.of(c.force),
                        both,
                        TestCases.compartment(),
                        TestCases.clock())
                .moved()));
        assertEquals(
                "vetting rule 27",
                assertThrows(
                                Refused.class,
                                () -> one.does(c -> Assessment.assess(
                                        c,
                                        Outcome.GRANTED,
                                        TestCases.CLEAN,
                                        both,
                                        TestCases.compartment(),
                                        TestCases.clock())))
                        .rule());
    }

    @Test
    void nationalSecurityVettingAsksForLongerResidence() {
        var settings = VettingSettings.of(List.<VettingSetting>of());
        assertEquals(
                List.of(Optional.of(3), Optional.of(5), Optional.of(10), Optional.of(10)),
                List.of(
                                ClearanceLevel.COUNTER_TERRORIST_CHECK,
                                ClearanceLevel.SECURITY_CHECK,
                                ClearanceLevel.ENHANCED_SECURITY_CHECK,
                                ClearanceLevel.DEVELOPED_VETTING)
                        .stream()
                        .map(settings::residencyYears)
                        .toList(),
                "vetting rule 13");
        assertEquals(Optional.of(3), settings.residencyYears(ClearanceLevel.RECRUITMENT), "vetting rule 12");
        assertEquals(Optional.of(5), settings.residencyYears(ClearanceLevel.MANAGEMENT), "vetting rule 12");
    }
}
