package org.attest.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The time of a tutored shift, on whatever day of the year. */
class ShiftEntryTest {

    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    /** What is sound lasts more than nothing and twelve hours at most, in the nights the clocks change too. */
    @Property(tries = 2000)
    void lastsBetweenAQuarterAndTwelveHours(
            @ForAll @IntRange(min = 0, max = 1400) int day,
            @ForAll @IntRange(min = 0, max = 95) int from,
            @ForAll @IntRange(min = 0, max = 95) int until) {
        var entry = entry(LocalDate.of(2026, 1, 1).plusDays(day), quarter(from), quarter(until));
        if (!entry.faultsOfTime(LATER).isEmpty()) return;
        var lasts = Duration.between(entry.startsAt(), entry.endsAt());
        assertTrue(lasts.toMinutes() > 0 && lasts.toHours() <= 12, entry + " lasts " + lasts);
    }

    @Property
    void isRefusedInTheHourThatIsMissing(@ForAll @IntRange(min = 0, max = 3) int quarter) {
        var from = LocalTime.of(1, 15 * quarter);
        var faults = entry(LocalDate.of(2026, 3, 29), from, LocalTime.of(2, 0)).faultsOfTime(LATER);
        assertEquals("It ended before it began: the clocks went forward in that night", faults.get("until"));
    }

    private static ShiftEntry entry(LocalDate day, LocalTime from, LocalTime until) {
        return new ShiftEntry(day, from, until, "A shift", Map.of());
    }

    private static LocalTime quarter(int number) {
        return LocalTime.of(number / 4, number % 4 * 15);
    }
}
