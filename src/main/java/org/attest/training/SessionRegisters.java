package org.attest.training;

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
import java.util.Objects;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** The register of a session: one form with a result for each who has a place. A draft until the session is closed. */
@Path("/forces/{slug}/sessions/{ref}/register")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RECORD_TRAINING)
public class SessionRegisters {

    private static final String OUTCOME = "outcome-";
    private static final String MARK = "mark-";
    private static final String WAS = "was-";

    @Inject
    CurrentUser user;

    @Inject
    Learners learners;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * Somebody on the register.
     *
     * @param was what was stored when the form was made
     * @param now what is stored, in words
     * @param clashes another desk wrote something else meanwhile
     * @param own why the reader writes nothing here; null where they do
     */
    record Line(
            Seat seat,
            String outcome,
            String mark,
            String wasField,
            String was,
            String now,
            boolean clashes,
            String own) {}

    /** @param cannot why nothing can be written; null where it can */
    record write(
            SessionHead head,
            List<Line> lines,
            boolean clashes,
            List<Option> outcomes,
            List<Option> assessors,
            String cannot,
            Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("slug") String slug, @PathParam("ref") String ref) {
        var session = session(slug, ref);
        var values = new HashMap<String, Object>();
        values.put("assessor", session.assessorRef);
        var seats = Seat.placed(session);
        for (var seat : seats) {
            values.put(OUTCOME + seat.ref, seat.outcome);
            values.put(MARK + seat.ref, seat.percent);
            values.put(WAS + seat.ref, stored(seat));
        }
        return page(session, seats, Form.showing(values), false);
    }

    /** Keeps the draft. Where another desk wrote something else meanwhile, nothing is kept and both are shown. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(
            @PathParam("slug") String slug, @PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var session = session(slug, ref);
        session.hold();
        var form = Form.of(typed);
        var head = SessionHead.of(session, clock.instant());
        var outcomes = SessionOutcome.of(head.module().pass());
        var seats = Seat.placed(session);
        boolean clashes = false;
        var entries = new HashMap<Seat, Entry>();
        for (var seat : seats) {
            if (learners.isOwn(seat.volunteer)) continue;
            var entry = entry(form, seat, outcomes, head.scored());
            entries.put(seat, entry);
            clashes |= clashes(form, seat, entry);
        }
        var assessor = Assessors.in(session.force).chosen(form, "assessor");
        if (form.isSound() && clashes) {
            return Response.status(409).entity(page(session, seats, form, true)).build();
        }
        var by = user.actorIn(session.force);
        var kept = learners.attempt(form, r -> "register", () -> {
            var deed = session.keep(assessor == null ? null : assessor.ref, by, clock);
            entries.forEach((seat, entry) -> seat.enter(entry.outcome, entry.mark));
            return deed;
        });
        if (kept == null) {
            return Response.status(422)
                    .entity(page(session, seats, form, false))
                    .build();
        }
        if (form.typed("then").equals("close")) {
            return Response.seeOther(URI.create(session.path() + "/closing")).build();
        }
        flash.say("The draft is kept. Nothing counts before the session is closed.");
        return Response.seeOther(URI.create(session.path() + "/register")).build();
    }

    private record Entry(SessionOutcome outcome, Integer mark) {}

    private static Entry entry(Form form, Seat seat, List<SessionOutcome> outcomes, boolean scored) {
        var field = OUTCOME + seat.ref;
        SessionOutcome outcome = null;
        if (!form.typed(field).isEmpty()) {
            outcome = outcomes.stream()
                    .filter(o -> o.name().equals(form.typed(field)))
                    .findFirst()
                    .orElse(null);
            if (outcome == null) form.refuse(field, "Choose a result of the list");
        }
        var mark = TrainingResults.mark(form, MARK + seat.ref);
        if (mark != null && !scored) form.refuse(MARK + seat.ref, "This module gives no mark: leave it empty");
        return new Entry(outcome, mark);
    }

    private static boolean clashes(Form form, Seat seat, Entry entry) {
        return !Objects.equals(form.typed(WAS + seat.ref), stored(seat)) && !seat.says(entry.outcome, entry.mark);
    }

    /** What is stored, for a form to say what it was made on. */
    private static String stored(Seat seat) {
        return (seat.outcome == null ? "" : seat.outcome.name()) + "," + (seat.percent == null ? "" : seat.percent);
    }

    private TaughtSession session(String slug, String ref) {
        return TaughtSession.of(user.force(slug, Permission.RECORD_TRAINING), ref)
                .orElseThrow(NotFoundException::new);
    }

    /** @param stale somebody was faster: from now on the form is made on what they wrote */
    private TemplateInstance page(TaughtSession session, List<Seat> seats, Form form, boolean stale) {
        var head = SessionHead.of(session, clock.instant());
        var lines = seats.stream()
                .map(seat -> {
                    boolean clashes = stale && !Objects.equals(form.typed(WAS + seat.ref), stored(seat));
                    return new Line(
                            seat,
                            OUTCOME + seat.ref,
                            MARK + seat.ref,
                            WAS + seat.ref,
                            stale ? stored(seat) : form.typed(WAS + seat.ref),
                            seat.outcomeWords() + (seat.percent == null ? "" : ", " + seat.percent + "%"),
                            clashes,
                            learners.isOwn(seat.volunteer) ? Learners.OWN : null);
                })
                .toList();
        return new write(
                head,
                lines,
                stale,
                SessionOutcome.of(head.module().pass()).stream()
                        .map(o -> new Option(o.name(), o.words()))
                        .toList(),
                Assessors.in(session.force).options(),
                session.closedAt != null
                        ? "The session is closed. A result given in error is revoked on the person’s record."
                        : session.calledOffAt != null
                                ? "The session was called off."
                                : head.begun() ? null : "It has not begun yet: results can be written from then on.",
                form);
    }
}
