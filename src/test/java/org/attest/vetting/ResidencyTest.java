package org.attest.vetting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.attest.vetting.Stays.Abroad;
import org.attest.vetting.Stays.Days;
import org.attest.vetting.Stays.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How long somebody has lived in the United Kingdom, up to the day on which they applied (vetting rules 12 to 15). */
class ResidencyTest {

    private static final LocalDate APPLIED = LocalDate.of(2026, 9, 1);
    private static final int RECRUITMENT = years(ClearanceLevel.RECRUITMENT);
    private static final int MANAGEMENT = years(ClearanceLevel.MANAGEMENT);

    private static int years(ClearanceLevel level) {
        return VettingSettings.of(List.of()).residencyYears(level).orElse(0);
    }

    private static Home since(String from) {
        return new Home(new Days(LocalDate.parse(from), null), true);
    }

    private static Abroad stay(AbroadReason reason, String from, String to) {
        return new Abroad("Cyprus", new Days(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)), reason);
    }

    private static Residency of(int years, Home home, Abroad... stays) {
        return Residency.of(new Stays(List.of(home), List.of(stays)), years, APPLIED);
    }

    /** Worked example E1, as written. */
    @Test
    void e1_threeYearsToTheDayMeetRecruitmentVettingAndNotManagementVetting() {
        assertTrue(of(RECRUITMENT, since("2023-09-01")).isMet());
        var management = of(MANAGEMENT, since("2023-09-01"));
        assertFalse(management.isMet());
        assertEquals(LocalDate.of(2028, 9, 1), management.earliest());
        assertFalse(of(RECRUITMENT, since("2023-09-02")).isMet(), "vetting rule 12");
    }

    /** Vetting rules 12 and 13. */
    @ParameterizedTest
    @CsvSource({
        "RECRUITMENT, 3",
        "MANAGEMENT, 5",
        "NPPV_1, 3",
        "NPPV_2_ABBREVIATED, 3",
        "NPPV_2_FULL, 3",
        "NPPV_3, 3",
        "COUNTER_TERRORIST_CHECK, 3",
        "SECURITY_CHECK, 5",
        "ENHANCED_SECURITY_CHECK, 10",
        "DEVELOPED_VETTING, 10"
    })
    void asksForTheYearsOfTheLevel(ClearanceLevel level, int years) {
        assertEquals(years, years(level));
        assertTrue(of(years(level), since(APPLIED.minusYears(years).toString())).isMet());
        assertFalse(of(years(level), since(APPLIED.minusYears(years).plusDays(1).toString()))
                .isMet());
    }

    @Test
    void yearsBeforeABreakDoNotCount() {
        var residency =
                of(RECRUITMENT, since("2001-01-01"), stay(AbroadReason.LIVED_ABROAD, "2023-10-01", "2024-01-31"));
        assertEquals(LocalDate.of(2024, 2, 1), residency.since());
        assertFalse(residency.isMet());
        assertEquals(LocalDate.of(2027, 2, 1), residency.earliest());
    }

    @Test
    void isNotThereForWhoStillLivesAbroad() {
        var residency = of(RECRUITMENT, since("2001-01-01"), stay(AbroadReason.LIVED_ABROAD, "2026-01-01", null));
        assertNull(residency.since());
        assertFalse(residency.isMet());
        assertNull(residency.earliest());
    }

    @ParameterizedTest
    @EnumSource(
            value = AbroadReason.class,
            names = {"HM_FORCES", "UK_GOVERNMENT", "FAMILY_ON_BASE"})
    void countsServiceForTheCrownAndLifeOnItsBase(AbroadReason reason) {
        var stays = new Stays(List.of(since("2026-06-01")), List.of(stay(reason, "2020-01-01", "2026-05-31")));
        var residency = Residency.of(stays, RECRUITMENT, APPLIED);
        assertTrue(residency.isMet(), "vetting rule 15");
        assertFalse(residency.isCertificateDemanded(), "no stay in a foreign country");
    }

    @Test
    void doesNotCountLifeOffTheBase() {
        assertFalse(of(RECRUITMENT, since("2001-01-01"), stay(AbroadReason.FAMILY_OFF_BASE, "2024-01-01", "2024-06-30"))
                .isMet());
    }

    @Test
    void travelFromAHomeThatIsKeptBreaksNothing() {
        assertTrue(of(RECRUITMENT, since("2001-01-01"), stay(AbroadReason.TRAVEL, "2024-01-01", "2024-12-31"))
                .isMet());
    }

    /** Vetting rule 14: more than twelve months in one country. */
    @Test
    void demandsACertificateForMoreThanTwelveMonthsInOneCountry() {
        var home = since("2001-01-01");
        var year = stay(AbroadReason.TRAVEL, "2024-01-01", "2024-12-31");
        assertFalse(of(RECRUITMENT, home, year).isCertificateDemanded(), "twelve months to the day");
        assertTrue(of(RECRUITMENT, home, stay(AbroadReason.TRAVEL, "2024-01-01", "2025-01-01"))
                .isCertificateDemanded());
        assertEquals(
                List.of("Cyprus"),
                of(RECRUITMENT, home, stay(AbroadReason.LIVED_ABROAD, "2025-01-01", "2025-02-01"), year)
                        .certificates(),
                "two stays that touch are one");
        var elsewhere = new Abroad(
                "Malta", new Days(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 1)), AbroadReason.LIVED_ABROAD);
        assertFalse(of(RECRUITMENT, home, year, elsewhere).isCertificateDemanded(), "in one country");
    }

    @Test
    void namesTheDaysForWhichNothingIsSaid() {
        var stays = new Stays(
                List.of(
                        new Home(new Days(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 3, 1)), true),
                        since("2024-05-05")),
                List.of());
        assertEquals(
                List.of(new Days(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 5, 4))),
                stays.uncovered(APPLIED.minusYears(3), APPLIED));
    }
}
