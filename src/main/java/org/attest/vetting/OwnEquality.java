package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.audit.Deed;
import org.attest.audit.Keys;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.OwnRecord;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;

/** The questions about equality, which nobody has to answer and only who answers them reads (vetting rule 39). */
@Path("/me/equality")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnEquality {

    @Inject
    OwnRecord own;

    @Inject
    OwnCases cases;

    @Inject
    CurrentUser user;

    @Inject
    Keys keys;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    record questions(String force, Form form, List<Characteristic> characteristics, boolean answered, WhatNext next)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response page() {
        var found = own.now();
        if (found.isEmpty()) return Response.seeOther(URI.create("/me")).build();
        var person = found.get();
        deeds.fire(new RecordViewed(user.actorIn(person.force), person, "own questionnaire"));
        var reply = EqualityReply.of(person);
        var values = new HashMap<String, String>();
        reply.ifPresent(r -> r.answers(keys).forEach((c, answer) -> values.put(c.name(), answer)));
        return Response.ok(new questions(
                        person.force.name,
                        Form.showing(values),
                        List.of(Characteristic.values()),
                        reply.isPresent(),
                        cases.next(person)))
                .build();
    }

    /** Takes what was answered in place of all before; {@code then=remove} takes everything back. */
    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> typed) {
        var found = own.now();
        if (found.isEmpty()) return Response.seeOther(URI.create("/me")).build();
        var person = found.get();
        var form = Form.of(typed);
        Map<Characteristic, String> answers = new EnumMap<>(Characteristic.class);
        boolean removed = form.has("then", "remove");
        for (var one : Characteristic.values()) {
            var answer = form.typed(one.name());
            boolean known = one.options().stream().anyMatch(o -> o.value().equals(answer));
            if (known && !removed) answers.put(one, answer);
        }
        deeds.fire(EqualityReply.say(person, answers, user.actorIn(person.force), keys, clock));
        flash.say(answers.isEmpty() ? "Nothing of it is kept." : "Thank you: your answers are kept.");
        return Response.seeOther(URI.create("/me/equality")).build();
    }
}
