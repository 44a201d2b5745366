package org.attest.recruitment.request;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.notice.NoticeKind;
import org.attest.notice.Template;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.GroupOfPeople;
import org.attest.recruitment.ResultLine;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Information;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Wording;

/** The open requests of a force, and asking everybody of a stage or a cohort for what is missing in their record. */
@Path("/forces/{slug}/information-requests")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class RequestsTogether {

    private static final int MOST = 200;
    private static final int DAYS_OFFERED = 14;

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    Telling telling;

    @Inject
    Event<Deed> deeds;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    /** @param reminded day of the last reminder, by the request’s reference */
    record list(
            Force force,
            List<InformationRequest> open,
            Map<String, LocalDate> reminded,
            LocalDate today,
            List<Option> groups,
            Form form)
            implements TemplateInstance {}

    record preview(Force force, Form form, List<ResultLine> lines, long going) implements TemplateInstance {}

    record done(Force force, List<ResultLine> lines, long going) implements TemplateInstance {}

    /** What each would be asked for; nothing where {@code why} says that they would not be asked. */
    private record Lack(List<Information> missing, String why) {}

    private record Asked(Force force, Form form, LocalDate due, Map<Volunteer, Lack> people) {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance list(@PathParam("slug") String slug) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        return page(force, Form.blank().withDay("dueOn", LocalDate.now(clock).plusDays(DAYS_OFFERED)));
    }

    @POST
    @Path("preview")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response preview(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var asked = asked(slug, typed, false);
        if (!asked.form.isSound()) {
            return Response.status(422).entity(page(asked.force, asked.form)).build();
        }
        var lines = lines(asked, "Would be asked for: ");
        return Response.ok(new preview(asked.force, asked.form, lines, going(lines)))
                .build();
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var asked = asked(slug, typed, true);
        var by = currentUser.actorIn(asked.force);
        asked.people.forEach((person, lack) -> {
            if (lack.why != null) return;
            var items = lack.missing.stream()
                    .map(what -> new InformationRequest.Asked(what, null))
                    .toList();
            var done = atHand.attempt(
                    asked.form,
                    "group",
                    () -> InformationRequest.ask(
                            person, items, asked.due, asked.form.typed("message"), by, currentUser.accountId(), clock));
            if (done == null) return;
            done.request().restClock(by, clock).ifPresent(deeds::fire);
            telling.tell(
                    person,
                    NoticeKind.TASK,
                    "Something is missing: send it by " + Formats.inWords(asked.due),
                    "/me/requests/" + done.request().ref,
                    Template.INFORMATION_ASKED);
        });
        if (!asked.form.isSound()) {
            return Response.status(422).entity(page(asked.force, asked.form)).build();
        }
        var lines = lines(asked, "Asked for: ");
        return Response.ok(new done(asked.force, lines, going(lines))).build();
    }

    /** @param holding whether their records are held, so that nobody is asked twice at the same moment */
    private Asked asked(String slug, MultivaluedMap<String, String> typed, boolean holding) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var due = form.requiredDay("dueOn", "Due day");
        if (due != null && !due.isAfter(LocalDate.now(clock))) form.refuse("dueOn", "The due day must be after today");
        var people = GroupOfPeople.chosen(force, form, currentUser.accountId(), MOST);
        if (holding && form.isSound()) {
            var em = Volunteer.getEntityManager();
            people.stream()
                    .sorted(Comparator.comparing(p -> p.id))
                    .forEach(p -> em.refresh(p, LockModeType.PESSIMISTIC_WRITE));
        }
        return new Asked(force, form, due, form.isSound() ? lacks(people) : Map.of());
    }

    /** For all of them in two statements. */
    private Map<Volunteer, Lack> lacks(List<Volunteer> people) {
        var open = InformationRequest.of(people).stream()
                .filter(InformationRequest::isOpen)
                .map(r -> r.volunteer.id)
                .collect(Collectors.toSet());
        var found = new HashMap<Long, Eligibility>();
        Eligibility.newestOf(people).forEach(e -> found.put(e.volunteer.id, e));
        var lacks = new LinkedHashMap<Volunteer, Lack>();
        for (var person : people) {
            var missing = Information.missing(person, found.get(person.id));
            String why = null;
            if (open.contains(person.id)) why = "Has an open request already";
            else if (missing.isEmpty()) why = "Nothing is missing in the record";
            lacks.put(person, new Lack(missing, why));
        }
        return lacks;
    }

    private static List<ResultLine> lines(Asked asked, String verb) {
        var lines = new ArrayList<ResultLine>();
        asked.people.forEach((person, lack) -> lines.add(ResultLine.of(
                person,
                lack.why != null
                        ? lack.why
                        : verb
                                + lack.missing.stream().map(Information::words).collect(Collectors.joining("; "))
                                + (Telling.wayTo(person) == Telling.Way.ACCOUNT
                                        ? ""
                                        : ". Has no account: call, and write the answers down"),
                lack.why == null)));
        return lines;
    }

    private TemplateInstance page(Force force, Form form) {
        var today = LocalDate.now(clock);
        var open = InformationRequest.openIn(force);
        return new list(
                force, open, RequestsDue.reminded(force, open), today, GroupOfPeople.of(force, today, wording), form);
    }

    private static long going(List<ResultLine> lines) {
        return lines.stream().filter(ResultLine::going).count();
    }
}
