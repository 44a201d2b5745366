package org.attest.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Until when a qualification holds: training rules 4 and 5, leap days and ends of months included. */
class QualificationTermTest {

    private static LocalDate last(String earned, int months) {
        return new QualificationTerm(months).lastDay(LocalDate.parse(earned));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2020, 1, 1).toEpochDay(),
                        LocalDate.of(2052, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /** Training rule 4. */
    @Property
    void keepsTheDayNumberOrEndsWithAShorterMonth(
            @ForAll("days") LocalDate earned, @ForAll @IntRange(min = 1, max = 60) int months) {
        var last = new QualificationTerm(months).lastDay(earned);
        var month = YearMonth.from(earned).plusMonths(months);
        assertEquals(month, YearMonth.from(last));
        assertEquals(Math.min(earned.getDayOfMonth(), month.lengthOfMonth()), last.getDayOfMonth());
    }

    /** Training rule 4. */
    @Property
    void neverHoldsShorterForWhoPassesLater(
            @ForAll("days") LocalDate earned, @ForAll @IntRange(min = 1, max = 60) int months) {
        var term = new QualificationTerm(months);
        assertEquals(false, term.lastDay(earned.plusDays(1)).isBefore(term.lastDay(earned)));
    }

    /** Training rule 4. */
    @Example
    void clampsToTheEndOfTheMonth() {
        assertEquals(LocalDate.of(2026, 2, 28), last("2025-08-31", 6));
        assertEquals(LocalDate.of(2028, 2, 29), last("2027-08-31", 6));
        assertEquals(LocalDate.of(2025, 2, 28), last("2024-02-29", 12));
        assertEquals(LocalDate.of(2028, 2, 29), last("2024-02-29", 48));
        assertEquals(LocalDate.of(2026, 8, 31), last("2025-08-31", 12));
    }

    /** Training rule 4. */
    @Example
    void neverEndsWithoutMonths() {
        assertNull(last("2026-06-16", 0));
    }

    /** Training rule 5: up to 90 days late a re-assessment, later the whole module. */
    @Example
    void isRenewedByReassessmentUpToNinetyDaysLate() {
        var last = LocalDate.of(2026, 6, 16);
        assertEquals(QualificationTerm.Route.REASSESSMENT, QualificationTerm.route(last, last.minusDays(20)));
        assertEquals(QualificationTerm.Route.REASSESSMENT, QualificationTerm.route(last, last.plusDays(90)));
        assertEquals(QualificationTerm.Route.WHOLE_MODULE, QualificationTerm.route(last, last.plusDays(91)));
    }

    /** Training rule 5: asked from 60 days before the last valid day on. */
    @Example
    void isRenewableFromSixtyDaysBefore() {
        var last = LocalDate.of(2026, 6, 16);
        assertEquals(false, QualificationTerm.isRenewable(last, last.minusDays(61)));
        assertEquals(true, QualificationTerm.isRenewable(last, last.minusDays(60)));
        assertEquals(false, QualificationTerm.isRenewable(null, last));
    }

    @Example
    void saysItWithDates() {
        assertEquals(
                "Passed on 31 August 2025, it is valid until 28 February 2026, that day included. Renewal opens on"
                        + " 30 December 2025; reminders come on 30 December 2025, 29 January 2026 and 21 February 2026."
                        + " Renewed on that first day, it is valid until 30 June 2026. Until 29 May 2026 a re-assessment is enough; later the whole module is to be"
                        + " done again.",
                new QualificationTerm(6).example(LocalDate.of(2025, 8, 31)));
    }
}
