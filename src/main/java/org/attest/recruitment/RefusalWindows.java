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
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.RefusalWindow;
import org.attest.web.Flash;
import org.attest.web.Form;

/** Until when a refusal can be questioned, and from when somebody refused can apply anew. */
@Path("/forces/{slug}/refusal-windows")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class RefusalWindows {

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param history what was set before, oldest first */
    record set(Force force, Form form, List<RefusalWindow> history) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("slug") String slug) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var now = RefusalWindow.in(force);
        return new set(
                force,
                Form.showing(Map.of("appealDays", now.appealDays(), "reapplyMonths", now.reapplyMonths())),
                RefusalWindow.of(force));
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        for (var field : List.of("appealDays", "reapplyMonths")) {
            if (!form.typed(field).matches("\\d{1,4}")) form.refuse(field, "Enter a number");
        }
        atHand.attempt(
                form,
                "appealDays",
                () -> RefusalWindow.set(
                        force,
                        new RefusalWindow.Values(
                                Integer.parseInt(form.typed("appealDays")),
                                Integer.parseInt(form.typed("reapplyMonths"))),
                        currentUser.actorIn(force),
                        clock));
        if (!form.isSound()) {
            return Response.status(422)
                    .entity(new set(force, form, RefusalWindow.of(force)))
                    .build();
        }
        flash.say("From now on refusals can be questioned within " + form.typed("appealDays") + " days.");
        return Response.seeOther(URI.create("/forces/" + force.slug + "/refusal-windows"))
                .build();
    }
}
