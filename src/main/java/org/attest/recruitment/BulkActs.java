package org.attest.recruitment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.PauseReason;
import org.attest.volunteer.RefusalReason;
import org.attest.volunteer.StageTargets;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Wording;

/**
 * What is done to many people in one go: first a page that says what would happen to each and changes nothing, then the
 * act, in one transaction, with a line for each. A reference that is not of the force refuses the whole request.
 */
@Path("/forces/{slug}/bulk-acts")
@Transactional
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class BulkActs {

    static final int MOST = 500;
    private static final int SHOWN = 100;

    @Inject
    CurrentUser currentUser;

    @Inject
    ActingTogether acting;

    @Inject
    PeopleList people;

    @Inject
    StageTargets targets;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    /**
     * One person.
     *
     * @param was where the person stood when the line was made and what is to be done, as the form sends it back
     * @param going whether it would happen, or happened
     */
    record Line(String ref, String name, String was, String what, boolean going) {}

    record list(Force force, List<BulkAct> acts) implements TemplateInstance {}

    /**
     * @param fault why the whole request is refused; null where it is not
     * @param deed what is done, where it is the same for all; null where each has their own
     * @param reasons to choose from where the deed needs one and the lines name none
     * @param pauses whether somebody would be paused, so that a review day is needed
     * @param refuses whether somebody would be refused and gets a letter
     * @param going how many of the lines would happen
     */
    record plan(
            String title,
            Force force,
            Form form,
            String fault,
            BulkDeed deed,
            List<Option> reasons,
            boolean pauses,
            boolean refuses,
            List<Line> lines,
            long going,
            String back)
            implements TemplateInstance {}

    /** What is asked: which people and what of each, in the order of their names. */
    private record Asked(Force force, Map<Volunteer, Errand> errands, Map<Volunteer, String> was, String fault) {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance list(@PathParam("slug") String slug) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        return new list(force, BulkAct.of(force, SHOWN));
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public Response plan(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var asked = asked(force, form);
        if (asked.fault != null) return refused(asked, form);
        form.withDay("reviewOn", LocalDate.now(clock).plusDays(Pauses.USUAL_REVIEW_DAYS));
        return Response.ok(page(asked, form)).build();
    }

    @POST
    @Path("done")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public Response act(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var asked = confirmed(force, form);
        if (asked.fault != null) return refused(asked, form);
        var terms = BulkTerms.read(form, asked.errands.values());
        if (!form.isSound())
            return Response.status(422).entity(page(asked, form)).build();
        var told = new ArrayList<Deed>();
        var act = acting.carryOut(force, asked.errands, asked.was, terms, currentUser.actorIn(force), told);
        Volunteer.flush();
        told.forEach(deeds::fire);
        return Response.seeOther(URI.create("/bulk-acts/" + act.ref + query(back(form))))
                .build();
    }

    /** People ticked in a list or on the board, those of a whole column or list, or each with a result of their own. */
    private Asked asked(Force force, Form form) {
        var wanted = new LinkedHashMap<String, Errand>();
        var deed = Errand.of(form.typed("deed"));
        for (var ref : form.all("person")) deed.ifPresent(errand -> wanted.put(Reference.normalise(ref), errand));
        if (!form.typed("all").isEmpty() || !form.all("column").isEmpty()) {
            var filter = PeopleFilter.ofQuery(force, back(form), targets, LocalDate.now(clock));
            var columns = form.all("column");
            var chosen = people.refs(filter, columns, MOST + 1);
            deed.ifPresent(errand -> chosen.forEach(ref -> wanted.put(ref, errand)));
        }
        boolean results = !form.typed("results").isEmpty();
        if (results) {
            for (var ref : form.all("row")) {
                Errand.of(form.typed("do-" + ref)).ifPresent(errand -> wanted.put(Reference.normalise(ref), errand));
            }
        }
        String fault = null;
        if (deed.isEmpty() && !results) fault = "Choose what to do with the people you tick.";
        else if (wanted.isEmpty() && results)
            fault = "Nobody has a result yet. Go back and choose one for at least one person.";
        else if (wanted.isEmpty()) fault = "Nobody is ticked. Go back and tick at least one person.";
        return gathered(force, wanted, Map.of(), fault, false);
    }

    /** Those shown in the preview: {@code REF STANDING ERRAND}. */
    private Asked confirmed(Force force, Form form) {
        var wanted = new LinkedHashMap<String, Errand>();
        var was = new HashMap<String, String>();
        for (var line : form.all("person")) {
            var parts = line.split(" ");
            var errand = parts.length == 3 ? Errand.of(parts[2]) : Optional.<Errand>empty();
            if (errand.isEmpty()) {
                return new Asked(force, Map.of(), Map.of(), "The form is not as it was shown. Go back and begin anew.");
            }
            var ref = Reference.normalise(parts[0]);
            wanted.put(ref, errand.get());
            was.put(ref, parts[1]);
        }
        return gathered(
                force,
                wanted,
                was,
                wanted.isEmpty() ? "Nobody is ticked. Go back and tick at least one person." : null,
                true);
    }

    private Asked gathered(
            Force force, Map<String, Errand> wanted, Map<String, String> was, String wrong, boolean locked) {
        var fault = wrong;
        if (wanted.size() > MOST) fault = "More than " + MOST + " people are ticked. Go back and tick fewer.";
        if (fault != null) return new Asked(force, Map.of(), Map.of(), fault);
        var found = locked
                ? Volunteer.locked(wanted.keySet()).stream()
                        .filter(v -> v.force.id.equals(force.id))
                        .sorted(Comparator.comparing((Volunteer v) -> v.foundBy).thenComparing(v -> v.id))
                        .toList()
                : Volunteer.byRefs(force, wanted.keySet());
        if (found.size() != wanted.size()) {
            fault = "Somebody you ticked is not in the list of " + force.name
                    + ", so nothing was done for anybody. Go back and tick again.";
        }
        if (found.stream().anyMatch(p -> p.accountId != null && p.accountId.equals(currentUser.accountId()))) {
            fault = "You ticked yourself. Nobody changes their own record, so nothing was done for anybody.";
        }
        var unknownCohort = wanted.values().stream()
                .filter(e -> e.deed() == BulkDeed.COHORT)
                .map(Errand::code)
                .distinct()
                .anyMatch(ref -> Cohort.byRef(ref)
                        .filter(c -> c.force.id.equals(force.id))
                        .isEmpty());
        if (unknownCohort) fault = "There is no such cohort in " + force.name + ".";
        var errands = new LinkedHashMap<Volunteer, Errand>();
        var standing = new HashMap<Volunteer, String>();
        for (var person : found) {
            errands.put(person, wanted.get(person.ref));
            standing.put(person, was.get(person.ref));
        }
        return new Asked(force, errands, standing, fault);
    }

    private Response refused(Asked asked, Form form) {
        QuarkusTransaction.setRollbackOnly();
        return Response.status(422)
                .entity(new plan(
                        "Nothing was changed",
                        asked.force,
                        form,
                        asked.fault,
                        null,
                        List.of(),
                        false,
                        false,
                        List.of(),
                        0,
                        back(form)))
                .build();
    }

    private plan page(Asked asked, Form form) {
        var lines = acting.preview(asked.force, asked.errands, BulkTerms.open(LocalDate.now(clock)));
        var distinct = asked.errands.values().stream().distinct().toList();
        var deed = distinct.size() == 1 ? distinct.get(0).deed() : null;
        boolean asksReason = deed != null && distinct.get(0).code().isEmpty();
        return new plan(
                "What would happen to " + Formats.of(lines.size(), "person", "people"),
                asked.force,
                form,
                null,
                deed,
                asksReason ? reasons(deed) : List.of(),
                distinct.stream().anyMatch(e -> e.deed() == BulkDeed.PAUSE),
                distinct.stream().anyMatch(e -> e.deed() == BulkDeed.REFUSE),
                lines,
                lines.stream().filter(Line::going).count(),
                back(form));
    }

    private List<Option> reasons(BulkDeed deed) {
        return switch (deed) {
            case PAUSE -> Option.of(PauseReason.class, r -> wording.pauseReason(r.name()));
            case LEAVE -> Option.of(LeavingReason.class, r -> wording.leavingReason(r.name()));
            case REFUSE ->
                RefusalReason.all().stream()
                        .map(r -> new Option(r.code(), r.words()))
                        .toList();
            default -> List.of();
        };
    }

    /** Where one came from, below the force's own address; anything else than the list, the board or the results is dropped. */
    static String back(Form form) {
        var back = form.typed("back");
        return back.matches("(volunteers|board|outcomes)(\\?[A-Za-z0-9=&%+*._-]{1,1000})?") ? back : "volunteers";
    }

    private static String query(String back) {
        return "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
