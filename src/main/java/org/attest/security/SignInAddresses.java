package org.attest.security;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.attest.audit.Deed;
import org.attest.web.Flash;

/** Where the message to an approved address leads: its reader signs in with it from then on. Looking does not use the link up. */
@Path("/sign-in-addresses/{token}")
@PermitAll
@Transactional
@Produces(MediaType.TEXT_HTML)
public class SignInAddresses {

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param taken another account has the address */
    record offer(String email, boolean taken) implements TemplateInstance {}

    /** The same for a link that never was, was used, has expired or was replaced, and for a disabled account. */
    record unusable() implements TemplateInstance {}

    @GET
    public Response page(@PathParam("token") String token) {
        return AddressLink.usable(token, clock.instant())
                .map(link -> Response.ok(new offer(link.email, link.isTaken())).build())
                .orElseGet(SignInAddresses::gone);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@PathParam("token") String token) {
        var link = AddressLink.held(token, clock.instant()).orElse(null);
        if (link == null) return gone();
        if (link.isTaken())
            return Response.status(409).entity(new offer(link.email, true)).build();
        deeds.fire(link.use(clock.instant()));
        flash.say("From now on you sign in with " + link.email + ".");
        return Response.seeOther(URI.create("/sign-in")).build();
    }

    private static Response gone() {
        return Response.status(404).entity(new unusable()).build();
    }
}
