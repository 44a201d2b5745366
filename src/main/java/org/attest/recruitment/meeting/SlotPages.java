package org.attest.recruitment.meeting;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.recruitment.AtHand;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Wording;

/** One time: who is booked, calling it off, and what came of it for each person in one form. */
@Path("/meetings/{ref}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class SlotPages {

    private static final String RESULT = "result-";

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    MeetingNews news;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    record show(Slot slot, String force, String slug, List<Booking> bookings, boolean begun, Form form)
            implements TemplateInstance {}

    /**
     * A person with the field of their result.
     *
     * @param own why the reader cannot give it, where the person is the reader; else null
     */
    record Line(Booking booking, String field, String own) {}

    record results(Slot slot, String force, String slug, List<Line> lines, List<Option> outcomes, Form form)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance show(@PathParam("ref") String ref) {
        return page(slot(ref), Form.blank());
    }

    @POST
    @Path("calling-off")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response callOff(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var slot = slot(ref);
        var form = Form.of(typed);
        if (!form.ticked("sure", "yes")) form.refuse("sure", "Tick the box if it does not take place");
        var done = atHand.attempt(form, "sure", () -> slot.callOff(currentUser.actorIn(slot.force), clock));
        if (done == null) return Response.status(422).entity(page(slot, form)).build();
        done.bookings().forEach(news::cancelled);
        flash.say("Called off. " + Formats.of(done.bookings().size(), "person is", "people are") + " told.");
        return Response.seeOther(URI.create("/forces/" + slot.force.slug + "/meetings"))
                .build();
    }

    @GET
    @Path("results")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance results(@PathParam("ref") String ref) {
        var slot = slot(ref);
        Map<String, Object> values = new HashMap<>();
        for (var booking : Booking.in(slot)) values.put(RESULT + booking.ref, booking.outcome);
        return results(slot, Form.showing(values));
    }

    /** A result for each who has one; who is left open stays open. */
    @POST
    @Path("results")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var slot = slot(ref);
        slot.hold();
        var form = Form.of(typed);
        var by = currentUser.actorIn(slot.force);
        for (var booking : Booking.in(slot)) {
            var field = RESULT + booking.ref;
            if (form.typed(field).isEmpty()) continue;
            if (atHand.isOwn(booking.volunteer)) form.refuse(field, AtHand.OWN);
            else form.choice(field, MeetingOutcome.class, "Choose a result of the list");
        }
        if (!form.isSound())
            return Response.status(422).entity(results(slot, form)).build();
        int recorded = 0;
        for (var booking : Booking.in(slot)) {
            var field = RESULT + booking.ref;
            if (form.typed(field).isEmpty()) continue;
            var outcome = form.choice(field, MeetingOutcome.class, "Choose a result of the list");
            if (outcome == null || outcome == booking.outcome) continue;
            atHand.attempt(form, field, () -> booking.record(outcome, by, clock));
            if (outcome != MeetingOutcome.NOT_ATTENDED) MeetingInvitation.endFor(booking.volunteer, slot.kind, clock);
            recorded++;
        }
        if (form.isSound() && recorded == 0) form.refuse("results", "Choose a result for at least one person");
        if (!form.isSound())
            return Response.status(422).entity(results(slot, form)).build();
        flash.say(Formats.of(recorded, "result is", "results are") + " recorded.");
        return Response.seeOther(URI.create("/meetings/" + slot.ref)).build();
    }

    private TemplateInstance page(Slot slot, Form form) {
        return new show(slot, slot.force.name, slot.force.slug, Booking.in(slot), slot.hasBegun(clock.instant()), form);
    }

    private TemplateInstance results(Slot slot, Form form) {
        var lines = Booking.in(slot).stream()
                .map(b -> new Line(b, RESULT + b.ref, atHand.isOwn(b.volunteer) ? AtHand.OWN : null))
                .toList();
        var outcomes = slot.kind.outcomes().stream()
                .map(o -> new Option(o.name(), wording.meetingOutcome(o.name())))
                .toList();
        return new results(slot, slot.force.name, slot.force.slug, lines, outcomes, form);
    }

    private Slot slot(String ref) {
        var slot = Slot.byRef(ref).orElseThrow(NotFoundException::new);
        currentUser.require(Permission.MANAGE_PEOPLE, slot.force);
        return slot;
    }
}
