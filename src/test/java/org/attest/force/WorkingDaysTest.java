package org.attest.force;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.attest.force.Nation.ENGLAND_AND_WALES;
import static org.attest.force.Nation.NORTHERN_IRELAND;
import static org.attest.force.Nation.SCOTLAND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Time limits count working days of the force's nation (vetting section 4, counting convention, and section 7). */
class WorkingDaysTest {

    /** The days as published, substitute days in place of the weekend days they stand for. */
    static Stream<Arguments> published() {
        return Stream.of(
                table(ENGLAND_AND_WALES, 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
                table(ENGLAND_AND_WALES, 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
                table(ENGLAND_AND_WALES, 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
                table(SCOTLAND, 2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26"),
                table(SCOTLAND, 2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28"),
                table(SCOTLAND, 2027, "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28"),
                table(NORTHERN_IRELAND, 2025, "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26"),
                table(NORTHERN_IRELAND, 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28"),
                table(NORTHERN_IRELAND, 2027, "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28"));
    }

    private static Arguments table(Nation nation, int year, String days) {
        return Arguments.of(
                nation,
                year,
                Arrays.stream(days.split(" "))
                        .map(d -> LocalDate.parse(year + "-" + d))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("published")
    void bankHolidaysAreThosePublished(Nation nation, int year, Set<LocalDate> expected) {
        var days = WorkingDays.of(nation);
        var found = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(d -> d.getDayOfWeek() != SATURDAY && d.getDayOfWeek() != SUNDAY)
                .filter(days::isBankHoliday)
                .collect(Collectors.toSet());
        assertEquals(expected, found);
    }

    @Test
    void everyYearTo2030HasItsFullNumberOfBankHolidays() {
        for (int year = 2026; year <= 2030; year++) {
            assertEquals(8, weekdayHolidays(ENGLAND_AND_WALES, year), "England and Wales " + year);
            assertEquals(year == 2026 ? 10 : 9, weekdayHolidays(SCOTLAND, year), "Scotland " + year);
            assertEquals(10, weekdayHolidays(NORTHERN_IRELAND, year), "Northern Ireland " + year);
        }
    }

    private static long weekdayHolidays(Nation nation, int year) {
        var days = WorkingDays.of(nation);
        return IntStream.rangeClosed(1, 365)
                .mapToObj(n -> LocalDate.ofYearDay(year, n))
                .filter(d -> d.getDayOfWeek() != SATURDAY && d.getDayOfWeek() != SUNDAY)
                .filter(days::isBankHoliday)
                .count();
    }

    @Test
    void dayOneIsTheFirstWorkingDayAfter() {
        var england = WorkingDays.of(ENGLAND_AND_WALES);
        // Friday 12 June 2026
        assertEquals(LocalDate.of(2026, 6, 15), england.after(LocalDate.of(2026, 6, 12), 1));
        // from a Saturday, too
        assertEquals(LocalDate.of(2026, 6, 15), england.after(LocalDate.of(2026, 6, 13), 1));
        // over Christmas: 24 December 2026 is a Thursday, 28 December the substitute of Boxing Day
        assertEquals(LocalDate.of(2026, 12, 29), england.after(LocalDate.of(2026, 12, 24), 1));
        assertEquals(LocalDate.of(2027, 1, 4), england.after(LocalDate.of(2026, 12, 24), 4));
    }

    @Test
    void theSameLimitEndsOnAnotherDayInAnotherNation() {
        var received = LocalDate.of(2026, 7, 10);
        assertEquals(
                LocalDate.of(2026, 7, 13), WorkingDays.of(ENGLAND_AND_WALES).after(received, 1));
        assertEquals(LocalDate.of(2026, 7, 14), WorkingDays.of(NORTHERN_IRELAND).after(received, 1));
        assertEquals(LocalDate.of(2026, 6, 16), WorkingDays.of(SCOTLAND).after(LocalDate.of(2026, 6, 12), 1));
    }

    @Test
    void countsAtLeastOneDay() {
        var england = WorkingDays.of(ENGLAND_AND_WALES);
        assertThrows(IllegalArgumentException.class, () -> england.after(LocalDate.of(2026, 6, 12), 0));
    }

    @Property(tries = 300)
    void theLastDayOfALimitIsAWorkingDayAndExactlySoManyLieBetween(
            @ForAll Nation nation,
            @ForAll @IntRange(max = 2200) int offset,
            @ForAll @IntRange(min = 1, max = 60) int n) {
        var days = WorkingDays.of(nation);
        var start = LocalDate.of(2025, 1, 1).plusDays(offset);
        var end = days.after(start, n);
        assertTrue(days.isWorkingDay(end));
        assertEquals(
                n,
                start.plusDays(1)
                        .datesUntil(end.plusDays(1))
                        .filter(days::isWorkingDay)
                        .count());
        assertFalse(end.isBefore(start.plusDays(n)));
    }
}
