package org.attest.security;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.attest.web.Flash;
import org.attest.web.Form;

/** One's own password. Not transactional as a whole: no connection is held while hashing. */
@Path("/password")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class Passwords {

    @Inject
    CurrentUser currentUser;

    @Inject
    SettingPassword settingPassword;

    @Inject
    Flash flash;

    record own(Form form, String email) implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        return new own(Form.blank(), currentUser.email());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> typed, @Context HttpServerRequest request) {
        var form = Form.of(typed);
        var session = settingPassword.own(currentUser, form, Browser.of(request));
        for (var field : new String[] {"current", "password", "again"}) typed.remove(field);
        if (session.isEmpty())
            return Response.status(422)
                    .entity(new own(form, currentUser.email()))
                    .build();
        flash.say("Your password is changed. You are signed out everywhere else.");
        return Response.seeOther(URI.create("/sessions"))
                .cookie(SessionCookie.SESSION.holding(session.get(), request))
                .build();
    }
}
