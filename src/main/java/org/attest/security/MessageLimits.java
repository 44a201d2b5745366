package org.attest.security;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** How often somebody who is not signed in may make Attest send a message, or answer for a code. */
@ApplicationScoped
public class MessageLimits {

    @Inject
    Clock clock;

    /** How long to wait, in seconds and in words. */
    public record Wait(long seconds, String inWords) {}

    /**
     * Counts a request from a network; nothing is asked about the recipient, so that the answer tells nothing about them.
     *
     * @param what kind of message or answer, each counted by itself
     * @return how long to wait, when it may not be made now
     */
    public Optional<Wait> count(String what, HttpServerRequest request) {
        var network = Throttle.networkOf(Browser.of(request).address());
        return Throttle.count(List.of(Throttle.Kind.ADDRESS.of(what, network)), clock.instant())
                .map(delay -> {
                    long seconds = delay.toSeconds() + 1;
                    return new Wait(seconds, SignIns.inWords(seconds));
                });
    }

    /** Whether one more message of the kind may go to the recipient now; nobody's inbox is flooded by strangers. */
    public boolean mayReach(String what, String email) {
        return Throttle.count(List.of(Throttle.Kind.PAIR.of(what, email)), clock.instant())
                .isEmpty();
    }
}
