package org.attest.recruitment.message;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.attest.notice.NoticeKind;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.Own;
import org.attest.security.Permission;
import org.attest.volunteer.PersonalMessage;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;

/** What one's force wrote to oneself, and writing back. */
@Path("/me/messages")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnMessages {

    @Inject
    Own own;

    @Inject
    AtHand atHand;

    @Inject
    Telling telling;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    record list(String force, List<Correspondence.Line> lines, Form form, WhatNext next) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance all() {
        var person = own.record().orElseThrow(NotFoundException::new);
        own.shown(person, "own messages");
        return page(person, Form.blank());
    }

    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(MultivaluedMap<String, String> typed) {
        var person = own.held();
        var form = Form.of(typed);
        var done = atHand.attempt(
                form, "words", () -> PersonalMessage.answer(person, form.typed("words"), own.by(person), clock));
        if (done == null) return Response.status(422).entity(page(person, form)).build();
        telling.tellCoordinators(
                person.force,
                NoticeKind.TASK,
                person.fullName + " has written to you",
                "/volunteers/" + person.ref + "/messages");
        flash.say("Your message is sent to the coordinators of " + person.force.name + ".");
        return Response.seeOther(URI.create("/me/messages")).build();
    }

    private TemplateInstance page(Volunteer person, Form form) {
        return new list(person.force.name, Correspondence.forThePerson(person), form, own.next(person));
    }
}
