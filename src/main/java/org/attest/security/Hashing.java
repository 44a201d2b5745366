package org.attest.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets only so many passwords be hashed at once: each takes 19 MiB and a core, and strangers may ask for it. */
@ApplicationScoped
class Hashing {

    /** How much a node gives to it. */
    @ConfigMapping(prefix = "attest.hashing")
    interface Limits {

        /** Passwords hashed at the same time. */
        @WithDefault("4")
        int atOnce();

        /** How long somebody waits for their turn before they are told to come back. */
        @WithDefault("PT10S")
        Duration patience();
    }

    private final Semaphore turns;
    private final Duration patience;

    @Inject
    Hashing(Limits limits) {
        this.turns = new Semaphore(limits.atOnce(), true);
        this.patience = limits.patience();
    }

    /** The work's result, or nothing when its turn did not come in time. To be called outside any transaction. */
    <T> Optional<T> take(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            turns.release();
        }
    }
}
