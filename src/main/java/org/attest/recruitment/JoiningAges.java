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
import org.attest.volunteer.JoiningRule;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** The age from which a force accepts applications (vetting rule 16). */
@Path("/forces/{slug}/joining-age")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class JoiningAges {

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param history what was set before, oldest first */
    record set(Force force, Form form, List<JoiningRule> history, List<Option> ages) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("slug") String slug) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        return page(force, Form.showing(Map.of("years", JoiningRule.in(force).youngestApplicant())));
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        if (!form.typed("years").matches("\\d{1,3}")) form.refuse("years", "Choose an age");
        atHand.attempt(
                form,
                "years",
                () -> JoiningRule.setYoungestApplicant(
                        force, Integer.parseInt(form.typed("years")), currentUser.actorIn(force), clock));
        if (!form.isSound()) {
            return Response.status(422).entity(page(force, form)).build();
        }
        flash.say("Applications are accepted from the age of " + form.typed("years") + ".");
        return Response.seeOther(URI.create("/forces/" + force.slug + "/volunteers"))
                .build();
    }

    private static TemplateInstance page(Force force, Form form) {
        return new set(
                force,
                form,
                JoiningRule.of(force),
                List.of(new Option("17", "17, as the national rule says"), new Option("18", "18")));
    }
}
