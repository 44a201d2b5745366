package org.attest.vetting;

import static org.attest.vetting.CaseState.*;
import static org.attest.vetting.Hand.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Table 3.2 of the vetting specification. */
class MovesTest {

    private static Set<CaseState> to(CaseState from) {
        return Moves.TABLE.stream()
                .filter(m -> m.from() == from)
                .map(Moves.Move::to)
                .collect(Collectors.toSet());
    }

    @Test
    void theWholeTable() {
        assertEquals(Set.of(INVITED), to(null));
        assertEquals(Set.of(SUBMITTED, LAPSED, WITHDRAWN_BY_APPLICANT), to(INVITED));
        assertEquals(Set.of(RETURNED, AUTHENTICATED, DISCONTINUED, REFUSED, WITHDRAWN_BY_APPLICANT), to(SUBMITTED));
        assertEquals(Set.of(SUBMITTED, WITHDRAWN_BY_APPLICANT), to(RETURNED));
        assertEquals(Set.of(CHECKS, DISCONTINUED, REFUSED, WITHDRAWN_BY_APPLICANT), to(AUTHENTICATED));
        assertEquals(Set.of(ASSESSMENT, INTERVIEW, DISCONTINUED, REFUSED, WITHDRAWN_BY_APPLICANT), to(CHECKS));
        assertEquals(Set.of(CHECKS, ASSESSMENT, DISCONTINUED, REFUSED, WITHDRAWN_BY_APPLICANT), to(INTERVIEW));
        assertEquals(
                Set.of(GRANTED, GRANTED_WITH_RESTRICTIONS, REFUSED, INTERVIEW, DISCONTINUED, WITHDRAWN_BY_APPLICANT),
                to(ASSESSMENT));
        assertEquals(Set.of(APPEALED), to(REFUSED));
        assertEquals(Set.of(APPEAL_UPHELD, APPEAL_DISMISSED), to(APPEALED));
        assertEquals(Set.of(GRANTED, GRANTED_WITH_RESTRICTIONS, ASSESSMENT), to(APPEAL_UPHELD));
        assertEquals(Set.of(EXPIRED, TERMINATED, UNDER_REVIEW), to(GRANTED));
        assertEquals(Set.of(EXPIRED, TERMINATED, UNDER_REVIEW), to(GRANTED_WITH_RESTRICTIONS));
        assertEquals(Set.of(GRANTED, GRANTED_WITH_RESTRICTIONS, EXPIRED, TERMINATED), to(UNDER_REVIEW));
    }

    /** From where, to where, by whose hand: as table 3.2 has it, with what its notes add. */
    @Test
    void byTheseHands() {
        assertEquals(Set.of(COORDINATOR, OFFICER), hands(null, INVITED));
        assertEquals(Set.of(APPLICANT), hands(INVITED, SUBMITTED));
        assertEquals(Set.of(APPLICANT), hands(RETURNED, SUBMITTED));
        assertEquals(Set.of(SYSTEM), hands(INVITED, LAPSED));
        assertEquals(Set.of(OFFICER), hands(SUBMITTED, RETURNED));
        assertEquals(Set.of(OFFICER), hands(SUBMITTED, AUTHENTICATED));
        assertEquals(Set.of(OFFICER), hands(AUTHENTICATED, CHECKS));
        assertEquals(Set.of(OFFICER), hands(CHECKS, ASSESSMENT));
        assertEquals(Set.of(OFFICER), hands(CHECKS, INTERVIEW));
        assertEquals(Set.of(OFFICER), hands(ASSESSMENT, INTERVIEW));
        assertEquals(Set.of(OFFICER), hands(INTERVIEW, CHECKS));
        assertEquals(Set.of(OFFICER), hands(INTERVIEW, ASSESSMENT));
        for (var open : CaseState.OPEN) {
            var withdraw = open == RETURNED ? Set.of(APPLICANT, OFFICER) : Set.of(APPLICANT);
            assertEquals(withdraw, hands(open, WITHDRAWN_BY_APPLICANT), open.words());
        }
        for (var with : CaseState.WITH_THE_UNIT) {
            assertEquals(Set.of(OFFICER), hands(with, DISCONTINUED), with.words());
            assertEquals(Set.of(MANAGER), hands(with, REFUSED), with.words());
        }
        assertEquals(Set.of(OFFICER, MANAGER), hands(ASSESSMENT, GRANTED));
        assertEquals(Set.of(MANAGER), hands(ASSESSMENT, GRANTED_WITH_RESTRICTIONS));
        assertEquals(Set.of(APPLICANT), hands(REFUSED, APPEALED));
        for (var to : Set.of(APPEAL_UPHELD, APPEAL_DISMISSED)) assertEquals(Set.of(CHAIR), hands(APPEALED, to));
        for (var to : Set.of(GRANTED, GRANTED_WITH_RESTRICTIONS, ASSESSMENT)) {
            assertEquals(Set.of(CHAIR), hands(APPEAL_UPHELD, to));
        }
        for (var cleared : CaseState.CLEARED) {
            assertEquals(Set.of(SYSTEM), hands(cleared, EXPIRED));
            assertEquals(Set.of(SYSTEM, MANAGER), hands(cleared, TERMINATED));
            assertEquals(Set.of(MANAGER), hands(cleared, UNDER_REVIEW));
            assertEquals(Set.of(MANAGER), hands(UNDER_REVIEW, cleared));
        }
        for (var to : Set.of(EXPIRED, TERMINATED)) assertEquals(Set.of(SYSTEM), hands(UNDER_REVIEW, to));
    }

    private static Set<Hand> hands(CaseState from, CaseState to) {
        return Moves.TABLE.stream()
                .filter(m -> m.from() == from && m.to() == to)
                .map(Moves.Move::by)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"LAPSED", "WITHDRAWN_BY_APPLICANT", "DISCONTINUED", "APPEAL_DISMISSED", "EXPIRED", "TERMINATED"})
    void nothingComesAfter(CaseState last) {
        assertEquals(Set.of(), to(last));
    }

    @Test
    void theCoordinatorOnlyInvites() {
        var byCoordinator =
                Moves.TABLE.stream().filter(m -> m.by() == COORDINATOR).collect(Collectors.toSet());
        assertEquals(Set.of(new Moves.Move(null, INVITED, COORDINATOR)), byCoordinator);
    }

    @Test
    void anOfficerNeitherRefusesNorRestricts() {
        assertFalse(Moves.allows(ASSESSMENT, REFUSED, EnumSet.of(OFFICER)));
        assertFalse(Moves.allows(ASSESSMENT, GRANTED_WITH_RESTRICTIONS, EnumSet.of(OFFICER)));
        assertTrue(Moves.allows(ASSESSMENT, GRANTED, EnumSet.of(OFFICER)));
        assertTrue(Moves.allows(ASSESSMENT, REFUSED, EnumSet.of(OFFICER, MANAGER)));
    }

    @Test
    void onlyThePanelDecidesAnAppeal() {
        for (var hand : EnumSet.complementOf(EnumSet.of(CHAIR))) {
            assertFalse(Moves.allows(APPEALED, APPEAL_UPHELD, EnumSet.of(hand)));
            assertFalse(Moves.allows(APPEALED, APPEAL_DISMISSED, EnumSet.of(hand)));
        }
    }
}
