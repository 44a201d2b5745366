package org.attest.recruitment.application;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.attest.force.Everywhere;

/** Forgets the names and addresses of strangers whose link can no longer be used. Safe to run on several nodes. */
@ApplicationScoped
class ForgettingLinks {

    @Inject
    Clock clock;

    @Scheduled(every = "1h", delayed = "12m", identity = "tidy-application-links")
    @Transactional
    void forget() {
        Everywhere.run(() -> ApplicationLink.clear(clock.instant()));
    }
}
