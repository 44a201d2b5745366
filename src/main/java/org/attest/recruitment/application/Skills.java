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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.attest.recruitment.AtHand;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;

/** A person's digital skills on their record: to read, to type on their behalf, and to verify. */
@Path("/volunteers/{ref}/skills")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Skills {

    @Inject
    AtHand atHand;

    @Inject
    CurrentUser user;

    @Inject
    SkillPages pages;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    @GET
    @PermissionsAllowed(Permission.SEE_PEOPLE)
    public TemplateInstance list(@PathParam("ref") String ref) {
        return page(atHand.shown(ref, Permission.SEE_PEOPLE, "skills"), Form.blank());
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response claim(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var claim = SkillPages.read(form);
        atHand.attempt(form, "area", () -> DigitalSkill.claim(person, claim, atHand.by(person), clock));
        if (!form.isSound()) {
            return Response.status(422).entity(page(person, form)).build();
        }
        flash.say("“" + claim.detail() + "” is added.");
        return back(person);
    }

    @GET
    @Path("verification")
    @PermissionsAllowed(Permission.VERIFY_SKILLS)
    public Response verification(@PathParam("ref") String ref, @QueryParam("skill") String skill) {
        var person = atHand.shown(ref, Permission.VERIFY_SKILLS, "skills");
        return DigitalSkill.of(person, skill == null ? "" : skill)
                .map(s -> Response.ok(pages.verify(s, Whose.other(person), Form.blank()))
                        .build())
                .orElseGet(() -> back(person));
    }

    @POST
    @Path("verification")
    @PermissionsAllowed(Permission.VERIFY_SKILLS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response verify(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.VERIFY_SKILLS);
        var form = Form.of(typed);
        var found = DigitalSkill.of(person, form.typed("skill"));
        if (found.isEmpty()) return back(person);
        var skill = found.get();
        var level = form.choice("level", SkillLevel.class, "Choose the level you found");
        var how = form.required("how", "Enter how you verified it", DigitalSkill.LONGEST_HOW);
        SkillPages.refuse(form, "how", how, DigitalSkill.LONGEST_HOW, false);
        atHand.attempt(form, "level", () -> skill.verify(level, how, atHand.by(person), clock));
        if (!form.isSound()) {
            return Response.status(422)
                    .entity(pages.verify(skill, Whose.other(person), form))
                    .build();
        }
        flash.say("“" + skill.detail + "” is verified.");
        return back(person);
    }

    private TemplateInstance page(Volunteer person, Form form) {
        return pages.list(
                person,
                Whose.other(person),
                form,
                user.may(Permission.MANAGE_PEOPLE, person.force),
                user.may(Permission.VERIFY_SKILLS, person.force));
    }

    private static Response back(Volunteer person) {
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/skills"))
                .build();
    }
}
