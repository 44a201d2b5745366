package org.attest.security;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import java.util.List;
import org.attest.web.Form;

/** For who cannot sign in. Says and does the same for every address, whether or not it has an account. */
@Path("/forgotten-password")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class ForgottenPasswords {

    @Inject
    Clock clock;

    record ask(Form form) implements TemplateInstance {}

    record asked(String email) implements TemplateInstance {}

    @GET
    @PermitAll
    public TemplateInstance page(@QueryParam("email") String email) {
        var values = new HashMap<String, String>();
        values.put("email", email);
        return new ask(Form.showing(values));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(MultivaluedMap<String, String> typed, @Context HttpServerRequest request) {
        var form = Form.of(typed);
        var email = EmailAddress.required(form, "email");
        if (!form.isSound()) return Response.status(422).entity(new ask(form)).build();
        var now = clock.instant();
        var address = Browser.of(request).address();
        var counter = Throttle.Kind.ADDRESS.of("forgotten password", Throttle.networkOf(address));
        var delay = Throttle.count(List.of(counter), now);
        if (delay.isPresent()) {
            long seconds = delay.get().toSeconds() + 1;
            form.refuse("email", "Too many requests. Try again in " + SignIns.inWords(seconds));
            return Response.status(429)
                    .header("Retry-After", seconds)
                    .entity(new ask(form))
                    .build();
        }
        PasswordRequest.ask(email, address, now);
        return Response.ok(new asked(email)).build();
    }
}
