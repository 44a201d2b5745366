package org.attest.security;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Forgets what is of no use any more: nothing here is kept longer than it serves. Safe to run on several nodes. */
@ApplicationScoped
class Tidying {

    private static final Duration THROTTLES = Duration.ofDays(2);
    private static final Duration REQUESTS = Duration.ofDays(14);
    private static final Duration SESSIONS = Duration.ofDays(90);
    private static final Duration DEVICES = Duration.ofDays(400);

    @Inject
    Clock clock;

    @Inject
    SessionLimits limits;

    @Scheduled(every = "1h", delayed = "10m", identity = "tidy-sign-in")
    @Transactional
    void tidy() {
        var now = clock.instant();
        Session.endForgotten(limits, now);
        Session.clear(now.minus(SESSIONS));
        Throttle.clear(now.minus(THROTTLES));
        PasswordRequest.clear(now.minus(REQUESTS));
        KnownDevice.clear(now.minus(DEVICES));
    }
}
