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
