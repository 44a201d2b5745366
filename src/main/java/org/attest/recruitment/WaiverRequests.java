package org.attest.recruitment;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.security.Permission;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.StageMove;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.Waiver;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** Asking that a criterion of the next stage be waived for one person: with a reason, until a day, for a second person to decide. */
@Path("/volunteers/{ref}/waivers/new")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class WaiverRequests {

    @Inject
    AtHand atHand;

    @Inject
    StageCriteria criteria;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param stage the next one; null where there is none
     * @param unmet what could be waived
     * @param law what is unmet and cannot be
     */
    record ask(Head head, Form form, Stage stage, List<Option> unmet, List<Criterion> law)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref, @QueryParam("criterion") String criterion) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "waiver");
        Map<String, Object> values = new HashMap<>();
        values.put("criterion", criterion);
        return page(person, Form.showing(values));
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var wanted = unmet(person).stream()
                .filter(c -> c.truth().equals(form.typed("criterion")))
                .findFirst()
                .orElse(null);
        if (wanted == null) form.refuse("criterion", "Choose what should be waived");
        var reason = form.required("reason", "Enter why it should be waived", Waiver.LONGEST_REASON);
        var lastDay = form.requiredDay("lastDay", "Last day");
        atHand.attempt(
                form,
                "lastDay",
                () -> Waiver.ask(person, next(person), wanted, reason, lastDay, atHand.by(person), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        flash.say("The waiver is asked for. A second person decides, and until then the criterion is not met.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/stage"))
                .build();
    }

    private static Stage next(Volunteer person) {
        return StageMove.next(person.stage).orElse(null);
    }

    private List<Criterion> unmet(Volunteer person) {
        var next = next(person);
        if (next == null) return List.of();
        return criteria.of(person, next, LocalDate.now(clock)).stream()
                .filter(c -> !c.isMet())
                .toList();
    }

    private TemplateInstance page(Volunteer person, Form form) {
        var unmet = unmet(person);
        return new ask(
                Head.of(person),
                form,
                next(person),
                unmet.stream()
                        .filter(Criterion::waivable)
                        .map(c -> new Option(c.truth(), c.truth() + ": " + c.sentence()))
                        .toList(),
                unmet.stream().filter(c -> !c.waivable()).toList());
    }
}
