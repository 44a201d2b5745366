package org.attest.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one place where time comes from. Days are days in London; instants are UTC. */
@ApplicationScoped
public class ClockOfAttest {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** The system's clock, or, for demonstrations and tests only, one that pretends the day is {@code ATTEST_TODAY}. */
    @Produces
    @Singleton
    Clock clock(
            @ConfigProperty(name = "attest.today") Optional<LocalDate> today,
            @ConfigProperty(name = "attest.demo") boolean demo) {
        var clock = Clock.system(LONDON);
        if (today.isEmpty()) return clock;
        if (!demo)
            throw new IllegalStateException(
                    "ATTEST_TODAY is for demonstrations: it is refused unless ATTEST_DEMO is true");
        var nineThirty = today.get().atTime(9, 30).atZone(LONDON).toInstant();
        return Clock.offset(clock, java.time.Duration.between(Instant.now(clock), nineThirty));
    }
}
