package org.attest.recruitment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.StageMove;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Refused;
import org.attest.web.Wording;

/**
 * What is done with the people ticked in the list: first a page that says what would happen to each and changes nothing,
 * then the deed, in one transaction, with a line for each. A reference that is not of the force refuses the whole request.
 */
@Path("/forces/{slug}/moves")
@Transactional
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class MovesTogether {

    private static final int MOST = 100;
    private static final String NEXT = "next";
    private static final String COHORT = "cohort-";

    @Inject
    CurrentUser currentUser;

    @Inject
    StageCriteria criteria;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    /**
     * One person.
     *
     * @param was where the person stood when the line was made, to notice that somebody was faster
     * @param going whether it would happen, or happened
     */
    record Line(String ref, String name, String was, String what, boolean going) {}

    /**
     * @param fault why the whole request is refused; null where it is not
     * @param cohort null for a move to the next stage
     * @param going how many of the lines would happen
     */
    record plan(
            String title,
            Force force,
            Form form,
            String fault,
            Cohort cohort,
            List<Line> lines,
            long going,
            String back)
            implements TemplateInstance {}

    record done(Force force, Cohort cohort, List<Line> lines, long going, String back) implements TemplateInstance {}

    /** What is asked: which people and what. */
    private record Asked(Force force, List<Volunteer> people, Cohort cohort, String fault) {}

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public Response plan(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        var asked = asked(slug, form);
        if (asked.fault != null) return refused(asked, form);
        var free = asked.cohort == null ? 0 : free(asked.cohort);
        var byTarget = criteriaFor(asked);
        var lines = new ArrayList<Line>();
        for (var person : asked.people) {
            var refusal = refusal(asked, person, byTarget, form.typed("reason"));
            if (refusal.isEmpty() && asked.cohort != null && free-- <= 0) {
                refusal = Optional.of(new Refused(asked.cohort.name + " has no place left", ""));
            }
            lines.add(line(person, asked, refusal, false));
        }
        var title = "What would happen to " + Formats.of(lines.size(), "person", "people");
        return Response.ok(new plan(title, asked.force, form, null, asked.cohort, lines, going(lines), back(form)))
                .build();
    }

    @POST
    @Path("done")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public Response move(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        var asked = asked(slug, form);
        if (asked.fault != null) return refused(asked, form);
        var byTarget = criteriaFor(asked);
        var by = currentUser.actorIn(asked.force);
        var lines = new ArrayList<Line>();
        var told = new ArrayList<Deed>();
        for (var person : asked.people) {
            var refusal = moved(person, asked, form.typed("was-" + person.ref))
                    .or(() -> refusal(asked, person, byTarget, form.typed("reason")));
            if (refusal.isEmpty()) {
                try {
                    told.add(
                            asked.cohort == null
                                    ? person.moveTo(
                                            next(person),
                                            LocalDate.now(clock),
                                            form.typed("reason"),
                                            byTarget.getOrDefault(person, List.of()),
                                            by,
                                            clock)
                                    : person.joinCohort(asked.cohort, by, clock));
                } catch (Refused e) {
                    refusal = Optional.of(e);
                }
            }
            lines.add(line(person, asked, refusal, true));
        }
        told.forEach(deeds::fire);
        return Response.ok(new done(asked.force, asked.cohort, lines, going(lines), back(form)))
                .build();
    }

    private Asked asked(String slug, Form form) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var refs =
                form.all("person").stream().map(Reference::normalise).distinct().toList();
        Cohort cohort = null;
        String fault = null;
        var deed = form.typed("deed");
        if (deed.startsWith(COHORT)) {
            cohort = Cohort.byRef(deed.substring(COHORT.length()))
                    .filter(c -> c.force.id.equals(force.id))
                    .orElse(null);
            if (cohort == null) fault = "There is no such cohort in " + force.name + ".";
        } else if (!deed.equals(NEXT)) {
            fault = "Choose what to do with the people you tick.";
        }
        if (refs.isEmpty()) fault = "Nobody is ticked. Go back and tick at least one person.";
        if (refs.size() > MOST) fault = "More than " + MOST + " people are ticked. Go back and tick fewer.";
        var people = fault == null ? Volunteer.byRefs(force, refs) : List.<Volunteer>of();
        if (fault == null && people.size() != refs.size()) {
            fault = "Somebody you ticked is not in the list of " + force.name
                    + ", so nothing was done for anybody. Go back and tick again.";
        }
        if (people.stream().anyMatch(p -> p.accountId != null && p.accountId.equals(currentUser.accountId()))) {
            fault = "You ticked yourself. Nobody changes their own record, so nothing was done for anybody.";
        }
        return new Asked(force, people, cohort, fault);
    }

    private Response refused(Asked asked, Form form) {
        QuarkusTransaction.setRollbackOnly();
        return Response.status(422)
                .entity(new plan("Nothing was changed", asked.force, form, asked.fault, null, List.of(), 0, back(form)))
                .build();
    }

    /** The criteria of each person's next stage: three statements for each stage that people stand in. */
    private Map<Volunteer, List<Criterion>> criteriaFor(Asked asked) {
        Map<Volunteer, List<Criterion>> all = new HashMap<>();
        if (asked.cohort != null) return all;
        for (var stage : Stage.values()) {
            var here = asked.people.stream().filter(p -> p.stage == stage).toList();
            StageMove.next(stage).ifPresent(next -> all.putAll(criteria.of(here, next, LocalDate.now(clock))));
        }
        return all;
    }

    private Optional<Refused> refusal(
            Asked asked, Volunteer person, Map<Volunteer, List<Criterion>> byTarget, String reason) {
        var today = LocalDate.now(clock);
        if (asked.cohort != null) return asked.cohort.refusal(person, today);
        if (StageMove.next(person.stage).isEmpty()) {
            return Optional.of(new Refused(
                    "There is no stage after "
                            + wording.stage(person.stage.name()).toLowerCase(),
                    ""));
        }
        return StageMove.refusal(person, next(person), today, reason, byTarget.getOrDefault(person, List.of()), clock);
    }

    /** Whether somebody was faster since the preview was made. */
    private Optional<Refused> moved(Volunteer person, Asked asked, String was) {
        if (was.equals(standing(person, asked))) return Optional.empty();
        return Optional.of(new Refused(
                asked.cohort == null
                        ? "Moved already: in the stage "
                                + wording.stage(person.stage.name()).toLowerCase() + " since "
                                + Formats.inWords(person.stageSince)
                        : "The cohort is another since you looked",
                ""));
    }

    private static Stage next(Volunteer person) {
        return StageMove.next(person.stage).orElseThrow();
    }

    private long free(Cohort cohort) {
        return cohort.capacity - Cohort.members(List.of(cohort)).getOrDefault(cohort, 0L);
    }

    private static String standing(Volunteer person, Asked asked) {
        if (asked.cohort == null) return person.stage.name();
        return person.cohort == null ? "none" : String.valueOf(person.cohort.id);
    }

    private Line line(Volunteer person, Asked asked, Optional<Refused> refusal, boolean did) {
        var what = refusal.map(AtHand::sentence)
                .orElseGet(() -> asked.cohort != null
                        ? (did ? "Put in cohort " : "Would be put in cohort ") + asked.cohort.name
                        : did
                                ? "Moved to "
                                        + wording.stage(person.stage.name()).toLowerCase()
                                : "Would move from "
                                        + wording.stage(person.stage.name()).toLowerCase() + " to "
                                        + wording.stage(next(person).name()).toLowerCase());
        return new Line(person.ref, person.fullName, standing(person, asked), what, refusal.isEmpty());
    }

    private static long going(List<Line> lines) {
        return lines.stream().filter(Line::going).count();
    }

    /** The question of the list one came from; anything else than one is dropped. */
    private static String back(Form form) {
        var back = form.typed("back");
        return back.matches("\\?[A-Za-z0-9=&%+*._-]{1,1000}") ? back : "";
    }
}
