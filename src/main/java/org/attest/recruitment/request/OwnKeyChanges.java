package org.attest.recruitment.request;

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
import java.util.Arrays;
import org.attest.notice.NoticeKind;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.Own;
import org.attest.security.Permission;
import org.attest.volunteer.KeyChange;
import org.attest.volunteer.KeyChangeDecided;
import org.attest.volunteer.KeyField;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Wording;

/** Asking that one's own name, birth date, address or force number be changed. */
@Path("/me/detail-changes/{field}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnKeyChanges {

    @Inject
    Own own;

    @Inject
    AtHand atHand;

    @Inject
    Telling telling;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    record ask(KeyField field, String label, String stands, Form form, boolean day, WhatNext next)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance page(@PathParam("field") String typed) {
        var field = field(typed);
        var person = own.record().orElseThrow(NotFoundException::new);
        own.shown(person, "own details");
        return page(person, field, Form.blank());
    }

    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("field") String typedField, MultivaluedMap<String, String> typed) {
        var field = field(typedField);
        var person = own.held();
        var form = Form.of(typed);
        var value = KeyValues.read(field, form);
        var asked = atHand.attempt(
                form, "value", () -> KeyChange.ask(person, field, value, form.typed("why"), own.by(person), clock));
        if (asked == null)
            return Response.status(422).entity(page(person, field, form)).build();
        telling.tellCoordinators(
                person.force,
                NoticeKind.TASK,
                person.fullName + " asks for a change of their record: "
                        + wording.keyField(field.name()).toLowerCase(),
                "/detail-changes/" + asked.change().ref);
        flash.say("Your coordinator is asked to change it. You see here what they decide.");
        return Response.seeOther(URI.create("/me/details")).build();
    }

    @POST
    @Path("withdrawal")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("field") String typedField, MultivaluedMap<String, String> typed) {
        var field = field(typedField);
        var person = own.held();
        var open = KeyChange.of(person).stream()
                .filter(c -> c.isOpen() && c.field == field)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var form = Form.of(typed);
        atHand.attempt(form, "value", () -> {
            open.withdraw(own.by(person), clock);
            return new KeyChangeDecided(own.by(person), open);
        });
        flash.say("Taken back. Your record stays as it is.");
        return Response.seeOther(URI.create("/me/details")).build();
    }

    private TemplateInstance page(Volunteer person, KeyField field, Form form) {
        return new ask(
                field,
                wording.keyField(field.name()),
                KeyValues.words(field, field.of(person.details())),
                form,
                field == KeyField.BIRTH_DATE,
                own.next(person));
    }

    private static KeyField field(String typed) {
        return Arrays.stream(KeyField.values())
                .filter(f -> f.name().equals(typed))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
