package org.attest.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.attest.web.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A day in a cell: read day first, or refused; never read as another day than it says. */
class FileDayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04/06/2026",
                "4/6/2026",
                "4.6.2026",
                "04-06-2026",
                "4 6 2026",
                "2026-06-04",
                "2026/06/04",
                "2026-06-04 00:00:00",
                "2026-06-04T00:00",
                "04/06/2026 00:00",
                "4 June 2026",
                "4 june 2026",
                "4th June 2026",
                "4-Jun-2026",
                "04 Jun 2026",
                "4Jun2026",
                "June 4, 2026",
                "Jun 4 2026",
                "Thursday 4 June 2026",
                "Thu, 4 Jun 2026",
                " 4/6/2026 ",
                "46177",
                "46177.0",
                "4th of June 2026"
            })
    void readsTheFourthOfJune(String cell) {
        assertEquals(LocalDate.of(2026, 6, 4), FileDay.of(cell));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "06/25/2026|month first",
                "12/31/1999|month first",
                "31/02/1990|no such day",
                "29/02/2025|no such day",
                "2026-02-30|no such day",
                "2026-13-01|not a day",
                "32/01/2026|no such day",
                "00/01/2026|no such day",
                "13/13/2013|not a day",
                "04/06/26|two digits",
                "4-Jun-26|two digits",
                "4 June '26|two digits",
                "04062026|more than one way",
                "20260604|more than one way",
                "2026|a year alone",
                "9999|a year alone",
                "99999|not a day between",
                "00001|not a day between",
                "01/01/0202|1900",
                "soon|not a day",
                "4 Juno 2026|not a day",
                "June 2026|not a day",
                "4/6|not a day",
                "=TODAY()|not a day",
                "٠٤/٠٦/٢٠٢٦|not a day",
                "2026-06-04 13:45|not a day",
                "-1|not a day"
            })
    void refusesWhatIsNoDayOrMoreThanOne(String cell, String why) {
        var refused = assertThrows(Refused.class, () -> FileDay.of(cell));
        assertTrue(refused.sentence().contains(why), refused.sentence());
        assertTrue(refused.sentence().contains(". "), "says how to mend it: " + refused.sentence());
    }

    @Test
    void aSpreadsheetCountsFromTheEndOf1899() {
        assertEquals(LocalDate.of(1927, 5, 18), FileDay.of("10000"));
        assertEquals(LocalDate.of(2000, 1, 1), FileDay.of("36526"));
        assertEquals(LocalDate.of(2099, 12, 31), FileDay.of("73050"));
        assertThrows(Refused.class, () -> FileDay.of("73051"));
    }

    @Property
    void everyWayOfWritingADayGivesThatDay(@ForAll("days") LocalDate day, @ForAll("patterns") String pattern) {
        assertEquals(
                day, FileDay.of(DateTimeFormatter.ofPattern(pattern, Locale.UK).format(day.atStartOfDay())));
    }

    @Property
    void serialsGiveTheirDay(@ForAll("countedDays") LocalDate day) {
        assertEquals(day, FileDay.of(String.valueOf(ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day))));
    }

    @Property
    void monthFirstIsNeverRead(@ForAll("days") LocalDate day) {
        var american = DateTimeFormatter.ofPattern("MM/dd/yyyy").format(day);
        try {
            var read = FileDay.of(american);
            assertEquals(day.getMonthValue(), read.getDayOfMonth());
            assertEquals(day.getDayOfMonth(), read.getMonthValue());
        } catch (Refused e) {
            assertTrue(day.getDayOfMonth() > 12, "only what cannot be day first is refused: " + american);
        }
    }

    @Property
    void anythingIsADayOrRefusedInWords(@ForAll String cell) {
        try {
            FileDay.of(cell);
        } catch (Refused e) {
            assertTrue(e.sentence().endsWith("2026") || e.sentence().contains(". "), e.sentence());
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2199, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<LocalDate> countedDays() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1927, 5, 18).toEpochDay(),
                        LocalDate.of(2099, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(List.of(
                "dd/MM/yyyy",
                "d/M/yyyy",
                "d.M.yyyy",
                "dd-MM-yyyy",
                "yyyy-MM-dd",
                "d MMMM yyyy",
                "d MMM yyyy",
                "d-MMM-yyyy",
                "EEEE d MMMM yyyy",
                "MMMM d, yyyy",
                "dd/MM/yyyy HH:mm:ss"));
    }
}
