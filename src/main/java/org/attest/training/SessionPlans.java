package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** Planning a session: a class of its own, because an address under one session would hide it. */
@Path("/forces/{slug}/sessions/new")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RECORD_TRAINING)
public class SessionPlans {

    @Inject
    CurrentUser user;

    @Inject
    Learners learners;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    record plan(Force force, Form form, List<Option> modules) implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("slug") String slug, @QueryParam("module") String code) {
        var force = user.force(slug, Permission.RECORD_TRAINING);
        var values = new HashMap<String, String>();
        values.put("module", code);
        return new plan(force, Form.showing(values), modules(Curriculum.current()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response plan(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var force = user.force(slug, Permission.RECORD_TRAINING);
        var form = Form.of(typed);
        var curriculum = Curriculum.current();
        var plan = new SessionPlan(
                curriculum
                        .module(form.typed("module"))
                        .filter(ModuleDocument::isRecordedByHand)
                        .orElse(null),
                form.day("day", "Day"),
                form.time("from"),
                form.time("until"),
                form.number("places"),
                form.typed("place"),
                form.typed("joining"));
        plan.faults(clock.instant()).forEach(form::refuse);
        var planned =
                learners.attempt(form, r -> "day", () -> TaughtSession.plan(force, plan, user.actorIn(force), clock));
        if (planned == null) {
            return Response.status(422)
                    .entity(new plan(force, form, modules(curriculum)))
                    .build();
        }
        flash.say(plan.module().label() + " is planned for " + planned.session().when() + ".");
        return Response.seeOther(URI.create(planned.session().path())).build();
    }

    private static List<Option> modules(Curriculum curriculum) {
        return curriculum.modules().stream()
                .filter(ModuleDocument::isRecordedByHand)
                .map(m -> new Option(m.code(), m.label()))
                .toList();
    }
}
