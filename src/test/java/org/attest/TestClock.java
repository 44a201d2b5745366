package org.attest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.attest.web.ClockOfAttest;

/** The clock of every test of the running application: Tuesday 16 June 2026, 9:32am, until a test moves it. */
@ApplicationScoped
public class TestClock {

    public static final LocalDate TODAY = LocalDate.of(2026, 6, 16);
    private static final Instant START =
            ZonedDateTime.of(2026, 6, 16, 9, 32, 0, 0, ClockOfAttest.LONDON).toInstant();

    private static volatile Instant now = START;

    /** Moves the clock; tests that do so call {@link #reset} afterwards. */
    public static void set(Instant instant) {
        now = instant;
    }

    /** Moves the clock to the morning of the day. */
    public static void set(LocalDate day) {
        now = day.atTime(9, 32).atZone(ClockOfAttest.LONDON).toInstant();
    }

    public static void reset() {
        now = START;
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ClockOfAttest.LONDON;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(now, zone);
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
