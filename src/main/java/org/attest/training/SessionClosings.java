package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attest.audit.Deed;
import org.attest.security.Account;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * Closing a session: what would be recorded for each, to look at, then the deed. All results are recorded or none: while one
 * row has a fault, the session stays open and each fault stands beside its row.
 */
@Path("/forces/{slug}/sessions/{ref}/closing")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RECORD_TRAINING)
public class SessionClosings {

    @Inject
    CurrentUser user;

    @Inject
    Learners learners;

    @Inject
    TrainingNews news;

    @Inject
    SessionNews sessionNews;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * What closing does for one person.
     *
     * @param what in a sentence
     * @param fault why it cannot be done; null where it can
     */
    record Row(Seat seat, String what, String fault) {}

    /** @param cannot why the session cannot be closed, whatever its rows; null where it can */
    record close(SessionHead head, String assessor, List<Row> rows, int faults, String cannot, Form form)
            implements TemplateInstance {}

    /** What is recorded, of which version, by whom assessed. */
    private record Terms(
            ModuleVersion version, Account assessor, Assessors assessors, Map<Long, TrainingRecord> trainings) {}

    @GET
    public TemplateInstance page(@PathParam("slug") String slug, @PathParam("ref") String ref) {
        var session = session(slug, ref);
        var seats = Seat.placed(session);
        return page(session, terms(session, seats), seats, Form.blank());
    }

    @POST
    public Response close(@PathParam("slug") String slug, @PathParam("ref") String ref) {
        var session = session(slug, ref);
        // people before the session, as whoever books holds them
        Volunteer.locked(Seat.placed(session).stream().map(s -> s.volunteer.ref).toList());
        session.hold();
        var seats = Seat.placed(session);
        var terms = terms(session, seats);
        var form = Form.blank();
        for (var seat : seats) {
            var fault = fault(session, terms, seat);
            if (fault != null) form.refuse("row-" + seat.ref, seat.volunteer.fullName + ": " + fault);
        }
        var by = user.actorIn(session.force);
        var earned = new ArrayList<QualificationEarned>();
        var closed = learners.attempt(form, r -> "closing", () -> {
            var deed = session.close(by, clock);
            for (var seat : seats) {
                if (seat.outcome != SessionOutcome.PASSED) continue;
                var one = Qualification.record(
                        terms.trainings.get(seat.volunteer.id), terms.version, result(session, terms, seat), by, clock);
                seat.qualification = one.qualification();
                earned.add(one);
            }
            return deed;
        });
        if (closed == null) {
            return Response.status(422)
                    .entity(page(session, terms, seats, form))
                    .build();
        }
        earned.forEach(one -> {
            deeds.fire(one);
            news.earned(one.qualification());
        });
        // read anew: the fails of this session count from now on
        var after = terms(session, seats);
        for (var seat : seats) tell(session, after, seat);
        flash.say("The session is closed. " + Formats.of(earned.size(), "result counts", "results count") + " now.");
        return Response.seeOther(URI.create(session.path())).build();
    }

    private void tell(TaughtSession session, Terms terms, Seat seat) {
        if (seat.outcome == SessionOutcome.NO_SHOW) sessionNews.missed(seat);
        if (seat.outcome != SessionOutcome.NOT_PASSED) return;
        sessionNews.failed(seat, terms.trainings.get(seat.volunteer.id).isWithCoordinator(session.module.code));
    }

    private Terms terms(TaughtSession session, List<Seat> seats) {
        var assessors = Assessors.in(session.force);
        var people = seats.stream().map(s -> s.volunteer).toList();
        return new Terms(
                ModuleVersion.taughtOn(session.module.code, session.day()).orElseThrow(),
                session.assessorRef == null ? null : assessors.all().get(session.assessorRef),
                assessors,
                TrainingRecord.of(people, Curriculum.current(), LocalDate.now(clock)));
    }

    private static Result result(TaughtSession session, Terms terms, Seat seat) {
        return new Result(
                session.day(),
                seat.percent,
                terms.assessor,
                "Register of the session of " + Formats.inWords(session.day()) + ", " + Formats.grouped(session.ref),
                true);
    }

    /** Why the row cannot be recorded; null where it can. */
    private String fault(TaughtSession session, Terms terms, Seat seat) {
        var module = terms.version.document();
        if (learners.isOwn(seat.volunteer)) return "a colleague has to close it, because this is your own result";
        if (seat.outcome == null) return "no result yet";
        boolean marked = module.pass().kind() == Pass.Kind.SCORE && seat.percent != null;
        if (seat.outcome != SessionOutcome.PASSED) {
            return seat.outcome == SessionOutcome.NOT_PASSED
                            && marked
                            && module.pass().isReachedBy(seat.percent)
                    ? "a mark of " + seat.percent + "% passes (training rule 3)"
                    : null;
        }
        try {
            terms.assessors.refuseUnlessIndependent(module, terms.assessor, seat.volunteer);
            Qualification.refuseUnlessEarned(
                    terms.trainings.get(seat.volunteer.id), module, result(session, terms, seat), LocalDate.now(clock));
            return null;
        } catch (Refused refused) {
            return Learners.sentence(refused);
        }
    }

    private TemplateInstance page(TaughtSession session, Terms terms, List<Seat> seats, Form form) {
        var lastDay = terms.version.document().term().lastDay(session.day());
        var valid = lastDay == null ? "Passed, does not expire" : "Passed, valid until " + Formats.inWords(lastDay);
        var rows = seats.stream()
                .map(seat -> new Row(
                        seat,
                        (seat.outcome == SessionOutcome.PASSED ? valid : seat.outcomeWords())
                                + (seat.percent == null ? "" : ", " + seat.percent + "%"),
                        fault(session, terms, seat)))
                .toList();
        return new close(
                SessionHead.of(session, clock.instant()),
                terms.assessor == null ? null : terms.assessor.name,
                rows,
                (int) rows.stream().filter(r -> r.fault != null).count(),
                cannot(session),
                form);
    }

    private String cannot(TaughtSession session) {
        try {
            session.refuseUnlessOpen(clock.instant());
            return null;
        } catch (Refused refused) {
            return Learners.sentence(refused);
        }
    }

    private TaughtSession session(String slug, String ref) {
        return TaughtSession.of(user.force(slug, Permission.RECORD_TRAINING), ref)
                .orElseThrow(NotFoundException::new);
    }
}
