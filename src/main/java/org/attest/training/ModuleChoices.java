package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** Which of the modules that are left to each force count in this one. */
@Path("/forces/{slug}/module-choices")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.MANAGE_PEOPLE)
public class ModuleChoices {

    private static final List<Option> ON_OR_OFF =
            List.of(new Option("ON", "It counts"), new Option("OFF", "It does not count"));

    @Inject
    CurrentUser user;

    @Inject
    Learners learners;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param tiers that ask for it where it counts */
    record Line(ModuleDocument module, boolean on, List<String> tiers) {}

    record list(Force force, List<Line> lines, List<ModuleChoice> history) implements TemplateInstance {}

    record choose(Force force, ModuleDocument module, Form form, List<Option> choices) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@PathParam("slug") String slug) {
        var force = user.force(slug, Permission.MANAGE_PEOPLE);
        var curriculum = Curriculum.current();
        var on = ModuleChoice.switchedOn(force);
        var lines = curriculum.modules().stream()
                .filter(ModuleDocument::isLeftToForces)
                .map(m -> new Line(m, on.contains(m.code()), curriculum.tiers().asking(m.code())))
                .toList();
        var history = new ArrayList<>(ModuleChoice.of(force));
        Collections.reverse(history);
        return new list(force, lines, history);
    }

    @GET
    @Path("{module}")
    public TemplateInstance page(@PathParam("slug") String slug, @PathParam("module") String code) {
        var force = user.force(slug, Permission.MANAGE_PEOPLE);
        var module = module(code);
        boolean on = ModuleChoice.switchedOn(force).contains(module.code());
        return new choose(force, module, Form.showing(Map.of("counts", on ? "ON" : "OFF")), ON_OR_OFF);
    }

    @POST
    @Path("{module}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(
            @PathParam("slug") String slug, @PathParam("module") String code, MultivaluedMap<String, String> typed) {
        var force = user.force(slug, Permission.MANAGE_PEOPLE);
        var module = module(code);
        var form = Form.of(typed);
        var counts = form.typed("counts");
        if (!counts.equals("ON") && !counts.equals("OFF")) form.refuse("counts", "Choose whether it counts");
        var chosen = learners.attempt(
                form,
                r -> "counts",
                () -> ModuleChoice.choose(force, module, counts.equals("ON"), user.actorIn(force), clock));
        if (chosen == null) {
            return Response.status(422)
                    .entity(new choose(force, module, form, ON_OR_OFF))
                    .build();
        }
        flash.say(chosen.choice().words() + " in " + force.name + " from now on.");
        return Response.seeOther(URI.create("/forces/" + force.slug + "/module-choices"))
                .build();
    }

    private static ModuleDocument module(String code) {
        return Curriculum.current()
                .module(code.toUpperCase(Locale.ROOT))
                .filter(ModuleDocument::isLeftToForces)
                .orElseThrow(NotFoundException::new);
    }
}
