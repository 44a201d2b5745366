package org.attest.volunteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.attest.web.ClockOfAttest;
import org.junit.jupiter.api.Test;

/** What a stranger is told before applying. The rules are those of everybody else. */
class PreCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 16);
    private static final Clock CLOCK =
            Clock.fixed(TODAY.atTime(9, 32).atZone(ClockOfAttest.LONDON).toInstant(), ClockOfAttest.LONDON);
    private static final LocalDate BORN = LocalDate.of(1990, 5, 5);

    private static EligibilityAnswers answers(
            RightToRemain ground, LocalDate since, boolean abroad, OccupationFinding finding) {
        return new EligibilityAnswers(ground, since, abroad, false, "Librarian", finding);
    }

    private static EligibilityAnswers sound() {
        return answers(RightToRemain.UK_OR_EEA_NATIONAL, BORN, false, OccupationFinding.NO_CONFLICT);
    }

    private static PreCheck check(LocalDate born, EligibilityAnswers answers) {
        return PreCheck.of(born, answers, JoiningRules.NATIONAL, CLOCK);
    }

    @Test
    void letsSomebodyApplyWhoMeetsEveryRule() {
        var check = check(BORN, sound());
        assertTrue(check.mayApply());
        assertFalse(check.isToBring());
        assertEquals(
                List.of(
                        "vetting rule 16",
                        "vetting rule 17",
                        "vetting rule 12",
                        "vetting rule 14",
                        "vetting section 6"),
                check.reasons().stream().map(PreCheck.Reason::rule).toList());
    }

    /** Vetting rule 16. */
    @Test
    void saysFromWhichBirthdaySomebodyTooYoungMayApply() {
        var check = check(LocalDate.of(2010, 6, 4), sound());
        assertFalse(check.mayApply());
        assertEquals(LocalDate.of(2027, 6, 4), check.from());
        assertTrue(check.reasons().get(0).change().startsWith("You can apply from 4 June 2027, your 17th birthday."));
    }

    /** Vetting rule 16: on the birthday itself it is met. */
    @Test
    void letsSomebodyApplyOnTheirSeventeenthBirthday() {
        assertTrue(check(TODAY.minusYears(17), sound()).mayApply());
        assertFalse(check(TODAY.minusYears(17).plusDays(1), sound()).mayApply());
        assertFalse(PreCheck.of(TODAY.minusYears(17), sound(), new JoiningRules(18, 3), CLOCK)
                .mayApply());
    }

    /** Vetting rule 12. */
    @Test
    void saysWhenThreeYearsOfResidenceAreThere() {
        var since = LocalDate.of(2024, 1, 10);
        var check = check(BORN, answers(RightToRemain.INDEFINITE_LEAVE, since, false, OccupationFinding.NO_CONFLICT));
        assertEquals(LocalDate.of(2027, 1, 10), check.from());
    }

    /** The later of two days counts. */
    @Test
    void waitsForTheLastOfSeveralDays() {
        var check = check(
                LocalDate.of(2010, 6, 4),
                answers(
                        RightToRemain.UK_OR_EEA_NATIONAL,
                        LocalDate.of(2025, 9, 1),
                        false,
                        OccupationFinding.NO_CONFLICT));
        assertEquals(LocalDate.of(2028, 9, 1), check.from());
    }

    /** Vetting rule 17: time alone changes nothing. */
    @Test
    void namesNoDayWhereLeaveIsLimited() {
        var check = check(
                LocalDate.of(2010, 6, 4),
                answers(RightToRemain.LIMITED_LEAVE, BORN, false, OccupationFinding.NO_CONFLICT));
        assertFalse(check.mayApply());
        assertNull(check.from());
    }

    /** Vetting rule 14, and section 6 for the occupation. */
    @Test
    void saysWhatToBringWithoutStandingInTheWay() {
        var check =
                check(BORN, answers(RightToRemain.UK_OR_EEA_NATIONAL, BORN, true, OccupationFinding.PERMISSION_NEEDED));
        assertTrue(check.mayApply());
        assertTrue(check.isToBring());
        assertEquals(
                2,
                check.reasons().stream()
                        .filter(r -> r.weight() == PreCheck.Weight.TO_BRING)
                        .count());
    }

    /** Vetting section 6: the list of those normally barred. */
    @Test
    void stopsABarredOccupationUntilTheChiefOfficerPermitsIt() {
        var check = check(BORN, answers(RightToRemain.UK_OR_EEA_NATIONAL, BORN, false, OccupationFinding.BARRED));
        assertFalse(check.mayApply());
        assertNull(check.from());
        assertTrue(check.reasons().get(4).change().contains("chief officer"));
    }
}
