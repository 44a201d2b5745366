package org.attest.recruitment;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageSetting;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.StageTargets;
import org.attest.web.Flash;
import org.attest.web.Form;

/** How a force wants its stages kept: targets, the usual time in words, and which stages people leave by themselves. */
@Path("/forces/{slug}/stage-settings")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class StageSettingPages {

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    StageTargets targets;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param history what was set before, newest first */
    record set(Force force, Form form, List<Stage> stages, List<StageSetting> history) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("slug") String slug) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var settings = StageSettings.in(force, targets);
        Map<String, Object> values = new HashMap<>();
        settings.days().forEach((stage, days) -> {
            values.put(stage.slug() + "-target", days);
            values.put(stage.slug() + "-usual", settings.usualTime(stage));
            if (settings.advances(stage)) values.put(stage.slug() + "-advances", "yes");
        });
        return page(force, Form.showing(values));
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var settings = StageSettings.in(force, targets);
        var wanted = new EnumMap<Stage, StageSetting.Values>(Stage.class);
        for (var stage : settings.days().keySet()) {
            var field = stage.slug() + "-target";
            var days = form.typed(field).strip();
            if (!days.matches("\\d{1,4}")) {
                form.refuse(field, "Enter the target as a number of days");
                continue;
            }
            var values = new StageSetting.Values(
                    Integer.parseInt(days),
                    form.typed(stage.slug() + "-usual"),
                    form.ticked(stage.slug() + "-advances", null));
            if (values.fault() != null) form.refuse(field, values.fault());
            wanted.put(stage, values);
        }
        atHand.attempt(
                form,
                Stage.ENQUIRY.slug() + "-target",
                () -> StageSetting.set(force, wanted, settings, currentUser.actorIn(force), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(force, form)).build();
        flash.say("The stages are kept as you have set. What waits too long is counted anew from now on.");
        return Response.seeOther(URI.create("/forces/" + force.slug + "/stage-settings"))
                .build();
    }

    private TemplateInstance page(Force force, Form form) {
        var history = new ArrayList<>(StageSetting.of(force));
        Collections.reverse(history);
        return new set(force, form, List.copyOf(targets.days().keySet()), history);
    }
}
