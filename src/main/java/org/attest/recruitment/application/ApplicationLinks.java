package org.attest.recruitment.application;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.attest.security.OwnAccounts;
import org.attest.web.Flash;
import org.attest.web.Form;

/**
 * Where the link leads with which an application begins: to a password, or, with an account there, to one button. Not
 * transactional as a whole: no connection is held while hashing.
 */
@Path("/application-links/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ApplicationLinks {

    @Inject
    Starting starting;

    @Inject
    OwnAccounts accounts;

    @Inject
    Flash flash;

    record open(Form form, Starting.Door door) implements TemplateInstance {}

    /** The force's record with this address is opened by another account: what to do. */
    record elsewhere(Starting.Door door) implements TemplateInstance {}

    /** The same for a link that never was, was used or has expired. */
    record unusable() implements TemplateInstance {}

    @GET
    public Response page(@PathParam("token") String token) {
        return starting.door(token).map(door -> page(200, Form.blank(), door)).orElseGet(ApplicationLinks::gone);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@PathParam("token") String token, MultivaluedMap<String, String> typed) {
        var door = starting.door(token);
        if (door.isEmpty()) return gone();
        if (door.get().elsewhere()) return page(409, Form.blank(), door.get());
        var form = Form.of(typed);
        var hash = door.get().signsIn()
                ? null
                : accounts.hashOf(form, door.get().name(), door.get().email());
        if (!form.isSound()) {
            typed.remove("password");
            typed.remove("again");
            return page(422, form, door.get());
        }
        if (!starting.begin(token, hash)) return gone();
        flash.say(
                door.get().signsIn()
                        ? "Your application to " + door.get().force().name + " has begun. Sign in to go on."
                        : "Your password is set. Sign in with it to go on with your application.");
        return Response.seeOther(URI.create("/sign-in?next=/me/application")).build();
    }

    private static Response page(int status, Form form, Starting.Door door) {
        return Response.status(status)
                .entity(door.elsewhere() ? new elsewhere(door) : new open(form, door))
                .build();
    }

    private static Response gone() {
        return Response.status(404).entity(new unusable()).build();
    }
}
