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
import java.util.LinkedHashMap;
import java.util.List;
import org.attest.force.Reference;
import org.attest.notice.NoticeKind;
import org.attest.notice.Template;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortMessage;
import org.attest.volunteer.CohortMessageLine;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;

/** Writing to everybody of a cohort at once: who gets it and how is shown before and kept afterwards. */
@Path("/cohorts/{ref}/messages")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class CohortMessages {

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    Telling telling;

    @Inject
    Clock clock;

    record list(Cohort cohort, String forceName, List<CohortMessage> messages) implements TemplateInstance {}

    record write(Cohort cohort, String forceName, int people, Form form) implements TemplateInstance {}

    record preview(Cohort cohort, String forceName, String words, List<ResultLine> lines, long reached)
            implements TemplateInstance {}

    record sent(Cohort cohort, String forceName, CohortMessage message, List<ResultLine> lines, long reached)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance all(@PathParam("ref") String ref) {
        var cohort = cohort(ref);
        return new list(cohort, cohort.force.name, CohortMessage.to(cohort));
    }

    @GET
    @Path("new")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(cohort(ref), Form.blank());
    }

    /** Who would get it. Changes nothing. */
    @POST
    @Path("preview")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response preview(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var cohort = cohort(ref);
        var form = Form.of(typed);
        var words = words(form);
        if (!form.isSound())
            return Response.status(422).entity(page(cohort, form)).build();
        var lines = Volunteer.in(cohort).stream()
                .map(v -> line(v, Telling.wayTo(v), "Would get it"))
                .toList();
        return Response.ok(new preview(cohort, cohort.force.name, words, lines, reached(lines)))
                .build();
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var cohort = cohort(ref);
        var form = Form.of(typed);
        var words = words(form);
        var ways = new LinkedHashMap<Volunteer, Telling.Way>();
        Volunteer.in(cohort).forEach(v -> ways.put(v, Telling.wayTo(v)));
        var by = currentUser.actorIn(cohort.force);
        var done = atHand.attempt(form, "words", () -> CohortMessage.send(cohort, words, ways, by, clock));
        if (done == null) return Response.status(422).entity(page(cohort, form)).build();
        ways.keySet()
                .forEach(person -> telling.tell(
                        person,
                        NoticeKind.NEWS,
                        by.name() + " has written to everybody in the cohort " + cohort.name,
                        "/me/cohorts",
                        Template.COHORT_NEWS));
        return Response.seeOther(URI.create("/cohorts/" + cohort.ref + "/messages/" + done.message().ref))
                .build();
    }

    @GET
    @Path("{message}")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance sent(@PathParam("ref") String ref, @PathParam("message") String message) {
        var cohort = cohort(ref);
        var found = CohortMessage.byRef(cohort, Reference.normalise(message)).orElseThrow(NotFoundException::new);
        var lines = CohortMessageLine.of(found).stream()
                .map(l -> line(l.volunteer, l.way, "Was told"))
                .toList();
        return new sent(cohort, cohort.force.name, found, lines, reached(lines));
    }

    private static String words(Form form) {
        var fault = CohortMessage.fault(form.typed("words"));
        if (fault != null) form.refuse("words", fault);
        return form.typed("words");
    }

    private static ResultLine line(Volunteer person, Telling.Way way, String verb) {
        return switch (way) {
            case ACCOUNT -> ResultLine.of(person, verb + " in Attest, and by e-mail in the digest of the day", true);
            case EMAIL ->
                ResultLine.of(
                        person,
                        verb + " by e-mail that there is a message, but has no account to read it: call",
                        false);
            default -> ResultLine.of(person, "Has no account and no address: call or write a letter", false);
        };
    }

    private static long reached(List<ResultLine> lines) {
        return lines.stream().filter(ResultLine::going).count();
    }

    private static TemplateInstance page(Cohort cohort, Form form) {
        return new write(cohort, cohort.force.name, Volunteer.in(cohort).size(), form);
    }

    private Cohort cohort(String ref) {
        var cohort = Cohort.byRef(Reference.normalise(ref)).orElseThrow(NotFoundException::new);
        currentUser.require(Permission.MANAGE_PEOPLE, cohort.force);
        return cohort;
    }
}
