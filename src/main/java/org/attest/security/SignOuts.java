package org.attest.security;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.attest.audit.Deed;

/** Signing out: ends the session here, so that a copy of the cookie is worth nothing. */
@Path("/sign-out")
@Transactional
public class SignOuts {

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut(MultivaluedMap<String, String> typed, @Context HttpServerRequest request) {
        if (currentUser.isSignedIn()) {
            Session session = Session.findById(currentUser.sessionId());
            session.end(Session.End.SIGNED_OUT, clock.instant());
            deeds.fire(new SessionsEnded(
                    currentUser.actorIn(null), session.account.homeChain(), session.account.ref, "signed-out"));
        }
        return Response.seeOther(URI.create("/sign-in"))
                .cookie(SessionCookie.SESSION.forgotten(request))
                .build();
    }
}
