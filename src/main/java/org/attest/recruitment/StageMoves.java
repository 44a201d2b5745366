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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.security.Permission;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.StageMove;
import org.attest.volunteer.StagePeriod;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Wording;

/** Moving one person between stages. */
@Path("/volunteers/{ref}/stage")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class StageMoves {

    @Inject
    AtHand atHand;

    @Inject
    StageCriteria criteria;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param next the stage that comes next, whose criteria are shown; null where none does
     * @param waivable whether something that is not met could be waived
     * @param stale the person is in another stage than the form was made for
     */
    record move(
            Head head,
            Form form,
            Stage next,
            List<Criterion> criteria,
            boolean waivable,
            List<Option> targets,
            List<StagePeriod> periods,
            boolean stale)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public Object page(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "stage");
        if (person.stage == Stage.LEFT) {
            return Response.seeOther(URI.create("/volunteers/" + person.ref + "/reopening"))
                    .build();
        }
        Map<String, Object> values = new HashMap<>();
        values.put("was", person.stage);
        return page(
                person,
                Form.showing(values).withDay("onDay", StageMove.dayOffered(person, LocalDate.now(clock))),
                false);
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        if (!form.typed("was").equals(person.stage.name())) {
            typed.putSingle("was", person.stage.name());
            return Response.status(409).entity(page(person, form, true)).build();
        }
        if (person.stage == Stage.LEFT) form.refuse("to", "Who has left is opened again, with a reason");
        var to = form.choice("to", Stage.class, "Choose the stage to move to");
        var day = form.requiredDay("onDay", "Day of the move");
        var reason = form.typed("reason");
        atHand.attempt(form, "to", () -> person.moveTo(to, day, reason, criteria, atHand.by(person), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(person, form, false)).build();
        flash.say(person.called() + " moved to the stage "
                + wording.stage(to.name()).toLowerCase() + " on " + Formats.inWords(day) + ".");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    private TemplateInstance page(Volunteer person, Form form, boolean stale) {
        var today = LocalDate.now(clock);
        var periods = StageChange.periods(person, today);
        var next = StageMove.next(person.stage).orElse(null);
        var asked = next == null ? List.<Criterion>of() : criteria.of(person, next, today);
        return new move(
                Head.of(person),
                form,
                next,
                asked,
                person.stage.isPipeline() && asked.stream().anyMatch(c -> !c.isMet() && c.waivable()),
                targets(person, next),
                periods,
                stale);
    }

    private List<Option> targets(Volunteer person, Stage next) {
        var targets = new ArrayList<Option>();
        if (next != null) targets.add(option(next, "the next stage"));
        StageMove.previous(person.stage).ifPresent(stage -> targets.add(option(stage, "back, as a correction")));
        return targets;
    }

    private Option option(Stage stage, String note) {
        return new Option(stage.name(), wording.stage(stage.name()) + ": " + note);
    }
}
