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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.Own;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/** The meetings of whoever is signed in: booking, changing and cancelling by themselves, until some hours before. */
@Path("/me/meetings")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnMeetings {

    private static final int MOST_OFFERED = 40;

    @Inject
    Own own;

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

    /**
     * A booking that lies ahead.
     *
     * @param mayChange it is long enough before
     */
    record Ahead(Booking booking, boolean mayChange, int noticeHours, List<Option> others) {}

    /** Something to book. */
    record ToBook(MeetingInvitation invitation, String field, List<Option> times) {}

    record show(
            Volunteer person, List<Ahead> ahead, List<ToBook> toBook, List<Booking> behind, Form form, WhatNext next)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance show() {
        var person = own.record().orElseThrow(NotFoundException::new);
        own.shown(person, "own meetings");
        return page(person, Form.blank());
    }

    @POST
    @Path("bookings")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response book(MultivaluedMap<String, String> typed) {
        var person = own.held();
        var form = Form.of(typed);
        var kind = form.choice("kind", MeetingKind.class, "Choose what to book");
        var field = field(kind);
        boolean invited = MeetingInvitation.standing(person).stream().anyMatch(i -> i.kind == kind);
        if (!invited) form.refuse(field, "You are not invited to this: ask your coordinator");
        var slot = chosen(person, kind, form, field);
        var booked = atHand.attempt(form, field, () -> Booking.book(slot, person, own.by(person), clock));
        if (booked == null)
            return Response.status(422).entity(page(person, form)).build();
        flash.say("Booked: " + slot.when() + ", " + slot.place + ".");
        return back();
    }

    @POST
    @Path("{booking}/change")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("booking") String ref, MultivaluedMap<String, String> typed) {
        var booking = booking(ref);
        var person = own.held(booking.volunteer);
        var form = Form.of(typed);
        var field = "change-" + booking.ref;
        var slot = chosen(person, booking.slot.kind, form, field);
        var changed = atHand.attempt(form, field, () -> {
            booking.refuseIfTooLate(clock.instant(), noticeHours(person, booking.slot.kind));
            return booking.changeTo(slot, own.by(person), clock);
        });
        if (changed == null)
            return Response.status(422).entity(page(person, form)).build();
        news.tellCoordinators(changed.booking(), "chose another time for");
        flash.say("Changed: " + slot.when() + ", " + slot.place + ".");
        return back();
    }

    @POST
    @Path("{booking}/cancelling")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("booking") String ref, MultivaluedMap<String, String> typed) {
        var booking = booking(ref);
        var person = own.held(booking.volunteer);
        var form = Form.of(typed);
        var done = atHand.attempt(form, "change-" + booking.ref, () -> {
            booking.refuseIfTooLate(clock.instant(), noticeHours(person, booking.slot.kind));
            return booking.cancel(own.by(person), clock);
        });
        if (done == null) return Response.status(422).entity(page(person, form)).build();
        news.tellCoordinators(booking, "cancelled");
        flash.say("Cancelled. You can choose another time.");
        return back();
    }

    @GET
    @Path("{booking}/calendar.ics")
    @Produces("text/calendar")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response calendar(@PathParam("booking") String ref) {
        var booking = booking(ref);
        own.mine(booking.volunteer);
        if (booking.endedAt != null) throw new NotFoundException();
        return Response.ok(CalendarFile.of(booking), "text/calendar; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"appointment.ics\"")
                .build();
    }

    private Booking booking(String ref) {
        var booking = Booking.byRef(ref).orElseThrow(NotFoundException::new);
        own.mine(booking.volunteer);
        return booking;
    }

    /** A time of the kind that people of the force may still book; null with a refusal otherwise. */
    private Slot chosen(Volunteer person, MeetingKind kind, Form form, String field) {
        var slot = Slot.byRef(form.typed("slot"))
                .filter(s -> s.force.id.equals(person.force.id) && s.kind == kind)
                .filter(s -> s.isOpenToPeople(clock.instant(), noticeHours(person, kind)))
                .orElse(null);
        if (slot == null) form.refuse(field, "Choose a time of the list");
        return slot;
    }

    private static int noticeHours(Volunteer person, MeetingKind kind) {
        return MeetingRule.in(person.force).get(kind).noticeHours();
    }

    private static String field(MeetingKind kind) {
        return "slot-" + kind;
    }

    private static Response back() {
        return Response.seeOther(URI.create(MeetingNews.OWN_PAGE)).build();
    }

    private TemplateInstance page(Volunteer person, Form form) {
        var now = clock.instant();
        var rules = MeetingRule.in(person.force);
        var slots = Slot.ahead(person.force, null, now);
        var booked = Slot.booked(slots);
        var bookings = Booking.ahead(person, now);
        var ahead = bookings.stream()
                .map(b -> new Ahead(
                        b,
                        b.slot.isOpenToPeople(now, rules.get(b.slot.kind).noticeHours()),
                        rules.get(b.slot.kind).noticeHours(),
                        times(slots, booked, b.slot.kind, rules, b.slot)))
                .toList();
        var toBook = MeetingInvitation.standing(person).stream()
                .filter(i -> bookings.stream().noneMatch(b -> b.slot.kind == i.kind))
                .map(i -> new ToBook(i, field(i.kind), times(slots, booked, i.kind, rules, null)))
                .toList();
        var behind = Booking.of(person).stream()
                .filter(b -> b.endedAt == null && b.slot.hasBegun(now))
                .toList();
        return new show(person, ahead, toBook, behind, form, own.next(person));
    }

    private List<Option> times(
            List<Slot> slots,
            Map<Long, Long> booked,
            MeetingKind kind,
            Map<MeetingKind, MeetingRule.Terms> rules,
            Slot but) {
        var times = new ArrayList<Option>();
        for (var slot : slots) {
            boolean free = slot.kind == kind
                    && !slot.equals(but)
                    && booked.getOrDefault(slot.id, 0L) < slot.places
                    && slot.isOpenToPeople(clock.instant(), rules.get(kind).noticeHours());
            if (free && times.size() < MOST_OFFERED) times.add(new Option(slot.ref, slot.when() + ", " + slot.place));
        }
        return times;
    }
}
