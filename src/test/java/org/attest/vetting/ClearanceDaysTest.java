package org.attest.vetting;

import static org.attest.vetting.ClearanceLevel.*;
import static org.attest.vetting.ClearanceStanding.EXPIRED;
import static org.attest.vetting.ClearanceStanding.LIVE;
import static org.attest.vetting.ClearanceStanding.TERMINATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.attest.force.Force;
import org.attest.force.Nation;
import org.attest.vetting.VettingFigure.Unit;
import org.attest.web.Refused;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of a clearance, the levels among each other, and the figures that apply where a force has set none. */
class ClearanceDaysTest {

    private static final VettingSettings AS_IT_COMES = VettingSettings.of(List.of());

    private static Clearance granted(ClearanceLevel level, String on) {
        var clearance = new Clearance();
        clearance.level = level;
        clearance.grantedOn = LocalDate.parse(on);
        clearance.lastValidDay = Clearance.lastValidDay(clearance.grantedOn, AS_IT_COMES.neededValidityYears(level));
        return clearance;
    }

    /** Worked example E4, vetting rules 4 and 9. */
    @Test
    void tenYearsEndTheDayBeforeTheAnniversaryAndNobodyHasToDoAnything() {
        var clearance = granted(RECRUITMENT, "2016-12-01");
        assertEquals(LocalDate.of(2026, 11, 30), clearance.lastValidDay);
        assertEquals(LIVE, clearance.standingOn(LocalDate.of(2026, 11, 30)));
        assertEquals(EXPIRED, clearance.standingOn(LocalDate.of(2026, 12, 1)));
        assertNull(clearance.standingOn(LocalDate.of(2016, 11, 30)));
    }

    /** Vetting rule 4. */
    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 10, 2034-02-27",
        "2024-02-29, 4, 2028-02-28",
        "2023-03-01, 1, 2024-02-29",
        "2025-01-01, 7, 2031-12-31"
    })
    void theLastDayIsClampedForTheTwentyNinthOfFebruary(LocalDate on, int years, LocalDate last) {
        assertEquals(last, Clearance.lastValidDay(on, years));
    }

    @Test
    void aTerminatedOneStandsOnItsLastDayAndNotOnTheNext() {
        var clearance = granted(RECRUITMENT, "2020-01-01");
        clearance.endedOn = LocalDate.of(2026, 5, 1);
        assertEquals(LIVE, clearance.standingOn(LocalDate.of(2026, 5, 1)));
        assertEquals(TERMINATED, clearance.standingOn(LocalDate.of(2026, 5, 2)));
        assertEquals(TERMINATED, clearance.standingOn(LocalDate.of(2040, 1, 1)));
    }

    /** Vetting rules 3 and 6. */
    @Test
    void eachLevelMeetsItselfAndNonPolicePersonnelVettingItsLowerLevels() {
        for (var level : values()) assertTrue(level.meets(level));
        for (var nppv : List.of(NPPV_1, NPPV_2_ABBREVIATED, NPPV_2_FULL, NPPV_3)) {
            assertFalse(nppv.meets(RECRUITMENT), nppv + " (vetting rule 3)");
            assertFalse(RECRUITMENT.meets(nppv));
        }
        assertFalse(MANAGEMENT.meets(RECRUITMENT), "vetting rule 6");
        assertTrue(NPPV_3.meets(NPPV_2_FULL));
        assertFalse(NPPV_2_FULL.meets(NPPV_3));
        assertFalse(DEVELOPED_VETTING.meets(SECURITY_CHECK));
    }

    /** Both are “SC” elsewhere; here nothing is. */
    @Test
    void noLevelIsCalledLikeASpecialConstable() {
        var names = new HashSet<String>();
        for (var level : values()) {
            assertFalse(level.shortName().equals("SC") || level.name().equals("SC"), level + " is shortened to SC");
            assertTrue(names.add(level.shortName()));
            assertTrue(names.add(level.slug()));
        }
        assertTrue(
                Arrays.stream(values()).filter(ClearanceLevel::isForceVetting).allMatch(l -> l.ordinal() < 6));
        assertTrue(SECURITY_CHECK.isNationalSecurity());
    }

    /** Vetting rules 4, 5, 12 and 13: what is not known is empty, and says so where it is needed. */
    @Test
    void theFiguresAreTheSourcedOnesAndAnUnknownOneIsEmpty() {
        assertEquals(10, AS_IT_COMES.neededValidityYears(RECRUITMENT));
        assertEquals(7, AS_IT_COMES.neededValidityYears(MANAGEMENT));
        var refused = Assertions.assertThrows(Refused.class, () -> AS_IT_COMES.neededValidityYears(NPPV_1));
        assertEquals("vetting rule 5", refused.rule());
        assertTrue(
                refused.sentence().contains("Validity: non-police personnel vetting 1 (NPPV 1)"), refused.sentence());
        assertEquals(3, AS_IT_COMES.residencyYears(RECRUITMENT).orElseThrow());
        assertEquals(5, AS_IT_COMES.residencyYears(MANAGEMENT).orElseThrow());
        assertEquals(10, AS_IT_COMES.residencyYears(DEVELOPED_VETTING).orElseThrow());
        assertEquals(6, AS_IT_COMES.appointmentWithinMonths().orElseThrow());
        assertEquals(42, AS_IT_COMES.serviceDays());
        assertEquals(20, AS_IT_COMES.invitationDays());
        assertEquals(
                StatusMark.U,
                AS_IT_COMES.line(VettingFigure.VALIDITY, MANAGEMENT).standard().mark());
        assertEquals(ClearanceLevel.values().length, LevelAccess.all().size());
    }

    /** Vetting rule 28; the counting convention of section 4. */
    @Test
    void theWindowToAppealCountsFromTheFirstDayAfterOrTheFirstWorkingDayAfter() {
        var kent = new Force();
        kent.nation = Nation.ENGLAND_AND_WALES;
        var thursday = LocalDate.of(2026, 12, 24);
        assertEquals(LocalDate.of(2027, 1, 7), AS_IT_COMES.appealWindow(NPPV_3).lastDay(kent, thursday));
        // 25 and 28 December and 1 January are bank holidays
        assertEquals(
                LocalDate.of(2027, 1, 7), AS_IT_COMES.appealWindow(RECRUITMENT).lastDay(kent, thursday));
        assertEquals(new AppealWindow(7, Unit.WORKING_DAYS), AS_IT_COMES.appealWindow(RECRUITMENT));
    }
}
