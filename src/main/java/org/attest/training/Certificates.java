package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.attest.force.Everywhere;
import org.attest.security.MessageLimits;
import org.attest.web.Form;

/**
 * Where anybody checks the code of a certificate: valid, expired or unknown today, and nothing of whose it is, what for or
 * from whom. Nothing is stored of who asked for which code.
 */
@Path(Certificates.PATH)
@PermitAll
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Certificates {

    static final String PATH = "/certificates";

    /** Characters that may be typed: a code with whatever stands between its letters. */
    private static final int LONGEST = 60;

    @Inject
    MessageLimits limits;

    @Inject
    Clock clock;

    /** @param answer null before one is asked for */
    record check(Form form, CertificateAnswer answer, LocalDate today) implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        return page(Form.blank(), null);
    }

    /** Where the QR code on a certificate leads. */
    @GET
    @Path("{code}")
    public Response show(@PathParam("code") String code, @Context HttpServerRequest request) {
        return answer(Form.showing(Map.of("code", code)), request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(MultivaluedMap<String, String> typed, @Context HttpServerRequest request) {
        return answer(Form.of(typed), request);
    }

    private Response answer(Form form, HttpServerRequest request) {
        var code = form.required("code", "Enter the code that stands on the certificate", LONGEST);
        if (code == null) return Response.status(422).entity(page(form, null)).build();
        var wait = limits.count("certificate", request);
        if (wait.isPresent()) {
            form.refuse("code", "Too many checks. Try again in " + wait.get().inWords());
            return Response.status(429)
                    .header("Retry-After", wait.get().seconds())
                    .entity(page(form, null))
                    .build();
        }
        var today = LocalDate.now(clock);
        return Response.ok(page(form, Everywhere.call(() -> CertificateAnswer.of(code, today))))
                .build();
    }

    private TemplateInstance page(Form form, CertificateAnswer answer) {
        return new check(form, answer, LocalDate.now(clock));
    }
}
