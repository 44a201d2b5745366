package org.attest.recruitment.application;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Duration;
import org.attest.audit.Actor;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.volunteer.Volunteer;

/** Links as they stand in messages, which only their recipients read. */
public final class TestLinks {

    private TestLinks() {}

    /** The link with which an application begins. */
    public static String start(String slug, String name, String email) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> ApplicationLink.make(
                        Force.bySlug(slug).orElseThrow(),
                        name,
                        email,
                        Duration.ofDays(7),
                        Arc.container().select(Clock.class).get().instant())));
    }

    /** A link to a reply of the person's first referee. */
    public static String reply(Volunteer person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> ReferenceRequest.make(
                        Referee.of(person).get(0),
                        Duration.ofDays(30),
                        Actor.ATTEST,
                        Arc.container().select(Clock.class).get().instant())));
    }
}
