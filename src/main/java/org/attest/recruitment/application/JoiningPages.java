package org.attest.recruitment.application;

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
import java.util.HashMap;
import java.util.List;
import org.attest.force.Force;
import org.attest.recruitment.AtHand;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Texts;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** What a force adds to its public page: its own words, whom to ask, and whether it takes applications now. */
@Path("/forces/{slug}/joining-page")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class JoiningPages {

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param history what was set before, newest first */
    record set(Force force, Form form, List<JoiningPage> history, List<Option> choices) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("slug") String slug) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var values = new HashMap<String, String>();
        values.put("takes", "yes");
        JoiningPage.in(force).ifPresent(page -> {
            values.put("takes", page.takesApplications ? "yes" : "no");
            values.put("words", page.words);
            values.put("contact", page.contact);
        });
        return page(force, Form.showing(values));
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        boolean takes = EligibilityChecks.yes(form, "takes");
        var words = Texts.lines(form.typed("words"));
        var contact = Texts.line(form.typed("contact"));
        SkillPages.refuse(form, "words", words, JoiningPage.LONGEST_WORDS, true);
        SkillPages.refuse(form, "contact", contact, JoiningPage.LONGEST_CONTACT, false);
        atHand.attempt(
                form, "takes", () -> JoiningPage.set(force, takes, words, contact, currentUser.actorIn(force), clock));
        if (!form.isSound()) {
            return Response.status(422).entity(page(force, form)).build();
        }
        flash.say("The public page of " + force.name + " is saved.");
        return Response.seeOther(URI.create("/forces/" + force.slug + "/joining-page"))
                .build();
    }

    private static TemplateInstance page(Force force, Form form) {
        return new set(
                force,
                form,
                JoiningPage.of(force),
                List.of(new Option("yes", "Yes"), new Option("no", "No, not at the moment")));
    }
}
