package org.attest.vetting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose move a case is. */
class NextMoveTest {

    private static final Set<Hand> OFFICER = Set.of(Hand.OFFICER);
    private static final Set<Hand> MANAGER = Set.of(Hand.OFFICER, Hand.MANAGER);
    private static final Set<Hand> CHAIR = Set.of(Hand.CHAIR);

    private static NextMove.Standing at(CaseState state) {
        return new NextMove.Standing(state, Set.of(), false, false, null, Set.of(), false);
    }

    private static NextMove.Standing assessed(boolean adverse, Outcome recommends, boolean tookPart) {
        var parts = tookPart ? Set.of(Part.Kind.RAN_CHECKS) : Set.<Part.Kind>of();
        return new NextMove.Standing(CaseState.ASSESSMENT, Set.of(), false, adverse, recommends, parts, false);
    }

    /** Of a reader who heard an appeal in it. */
    private static NextMove.Standing heard(CaseState state, Outcome recommends) {
        return new NextMove.Standing(state, Set.of(), false, false, recommends, Set.of(Part.Kind.HEARD), false);
    }

    @Test
    void isTheOfficersFromTheFormToTheAssessment() {
        assertEquals(
                "authentication", NextMove.of(at(CaseState.SUBMITTED), OFFICER).noun());
        assertEquals("checks", NextMove.of(at(CaseState.AUTHENTICATED), OFFICER).noun());
        assertEquals("checks/end", NextMove.of(at(CaseState.CHECKS), OFFICER).noun());
        var open = new NextMove.Standing(CaseState.CHECKS, Set.of(), true, false, null, Set.of(), false);
        assertEquals("checklist", NextMove.of(open, OFFICER).noun());
        assertEquals(
                "assessment", NextMove.of(at(CaseState.ASSESSMENT), OFFICER).noun());
        assertNull(NextMove.of(at(CaseState.SUBMITTED), CHAIR).noun(), "not offered to the panel");
    }

    @Test
    void isTheManagersWhereSomethingIsWeighedUnlessTheyRanTheChecks() {
        assertTrue(NextMove.of(assessed(false, Outcome.GRANTED, true), OFFICER).yours());
        assertEquals(
                "Vetting manager",
                NextMove.of(assessed(true, Outcome.GRANTED, true), OFFICER).who());
        assertFalse(NextMove.of(assessed(false, Outcome.REFUSED, true), OFFICER).yours());
        assertTrue(NextMove.of(assessed(true, Outcome.REFUSED, false), MANAGER).yours());
        var own = NextMove.of(assessed(true, Outcome.REFUSED, true), MANAGER);
        assertFalse(own.yours(), "vetting section 3.4");
        assertEquals("Another vetting manager", own.who());
    }

    @Test
    void isNobodysOfTheUnitWhileTheClockStands() {
        var asked = Set.of(ClockStop.Reason.INFORMATION_REQUESTED);
        var stands = new NextMove.Standing(CaseState.CHECKS, asked, true, false, null, Set.of(), false);
        assertEquals("Applicant", NextMove.of(stands, OFFICER).who());
        assertFalse(NextMove.of(stands, OFFICER).yours());
        assertEquals("checklist", NextMove.of(stands, OFFICER).noun(), "the officer can go on all the same");
    }

    @Test
    void isThePanelsAfterAnAppeal() {
        assertTrue(NextMove.of(at(CaseState.APPEALED), CHAIR).yours());
        assertFalse(NextMove.of(at(CaseState.APPEALED), MANAGER).yours());
        assertNull(NextMove.of(at(CaseState.REFUSED), MANAGER).who());
    }

    /** Vetting rule 27. */
    @Test
    void isNotOfThoseWhoHeardAnAppealBefore() {
        assertFalse(NextMove.of(heard(CaseState.APPEALED, null), CHAIR).yours());
        for (var recommends : new Outcome[] {null, Outcome.GRANTED, Outcome.REFUSED}) {
            assertFalse(
                    NextMove.of(heard(CaseState.ASSESSMENT, recommends), MANAGER)
                            .yours(),
                    "recommended: " + recommends);
        }
    }
}
