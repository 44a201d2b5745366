package org.attest.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers who cannot sign in, once links are delivered. Apart from the request, so that its answer takes equally long
 * whether or not the address has an account.
 */
@ApplicationScoped
class RequestedLinks {

    private static final int AT_ONCE = 50;

    @Inject
    AccountAdministration administration;

    @ConfigProperty(name = "attest.alone", defaultValue = "false")
    boolean alone;

    @Scheduled(every = "{attest.requested-links.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void answer() {
        if (!alone && administration.isDelivered())
            QuarkusTransaction.requiringNew().run(() -> administration.answerRequests(AT_ONCE));
    }
}
