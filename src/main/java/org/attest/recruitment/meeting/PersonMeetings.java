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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.Head;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Wording;

/** One person's meetings as the coordinator sees them: inviting, booking on their behalf, cancelling. */
@Path("/volunteers/{ref}/meetings")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class PersonMeetings {

    private static final int MOST_OFFERED = 60;

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

    /** A booking with whether it can still be cancelled. */
    record Line(Booking booking, boolean ahead) {}

    record show(
            Head head,
            Form form,
            Form inviting,
            List<Line> lines,
            List<MeetingInvitation> invitations,
            List<Option> slots,
            List<Option> kinds)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(atHand.shown(ref, Permission.MANAGE_PEOPLE, "meetings"), Form.blank(), Form.blank());
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response book(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var slot = Slot.byRef(form.typed("slot"))
                .filter(s -> s.force.id.equals(person.force.id))
                .orElse(null);
        if (slot == null) form.refuse("slot", "Choose a time of the list");
        var booked = atHand.attempt(form, "slot", () -> Booking.book(slot, person, atHand.by(person), clock));
        if (booked == null) {
            return Response.status(422).entity(page(person, form, Form.blank())).build();
        }
        news.booked(booked.booking());
        flash.say(person.called() + " is booked for " + slot.when() + ".");
        return back(person);
    }

    @POST
    @Path("invitations")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var kind = form.choice("kind", MeetingKind.class, "Choose what they are invited to");
        var bookBy = form.day("bookBy", "Day to book by");
        boolean twice = MeetingInvitation.standing(person).stream().anyMatch(i -> i.kind == kind);
        if (twice) form.refuse("kind", person.called() + " is invited to this already");
        atHand.attempt(form, "kind", () -> MeetingInvitation.invite(person, kind, bookBy, atHand.by(person), clock));
        if (!form.isSound()) {
            return Response.status(422).entity(page(person, Form.blank(), form)).build();
        }
        news.invited(person, kind);
        flash.say(person.called() + " is invited: "
                + wording.meetingKind(kind.name()).toLowerCase() + ".");
        return back(person);
    }

    @POST
    @Path("{booking}/cancelling")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(
            @PathParam("ref") String ref,
            @PathParam("booking") String ofBooking,
            MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var booking = Booking.byRef(ofBooking)
                .filter(b -> b.volunteer.id.equals(person.id))
                .orElseThrow(NotFoundException::new);
        var form = Form.of(typed);
        if (atHand.attempt(form, "bookings", () -> booking.cancel(atHand.by(person), clock)) == null) {
            return Response.status(422).entity(page(person, form, Form.blank())).build();
        }
        news.cancelled(booking);
        flash.say("Cancelled, and " + person.called() + " is told.");
        return back(person);
    }

    private static Response back(Volunteer person) {
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/meetings"))
                .build();
    }

    private TemplateInstance page(Volunteer person, Form form, Form inviting) {
        var now = clock.instant();
        return new show(
                Head.of(person),
                form,
                inviting,
                Booking.of(person).stream()
                        .map(b -> new Line(b, b.endedAt == null && !b.slot.hasBegun(now)))
                        .toList(),
                MeetingInvitation.standing(person),
                free(person, now),
                Slots.kinds(wording));
    }

    /** Times with a place, of kinds that the person is not booked for yet. */
    private List<Option> free(Volunteer person, Instant now) {
        var taken = Booking.ahead(person, now).stream().map(b -> b.slot.kind).collect(Collectors.toSet());
        var slots = Slot.ahead(person.force, null, now);
        var booked = Slot.booked(slots);
        var options = new ArrayList<Option>();
        for (var slot : slots) {
            long free = slot.places - booked.getOrDefault(slot.id, 0L);
            if (free <= 0 || taken.contains(slot.kind) || options.size() == MOST_OFFERED) continue;
            options.add(new Option(
                    slot.ref,
                    wording.meetingKind(slot.kind.name()) + ", " + slot.when() + ", " + slot.place + " ("
                            + Formats.of(free, "place", "places") + ")"));
        }
        return options;
    }
}
