package org.attest.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads who a session belongs to and what they may do, anew at every request: what an administrator takes away is gone
 * at the next one.
 */
@ApplicationScoped
class SessionIdentity implements IdentityProvider<SessionRequest> {

    private static final SecurityIdentity NOBODY =
            QuarkusSecurityIdentity.builder().setAnonymous(true).build();

    @Inject
    SessionLimits limits;

    @Inject
    Clock clock;

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> QuarkusTransaction.requiringNew()
                .call(() -> signedIn(request.secret()))
                .map(SessionIdentity::identity)
                .orElse(NOBODY));
    }

    private Optional<SignedIn> signedIn(String secret) {
        var now = clock.instant();
        return Session.heldWith(secret)
                .filter(session -> session.isOpen(limits, now))
                .map(session -> {
                    session.seen(now);
                    return SignedIn.with(session);
                });
    }

    private static SecurityIdentity identity(SignedIn who) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(who.ref()))
                .addPermissionsAsString(who.held().stream()
                        .flatMap(held -> held.role().permissions().stream())
                        .collect(Collectors.toSet()))
                .addAttribute(SignedIn.ATTRIBUTE, who)
                .build();
    }
}
