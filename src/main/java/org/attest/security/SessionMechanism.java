package org.attest.security;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Finds the session a browser comes with; sends everybody who needs one and has none to the sign-in page. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    private static final int SEE_OTHER = 303;
    /** Style sheets and pictures are for everybody: no look at the database for each of them. */
    private static final String ASSETS = "/assets/";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var secret = SessionCookie.SESSION.sentWith(context.request());
        if (secret == null || context.normalizedPath().startsWith(ASSETS))
            return Uni.createFrom().nullItem();
        return providers.authenticate(new SessionRequest(secret));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        var request = context.request();
        var ended = SessionCookie.SESSION.sentWith(request) != null;
        var to = new StringBuilder("/sign-in");
        // what was sent with another method cannot be sent again by a redirect
        if (request.method() == HttpMethod.GET && !request.uri().equals("/")) {
            to.append("?next=").append(URLEncoder.encode(request.uri(), StandardCharsets.UTF_8));
            if (ended) to.append("&ended=session");
        } else if (ended) {
            to.append("?ended=").append(request.method() == HttpMethod.GET ? "session" : "unsaved");
        }
        return Uni.createFrom().item(new ChallengeData(SEE_OTHER, "Location", to.toString()));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }
}
