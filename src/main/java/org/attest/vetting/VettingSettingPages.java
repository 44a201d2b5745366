package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Refused;

/** The figures of a force's vetting, each with where its default comes from; and setting one of them. */
@Path("/forces/{slug}/vetting-settings")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.DECIDE_VETTING)
public class VettingSettingPages {

    @Inject
    CurrentUser currentUser;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** The lines of one figure. */
    record Part(VettingFigure figure, List<VettingSettings.Line> lines) {}

    record list(Force force, List<Part> parts, List<LevelAccess> levels) implements TemplateInstance {}

    /** @param history what was set before, newest first */
    record set(Force force, VettingSettings.Line line, List<Option> units, Form form, List<VettingSetting> history)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@PathParam("slug") String slug) {
        var force = currentUser.force(slug, Permission.DECIDE_VETTING);
        var lines = VettingSettings.of(force).lines();
        var parts = Arrays.stream(VettingFigure.values())
                .map(figure -> new Part(
                        figure, lines.stream().filter(l -> l.figure() == figure).toList()))
                .toList();
        return new list(force, parts, LevelAccess.all());
    }

    @GET
    @Path("{figure}")
    public TemplateInstance page(@PathParam("slug") String slug, @PathParam("figure") String figure) {
        var force = currentUser.force(slug, Permission.DECIDE_VETTING);
        var line = line(force, figure);
        var shown = new HashMap<String, Object>();
        shown.put("amount", line.amount());
        shown.put("unit", line.unit());
        return page(force, line, Form.showing(shown));
    }

    @POST
    @Path("{figure}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(
            @PathParam("slug") String slug, @PathParam("figure") String figure, MultivaluedMap<String, String> typed) {
        var force = currentUser.force(slug, Permission.DECIDE_VETTING);
        var line = line(force, figure);
        var form = Form.of(typed);
        var units = line.figure().units();
        var unit = units.size() == 1
                ? units.get(0)
                : form.choice("unit", VettingFigure.Unit.class, "Choose in what it is counted");
        try {
            if (form.isSound()) {
                deeds.fire(VettingSetting.set(
                        force,
                        line.figure(),
                        line.level(),
                        form.typed("amount"),
                        unit,
                        currentUser.actorIn(force),
                        clock));
            }
        } catch (Refused refused) {
            form.refuse("amount", Typed.sentence(refused));
        }
        if (!form.isSound())
            return Response.status(422).entity(page(force, line, form)).build();
        flash.say(line.name() + " is set from now on.");
        return Response.seeOther(URI.create("/forces/" + force.slug + "/vetting-settings"))
                .build();
    }

    private static VettingSettings.Line line(Force force, String figure) {
        return VettingSettings.of(force).line(figure).orElseThrow(NotFoundException::new);
    }

    private static TemplateInstance page(Force force, VettingSettings.Line line, Form form) {
        var history = new ArrayList<>(VettingSetting.of(force).stream()
                .filter(s -> s.figure == line.figure() && s.level == line.level())
                .toList());
        Collections.reverse(history);
        var units = line.figure().units().size() == 1
                ? List.<Option>of()
                : line.figure().units().stream()
                        .map(u -> new Option(u.name(), u.words("2")))
                        .toList();
        return new set(force, line, units, form, history);
    }
}
