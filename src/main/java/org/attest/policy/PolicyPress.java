package org.attest.policy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.force.ForcesOfTheCountry;

/** Publishes policies; at the start each version of the national baseline that ships with Attest and is not published yet. */
@ApplicationScoped
public class PolicyPress {

    /** Order among what happens at the start: right after the forces, for whoever decides anything needs a policy. */
    public static final int AT_START = ForcesOfTheCountry.FIRST + 10;

    /**
     * Number of the newest version that ships. A version begins on the first day of the one before and takes its place: it asks
     * what the rooms know by now, and a past day is read by that too.
     */
    static final int NEWEST = 3;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    void publishBaseline(@Observes @Priority(AT_START) StartupEvent started) {
        for (int number = 1; number <= NEWEST; number++) publishBaseline(number);
    }

    private void publishBaseline(int number) {
        if (isPublished(number)) return;
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> publish(null, PolicyDocument.read(baseline(number)), Actor.ATTEST));
        } catch (RuntimeException e) {
            // a second node that starts at the same moment meets the unique number: then the first has published
            if (!isPublished(number)) throw e;
        }
    }

    private static boolean isPublished(int number) {
        return QuarkusTransaction.requiringNew()
                .call(() -> PublishedPolicy.count("issuer", PublishedPolicy.NATIONAL) >= number);
    }

    /** Publishes the next version of the force's policy, or of the nation's where the force is null. */
    public PublishedPolicy publish(Force force, PolicyDocument document, Actor by) {
        var policy = PublishedPolicy.publish(force, document, by, clock.instant());
        deeds.fire(new PolicyPublished(by, policy.issuer, policy.number, policy.inForceFrom, policy.sha256));
        return policy;
    }

    static String baseline(int number) {
        try (InputStream in = PolicyPress.class.getResourceAsStream("/policy/national-" + number + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
