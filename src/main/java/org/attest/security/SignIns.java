package org.attest.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import org.attest.web.Form;

/** The sign-in page. Not transactional as a whole: no connection is held while a password is hashed. */
@Path("/sign-in")
@Produces(MediaType.TEXT_HTML)
public class SignIns {

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    record signIn(Form form, String message, String next) implements TemplateInstance {}

    @GET
    @PermitAll
    public Response page(
            @QueryParam("email") String email, @QueryParam("next") String next, @QueryParam("ended") String ended) {
        if (currentUser.isSignedIn())
            return Response.seeOther(LocalPath.of(next)).build();
        var values = new HashMap<String, String>();
        values.put("email", email);
        return Response.ok(new signIn(
                        Form.showing(values), null, LocalPath.of(next).toString()))
                .build();
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(MultivaluedMap<String, String> typed, @Context HttpServerRequest request) {
        var form = Form.of(typed);
        var password = form.typed("password");
        var account = QuarkusTransaction.requiringNew().call(() -> Account.byEmail(form.typed("email")));
        var stored = account.map(a -> a.passwordHash).orElse(PasswordHash.OF_NOBODY);
        var matches = PasswordHash.matches(password, stored);
        if (!matches || account.isEmpty() || !account.get().enabled) {
            typed.remove("password");
            form.refuse("email", "The email address or the password is not right");
            return Response.status(422)
                    .entity(new signIn(
                            form, null, LocalPath.of(form.typed("next")).toString()))
                    .build();
        }
        var secret = Secret.random();
        var browser = Browser.of(request);
        QuarkusTransaction.requiringNew().run(() -> {
            Optional.ofNullable(SessionCookie.SESSION.sentWith(request))
                    .flatMap(Session::heldWith)
                    .ifPresent(s -> s.end(Session.End.REPLACED, clock.instant()));
            Account owner = Account.findById(account.get().id);
            Session.begin(owner, secret, browser.agent(), browser.address(), clock.instant());
        });
        return Response.seeOther(LocalPath.of(form.typed("next")))
                .cookie(SessionCookie.SESSION.holding(secret, request))
                .build();
    }
}
