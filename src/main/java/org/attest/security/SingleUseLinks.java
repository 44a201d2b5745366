package org.attest.security;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.attest.web.Flash;
import org.attest.web.Form;

/**
 * Where single-use links lead: one's first password, or a new one. Looking does not use a link up, because programs look
 * at the links of messages before people do. Not transactional as a whole: no connection is held while hashing.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SingleUseLinks {

    @Inject
    SettingPassword settingPassword;

    @Inject
    Flash flash;

    record password(Form form, String name, String email, boolean invited) implements TemplateInstance {}

    /** The same for a link that never was, was used, has expired or was replaced, and for a disabled account. */
    record unusable() implements TemplateInstance {}

    @GET
    @Path("invitations/{token}")
    @PermitAll
    public Response invitation(@PathParam("token") String token) {
        return show(token, SingleUseLink.Purpose.INVITATION);
    }

    @POST
    @Path("invitations/{token}")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(
            @PathParam("token") String token,
            MultivaluedMap<String, String> typed,
            @Context HttpServerRequest request) {
        return set(token, SingleUseLink.Purpose.INVITATION, typed, request);
    }

    @GET
    @Path("password-resets/{token}")
    @PermitAll
    public Response reset(@PathParam("token") String token) {
        return show(token, SingleUseLink.Purpose.RESET);
    }

    @POST
    @Path("password-resets/{token}")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reset(
            @PathParam("token") String token,
            MultivaluedMap<String, String> typed,
            @Context HttpServerRequest request) {
        return set(token, SingleUseLink.Purpose.RESET, typed, request);
    }

    private Response show(String token, SingleUseLink.Purpose purpose) {
        return settingPassword
                .ownerOf(token, purpose)
                .map(owner -> page(200, Form.blank(), owner, purpose))
                .orElseGet(SingleUseLinks::gone);
    }

    private Response set(
            String token,
            SingleUseLink.Purpose purpose,
            MultivaluedMap<String, String> typed,
            HttpServerRequest request) {
        var owner = settingPassword.ownerOf(token, purpose);
        if (owner.isEmpty()) return gone();
        var form = Form.of(typed);
        if (settingPassword.byLink(token, purpose, owner.get(), form)) {
            flash.say("Your password is set. Sign in with it.");
            return Response.seeOther(URI.create("/sign-in"))
                    .cookie(SessionCookie.SESSION.forgotten(request))
                    .build();
        }
        typed.remove("password");
        typed.remove("again");
        return form.isSound() ? gone() : page(422, form, owner.get(), purpose);
    }

    private static Response page(int status, Form form, Account owner, SingleUseLink.Purpose purpose) {
        return Response.status(status)
                .entity(new password(form, owner.name, owner.email, purpose == SingleUseLink.Purpose.INVITATION))
                .build();
    }

    private static Response gone() {
        return Response.status(404).entity(new unusable()).build();
    }
}
