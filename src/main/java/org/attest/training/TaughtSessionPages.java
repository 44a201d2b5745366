package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
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
import java.util.Map;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;

/** One session: who has a place, who waits, more places, and calling it off. */
@Path("/forces/{slug}/sessions/{ref}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class TaughtSessionPages {

    @Inject
    CurrentUser user;

    @Inject
    Learners learners;

    @Inject
    SessionNews news;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param open before it begins, and not called off */
    record show(SessionHead head, List<Seat> placed, List<Seat> waiting, boolean records, boolean open, Form form)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_TRAINING)
    public TemplateInstance show(@PathParam("slug") String slug, @PathParam("ref") String ref) {
        var session = session(slug, ref, Permission.SEE_TRAINING);
        return page(session, Form.showing(Map.of("places", session.places)));
    }

    @POST
    @Path("places")
    @PermissionsAllowed(Permission.RECORD_TRAINING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resize(
            @PathParam("slug") String slug, @PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var session = session(slug, ref, Permission.RECORD_TRAINING);
        var form = Form.of(typed);
        var resized = learners.attempt(
                form, r -> "places", () -> session.resize(form.number("places"), user.actorIn(session.force), clock));
        if (resized == null) return unsound(session, form);
        news.fill(session);
        flash.say("The session has " + Formats.of(session.places, "place", "places") + " now.");
        return back(session);
    }

    @POST
    @Path("calling-off")
    @PermissionsAllowed(Permission.RECORD_TRAINING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response callOff(
            @PathParam("slug") String slug, @PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var session = session(slug, ref, Permission.RECORD_TRAINING);
        var form = Form.of(typed);
        if (!form.ticked("sure", "yes")) form.refuse("sure", "Tick the box if it does not take place");
        var done = learners.attempt(form, r -> "sure", () -> session.callOff(user.actorIn(session.force), clock));
        if (done == null) return unsound(session, form);
        done.seats().forEach(news::calledOff);
        flash.say("Called off. " + Formats.of(done.seats().size(), "person is", "people are") + " told.");
        return back(session);
    }

    /** Somebody of the force, by their reference, has a place or waits for one. */
    @POST
    @Path("seats")
    @PermissionsAllowed(Permission.RECORD_TRAINING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response book(
            @PathParam("slug") String slug, @PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var session = session(slug, ref, Permission.RECORD_TRAINING);
        var form = Form.of(typed);
        var person = Volunteer.byRef(form.typed("person"))
                .filter(p -> p.force.id.equals(session.force.id))
                .orElse(null);
        if (person == null) form.refuse("person", "Enter the reference of somebody in " + session.force.name);
        else if (learners.isOwn(person)) form.refuse("person", Learners.OWN);
        else Volunteer.getEntityManager().lock(person, LockModeType.PESSIMISTIC_WRITE);
        var taken = learners.attempt(
                form,
                r -> "person",
                () -> Seat.take(
                        session,
                        TrainingRecord.of(person, Curriculum.current(), LocalDate.now(clock)),
                        learners.by(person),
                        clock));
        if (taken == null) return unsound(session, form);
        news.booked(taken.seat());
        flash.say(person.called()
                + (taken.seat().placedAt == null ? " waits for a place, and is told." : " has a place, and is told."));
        return back(session);
    }

    @POST
    @Path("seats/{seat}/ending")
    @PermissionsAllowed(Permission.RECORD_TRAINING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(
            @PathParam("slug") String slug, @PathParam("ref") String ref, @PathParam("seat") String ofSeat) {
        var session = session(slug, ref, Permission.RECORD_TRAINING);
        var seat = Seat.of(session, ofSeat).orElseThrow(NotFoundException::new);
        var form = Form.blank();
        if (learners.isOwn(seat.volunteer)) form.refuse("seat-" + seat.ref, Learners.OWN);
        var ended =
                learners.attempt(form, r -> "seat-" + seat.ref, () -> seat.giveUp(learners.by(seat.volunteer), clock));
        if (ended == null) return unsound(session, form);
        news.ended(seat);
        news.fill(session);
        flash.say(seat.volunteer.called() + " has no place any more, and is told.");
        return back(session);
    }

    private Response unsound(TaughtSession session, Form form) {
        return Response.status(422).entity(page(session, form)).build();
    }

    private static Response back(TaughtSession session) {
        return Response.seeOther(URI.create(session.path())).build();
    }

    private TaughtSession session(String slug, String ref, String permission) {
        return TaughtSession.of(user.force(slug, permission), ref).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(TaughtSession session, Form form) {
        var head = SessionHead.of(session, clock.instant());
        return new show(
                head,
                Seat.placed(session),
                Seat.waiting(session),
                user.may(Permission.RECORD_TRAINING, session.force),
                !head.begun() && session.calledOffAt == null,
                form);
    }
}
