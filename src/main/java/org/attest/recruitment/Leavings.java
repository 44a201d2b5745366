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
import java.time.LocalDate;
import java.util.List;
import org.attest.security.Permission;
import org.attest.volunteer.Equipment;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/** Recording that a person leaves. */
@Path("/volunteers/{ref}/leaving")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Leavings {

    @Inject
    AtHand atHand;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param held what still lies with the person */
    record leave(Head head, Form form, List<Equipment> held, List<Option> reasons) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "leaving");
        return page(person, Form.blank().withDay("lastDay", LocalDate.now(clock)));
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response leave(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var day = form.requiredDay("lastDay", "Last day");
        var reason = form.choice("reason", LeavingReason.class, "Choose why the person leaves");
        var note = form.typed("note");
        atHand.attempt(form, "lastDay", () -> person.leave(day, reason, note, atHand.by(person), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        flash.say(person.called() + " is recorded as having left.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    private TemplateInstance page(Volunteer person, Form form) {
        return new leave(
                Head.of(person),
                form,
                Equipment.of(person).stream().filter(Equipment::isHeld).toList(),
                Option.of(LeavingReason.class, r -> wording.leavingReason(r.name())));
    }
}
