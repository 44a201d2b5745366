package org.attest.recruitment.application;

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
import java.net.URI;
import org.attest.force.Force;
import org.attest.recruitment.DetailsForm;
import org.attest.security.EmailAddress;
import org.attest.security.MessageLimits;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Details;
import org.attest.volunteer.JoiningRules;
import org.attest.web.Demonstration;
import org.attest.web.Form;

/** Where an application starts: a name and an address, and always the same answer, whoever has the address. */
@Path("/apply/{slug}/start")
@PermitAll
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Starts {

    @Inject
    OpenForces forces;

    @Inject
    Starting starting;

    @Inject
    MessageLimits limits;

    @Inject
    ApplicationSettings settings;

    @Inject
    Demonstration demonstration;

    @Inject
    java.time.Clock clock;

    record ask(Force force, Form form) implements TemplateInstance {}

    /** @param link what stands in the message; null but in a demonstration, which sends none */
    record asked(Force force, String email, String link, long days) implements TemplateInstance {}

    @GET
    public Response page(@PathParam("slug") String slug) {
        var force = forces.at(slug);
        return forces.takesApplications(force)
                ? Response.ok(new ask(force, Form.blank())).build()
                : backTo(force);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(
            @PathParam("slug") String slug, MultivaluedMap<String, String> typed, @Context HttpServerRequest request) {
        var force = forces.at(slug);
        if (!forces.takesApplications(force)) return backTo(force);
        var form = Form.of(typed);
        var details = Details.named(form.typed("fullName"), AppointmentType.SPECIAL_CONSTABLE);
        DetailsForm.refuse(form, details.faults(JoiningRules.NATIONAL, null, java.time.LocalDate.now(clock)));
        var email = EmailAddress.required(form, "email");
        if (!form.isSound())
            return Response.status(422).entity(new ask(force, form)).build();
        var wait = limits.count("application", request);
        if (wait.isPresent()) {
            form.refuse("email", "Too many requests. Try again in " + wait.get().inWords());
            return Response.status(429)
                    .header("Retry-After", wait.get().seconds())
                    .entity(new ask(force, form))
                    .build();
        }
        var link = starting.ask(force, details.fullName(), email);
        return Response.ok(new asked(
                        force,
                        email,
                        demonstration.isOn() ? link : null,
                        settings.link().toDays()))
                .build();
    }

    /** Its page says that it takes no applications at the moment. */
    private static Response backTo(Force force) {
        return Response.seeOther(URI.create("/apply/" + force.slug)).build();
    }
}
