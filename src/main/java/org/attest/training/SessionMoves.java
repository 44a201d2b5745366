package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.audit.Deed;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;

/**
 * Another time or place of a session: who would lose their place on the new day, and why, to look at first; then the deed,
 * of which everybody who has a place or waits is told.
 */
@Path("/forces/{slug}/sessions/{ref}/change")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RECORD_TRAINING)
public class SessionMoves {

    @Inject
    CurrentUser user;

    @Inject
    Learners learners;

    @Inject
    SessionNews news;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** Somebody who may not come on the new day, and why. */
    record Losing(Seat seat, String why) {}

    /**
     * What would follow.
     *
     * @param keeping who has a place or waits, and goes on doing so
     * @param losing who does not
     * @param refs of those, as they come back when it is confirmed
     */
    record Looked(String when, String place, String joining, int keeping, List<Losing> losing, String refs) {}

    /**
     * @param open before it begins, and not called off
     * @param stale somebody saved it meanwhile
     * @param looked null before the new time and place are sound
     */
    record change(SessionHead head, boolean open, Form form, boolean stale, Looked looked)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("slug") String slug, @PathParam("ref") String ref) {
        var session = session(slug, ref);
        var values = new HashMap<String, Object>();
        values.put("from", Formats.timeInWords(session.startsAt));
        values.put("until", Formats.timeInWords(session.endsAt));
        values.put("place", session.place);
        values.put("joining", session.joining == null ? "" : session.joining);
        values.put("version", session.version);
        return page(session, Form.showing(values).withDay("day", session.day()), false, null);
    }

    /** What follows first; only what comes back with {@code confirmed}, and with the same people losing their place, is done. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("slug") String slug, @PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var session = session(slug, ref);
        // people before the session, as whoever books holds them
        Volunteer.locked(Seat.in(session).stream().map(s -> s.volunteer.ref).toList());
        session.hold();
        var form = Form.of(typed);
        var plan = plan(session, form);
        if (!form.typed("version").equals(String.valueOf(session.version))) {
            typed.putSingle("version", String.valueOf(session.version));
            return Response.status(409).entity(page(session, form, true, null)).build();
        }
        plan.faults(clock.instant()).forEach(form::refuse);
        if (!form.isSound()) return unsound(session, form);
        var seats = Seat.in(session);
        var losing = losing(session, plan, seats);
        var refs = losing.stream().map(l -> l.seat.ref).sorted().collect(Collectors.joining(","));
        if (!form.typed("confirmed").equals("yes") || !form.typed("losing").equals(refs)) {
            var looked =
                    new Looked(plan.when(), plan.place(), plan.joining(), seats.size() - losing.size(), losing, refs);
            return Response.ok(page(session, form, false, looked)).build();
        }
        var before = session.when();
        var by = user.actorIn(session.force);
        var given = new ArrayList<SeatGivenUp>();
        var moved = learners.attempt(form, r -> "day", () -> {
            // giving up a place reads the session anew, so that comes first
            for (var one : losing) given.add(one.seat.giveUp(by, clock));
            return session.move(plan, by, clock);
        });
        if (moved == null) return unsound(session, form);
        given.forEach(deeds::fire);
        losing.forEach(one -> news.lost(one.seat, one.why));
        Seat.in(session).forEach(seat -> news.moved(seat, before));
        news.fill(session);
        flash.say("The session is on " + session.when() + ", " + session.place + ". "
                + Formats.of(seats.size(), "person is", "people are") + " told.");
        return Response.seeOther(URI.create(session.path())).build();
    }

    private static SessionPlan plan(TaughtSession session, Form form) {
        return new SessionPlan(
                Curriculum.current().module(session.module.code).orElseThrow(),
                form.day("day", "Day"),
                form.time("from"),
                form.time("until"),
                session.places,
                form.typed("place"),
                form.typed("joining"));
    }

    /** Who may not come on the new day; nobody where the day stays. */
    private List<Losing> losing(TaughtSession session, SessionPlan plan, List<Seat> seats) {
        if (plan.day().equals(session.day())) return List.of();
        var people = seats.stream().map(s -> s.volunteer).toList();
        var trainings = TrainingRecord.of(people, Curriculum.current(), LocalDate.now(clock));
        var losing = new ArrayList<Losing>();
        for (var seat : seats) {
            Seat.refusal(session, plan.day(), trainings.get(seat.volunteer.id), clock.instant())
                    .ifPresent(refused -> losing.add(new Losing(seat, Learners.sentence(refused))));
        }
        return losing;
    }

    private Response unsound(TaughtSession session, Form form) {
        return Response.status(422).entity(page(session, form, false, null)).build();
    }

    private TaughtSession session(String slug, String ref) {
        return TaughtSession.of(user.force(slug, Permission.RECORD_TRAINING), ref)
                .orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(TaughtSession session, Form form, boolean stale, Looked looked) {
        var head = SessionHead.of(session, clock.instant());
        return new change(head, !head.begun() && session.calledOffAt == null, form, stale, looked);
    }
}
