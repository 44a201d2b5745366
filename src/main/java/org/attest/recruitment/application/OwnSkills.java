package org.attest.recruitment.application;

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
import org.attest.recruitment.AtHand;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;

/** One's own digital skills: claimed while applying, and kept up to date ever after. */
@Path("/me/skills")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnSkills {

    private static final URI HERE = URI.create("/me/skills");

    @Inject
    OwnAtHand own;

    @Inject
    AtHand atHand;

    @Inject
    SkillPages pages;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response list() {
        var person = own.person();
        if (person.isEmpty()) return Response.seeOther(URI.create("/me")).build();
        own.seen(person.get(), "own skills");
        return Response.ok(page(person.get(), Form.blank())).build();
    }

    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response claim(MultivaluedMap<String, String> typed) {
        var person = person();
        var form = Form.of(typed);
        var claim = SkillPages.read(form);
        atHand.attempt(form, "area", () -> DigitalSkill.claim(person, claim, own.by(person), clock));
        if (!form.isSound()) {
            return Response.status(422).entity(page(person, form)).build();
        }
        flash.say("“" + claim.detail() + "” is added.");
        return Response.seeOther(HERE).build();
    }

    @GET
    @Path("{skill}")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance edit(@PathParam("skill") String ref) {
        var person = person();
        var skill = skill(person, ref);
        own.seen(person, "own skills");
        return pages.edit(skill, own.whose(person), SkillPages.showing(skill));
    }

    @POST
    @Path("{skill}")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("skill") String ref, MultivaluedMap<String, String> typed) {
        var person = person();
        var skill = skill(person, ref);
        var form = Form.of(typed);
        var claim = SkillPages.read(form);
        boolean same = form.isSound() && claim.equals(skill.claim());
        if (!same) atHand.attempt(form, "area", () -> skill.change(claim, own.by(person), clock));
        if (!form.isSound()) {
            return Response.status(422)
                    .entity(pages.edit(skill, own.whose(person), form))
                    .build();
        }
        flash.say(same ? "Nothing was different, so nothing changed." : "“" + claim.detail() + "” is saved.");
        return Response.seeOther(HERE).build();
    }

    @POST
    @Path("{skill}/end")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(@PathParam("skill") String ref, MultivaluedMap<String, String> typed) {
        var person = person();
        var skill = skill(person, ref);
        atHand.attempt(Form.of(typed), "area", () -> skill.takeBack(own.by(person), clock));
        flash.say("“" + skill.detail + "” is taken off your list.");
        return Response.seeOther(HERE).build();
    }

    private Volunteer person() {
        return own.person().orElseThrow(NotFoundException::new);
    }

    private static DigitalSkill skill(Volunteer person, String ref) {
        return DigitalSkill.of(person, ref).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(Volunteer person, Form form) {
        return pages.list(person, own.whose(person), form, true, false);
    }
}
