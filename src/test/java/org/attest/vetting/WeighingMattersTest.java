package org.attest.vetting;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
