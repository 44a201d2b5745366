package org.attest.recruitment;

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
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Hold;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/**
 * Placing and ending holds. Whoever may place a cause may see it and end it; a hold of another cause is not found, equal to
 * a missing one. Welfare holds belong to the welfare room.
 */
@Path("/volunteers/{ref}/holds")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Holds {

    private static final int USUAL_REVIEW_DAYS = 28;

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param known the holds whose cause this viewer may know, oldest first */
    record place(Head head, Form form, List<Option> causes, List<Hold> known, LocalDate today)
            implements TemplateInstance {}

    record end(Head head, Form form, Hold hold) implements TemplateInstance {}

    @GET
    @Path("new")
    @PermissionsAllowed({Permission.HOLD_FOR_CONDUCT, Permission.DECIDE_LEAVE})
    public TemplateInstance page(@PathParam("ref") String ref) {
        var person = person(ref);
        atHand.shown(ref, permission(person), "holds");
        var today = LocalDate.now(clock);
        var form = Form.blank().withDay("startsOn", today).withDay("reviewOn", today.plusDays(USUAL_REVIEW_DAYS));
        return page(person, form);
    }

    @POST
    @Path("new")
    @PermissionsAllowed({Permission.HOLD_FOR_CONDUCT, Permission.DECIDE_LEAVE})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response place(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = person(ref);
        var form = Form.of(typed);
        var cause = form.choice("cause", HoldCause.class, "Choose the cause");
        if (cause != null && !mayDecide(cause, person)) {
            form.refuse("cause", "Choose the cause");
        }
        var from = form.requiredDay("startsOn", "First day");
        var review = form.requiredDay("reviewOn", "Review day");
        var note = form.typed("note");
        atHand.attempt(form, "startsOn", () -> Hold.place(person, cause, from, review, note, atHand.by(person), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        flash.say(person.called() + " is on hold. Others read: " + wording.notAvailable() + ".");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    @GET
    @Path("{hold}/end")
    @PermissionsAllowed({Permission.HOLD_FOR_CONDUCT, Permission.DECIDE_LEAVE})
    public TemplateInstance endPage(@PathParam("ref") String ref, @PathParam("hold") String holdRef) {
        var person = person(ref);
        var hold = hold(person, holdRef);
        atHand.shown(ref, permission(person), "holds");
        return new end(Head.of(person), Form.blank().withDay("endedOn", LocalDate.now(clock)), hold);
    }

    @POST
    @Path("{hold}/end")
    @PermissionsAllowed({Permission.HOLD_FOR_CONDUCT, Permission.DECIDE_LEAVE})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(
            @PathParam("ref") String ref, @PathParam("hold") String holdRef, MultivaluedMap<String, String> typed) {
        var person = person(ref);
        var hold = hold(person, holdRef);
        var form = Form.of(typed);
        var day = form.requiredDay("endedOn", "Last day");
        atHand.attempt(form, "endedOn", () -> hold.end(day, atHand.by(person), clock));
        if (!form.isSound()) {
            return Response.status(422)
                    .entity(new end(Head.of(person), form, hold))
                    .build();
        }
        flash.say("The hold of " + person.called() + " has a last day.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    /** The person, if this viewer decides any cause in their force. */
    private Volunteer person(String ref) {
        var found = Volunteer.byRef(ref).orElseThrow(NotFoundException::new);
        return atHand.person(ref, permission(found));
    }

    private String permission(Volunteer person) {
        return currentUser.may(Permission.HOLD_FOR_CONDUCT, person.force)
                ? Permission.HOLD_FOR_CONDUCT
                : Permission.DECIDE_LEAVE;
    }

    private Hold hold(Volunteer person, String holdRef) {
        return Hold.byRef(holdRef)
                .filter(h -> h.volunteer.id.equals(person.id) && mayDecide(h.cause, person))
                .orElseThrow(NotFoundException::new);
    }

    private boolean mayDecide(HoldCause cause, Volunteer person) {
        return switch (cause) {
            case CONDUCT, ADMINISTRATION -> currentUser.may(Permission.HOLD_FOR_CONDUCT, person.force);
            case LEAVE -> currentUser.may(Permission.DECIDE_LEAVE, person.force);
            case WELFARE -> false;
        };
    }

    private TemplateInstance page(Volunteer person, Form form) {
        return new place(
                Head.of(person),
                form,
                Stream.of(HoldCause.values())
                        .filter(cause -> mayDecide(cause, person))
                        .map(cause -> new Option(cause.name(), wording.holdCause(cause.name())))
                        .toList(),
                Hold.of(person).stream().filter(h -> mayDecide(h.cause, person)).toList(),
                LocalDate.now(clock));
    }
}
