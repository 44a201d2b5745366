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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private static final String WAS = "was-";

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
     * @param was the result that the form was made for, by its name; empty for none
     * @param meanwhile what another desk recorded since, where it is neither that nor what is typed; else null
     * @param own why the reader cannot give it, where the person is the reader; else null
     */
    record Line(Booking booking, String field, String was, RecordedOutcome meanwhile, String own) {

        /** The field in which the form says what it was made for. */
        public String wasField() {
            return WAS + booking.ref;
        }
    }

    /** @param clashes those of the lines where another desk was faster */
    record results(
            Slot slot,
            String force,
            String slug,
            List<Line> lines,
            List<Line> clashes,
            List<Option> outcomes,
            Form form)
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
        for (var booking : Booking.in(slot)) {
            values.put(RESULT + booking.ref, booking.outcome);
            values.put(WAS + booking.ref, booking.outcome);
        }
        return results(slot, Form.showing(values), Map.of());
    }

    /**
     * A result for each who has one; who is left open, or as the form showed them, stays as they are. Where another desk
     * recorded another result meanwhile, nothing is recorded and both are shown.
     */
    @POST
    @Path("results")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var slot = slot(ref);
        slot.hold();
        var form = Form.of(typed);
        var by = currentUser.actorIn(slot.force);
        var chosen = new LinkedHashMap<Booking, MeetingOutcome>();
        var clashing = new ArrayList<Booking>();
        for (var booking : Booking.in(slot)) {
            var field = RESULT + booking.ref;
            var now = name(booking.outcome);
            var was = form.typed(WAS + booking.ref);
            var wanted = form.typed(field);
            if (wanted.isEmpty() || wanted.equals(was) || wanted.equals(now)) continue;
            if (atHand.isOwn(booking.volunteer)) form.refuse(field, AtHand.OWN);
            else chosen.put(booking, form.choice(field, MeetingOutcome.class, "Choose a result of the list"));
            if (!now.equals(was)) clashing.add(booking);
        }
        if (!form.isSound())
            return Response.status(422).entity(results(slot, form, Map.of())).build();
        if (!clashing.isEmpty()) {
            return Response.status(409)
                    .entity(results(slot, form, RecordedOutcome.newestOf(clashing)))
                    .build();
        }
        chosen.forEach((booking, outcome) -> {
            atHand.attempt(form, RESULT + booking.ref, () -> booking.record(outcome, by, clock));
            if (outcome != MeetingOutcome.NOT_ATTENDED) MeetingInvitation.endFor(booking.volunteer, slot.kind, clock);
        });
        if (form.isSound() && chosen.isEmpty()) form.refuse("results", "Choose a result for at least one person");
        if (!form.isSound())
            return Response.status(422).entity(results(slot, form, Map.of())).build();
        flash.say(Formats.of(chosen.size(), "result is", "results are") + " recorded.");
        return Response.seeOther(URI.create("/meetings/" + slot.ref)).build();
    }

    private static String name(MeetingOutcome outcome) {
        return outcome == null ? "" : outcome.name();
    }

    private TemplateInstance page(Slot slot, Form form) {
        return new show(slot, slot.force.name, slot.force.slug, Booking.in(slot), slot.hasBegun(clock.instant()), form);
    }

    /** @param meanwhile by booking, what another desk recorded since the form was made; from now on the form is made for that */
    private TemplateInstance results(Slot slot, Form form, Map<Booking, RecordedOutcome> meanwhile) {
        var lines = Booking.in(slot).stream()
                .map(b -> new Line(
                        b,
                        RESULT + b.ref,
                        meanwhile.containsKey(b) ? name(b.outcome) : form.typed(WAS + b.ref),
                        meanwhile.get(b),
                        atHand.isOwn(b.volunteer) ? AtHand.OWN : null))
                .toList();
        var outcomes = slot.kind.outcomes().stream()
                .map(o -> new Option(o.name(), wording.meetingOutcome(o.name())))
                .toList();
        var clashes = lines.stream().filter(l -> l.meanwhile != null).toList();
        return new results(slot, slot.force.name, slot.force.slug, lines, clashes, outcomes, form);
    }

    private Slot slot(String ref) {
        var slot = Slot.byRef(ref).orElseThrow(NotFoundException::new);
        currentUser.require(Permission.MANAGE_PEOPLE, slot.force);
        return slot;
    }
}
