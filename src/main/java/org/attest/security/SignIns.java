package org.attest.security;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import org.attest.web.Form;
import org.attest.web.Formats;

/** The sign-in page. Not transactional as a whole: no connection is held while a password is hashed. */
@Path("/sign-in")
@Produces(MediaType.TEXT_HTML)
public class SignIns {

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    @Inject
    CurrentUser currentUser;

    @Inject
    SigningIn signingIn;

    @Inject
    DemoTable demoTable;

    /**
     * @param notice why somebody is here, or null
     * @param delay why they have to wait, or null
     * @param next address within Attest to go on to
     */
    record signIn(Form form, String notice, String delay, String next, List<DemoTable.Group> demo)
            implements TemplateInstance {}

    @GET
    @PermitAll
    public Response page(
            @QueryParam("email") String email, @QueryParam("next") String next, @QueryParam("ended") String ended) {
        if (currentUser.isSignedIn())
            return Response.seeOther(LocalPath.of(next)).build();
        var values = new HashMap<String, String>();
        values.put("email", email);
        return page(200, Form.showing(values), noticeFor(ended), null, next).build();
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(MultivaluedMap<String, String> typed, @Context HttpServerRequest request) {
        var form = Form.of(typed);
        var next = form.typed("next");
        var outcome = signingIn.attempt(
                form.typed("email"),
                form.typed("password"),
                Browser.of(request),
                SessionCookie.SESSION.sentWith(request),
                SessionCookie.DEVICE.sentWith(request));
        typed.remove("password");
        if (outcome instanceof SigningIn.Admitted admitted) {
            return Response.seeOther(LocalPath.of(next))
                    .cookie(SessionCookie.SESSION.holding(admitted.session(), request))
                    .cookie(SessionCookie.DEVICE.holding(admitted.device(), request))
                    .build();
        }
        if (outcome instanceof SigningIn.Delayed delayed) {
            long seconds = delayed.delay().toSeconds() + 1;
            return page(TOO_MANY, form, null, "Too many attempts. Try again in " + inWords(seconds) + ".", next)
                    .header("Retry-After", seconds)
                    .build();
        }
        if (outcome instanceof SigningIn.Busy) {
            return page(UNAVAILABLE, form, null, "Many people are signing in now. Try again in a few seconds.", next)
                    .header("Retry-After", 5)
                    .build();
        }
        form.refuse("email", "The email address or the password is not right");
        return page(UNPROCESSABLE, form, null, null, next).build();
    }

    private Response.ResponseBuilder page(int status, Form form, String notice, String delay, String next) {
        return Response.status(status)
                .entity(new signIn(form, notice, delay, LocalPath.of(next).toString(), demoTable.groups()));
    }

    private static String noticeFor(String ended) {
        if ("session".equals(ended)) return "Your session has ended. Sign in to go on.";
        if ("unsaved".equals(ended))
            return "Your session has ended, and what you sent was not saved. Sign in and send it again.";
        return null;
    }

    static String inWords(long seconds) {
        if (seconds <= 90) return Formats.of(seconds, "second", "seconds");
        return Formats.of((seconds + 59) / 60, "minute", "minutes");
    }
}
