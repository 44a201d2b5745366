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
import java.util.List;
import org.attest.security.Permission;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.ReopeningReason;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/** Taking somebody up again who had left, with a reason; whoever was refused is shown with that refusal. */
@Path("/volunteers/{ref}/reopening")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Reopenings {

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
     * @param gone whether the person has left at all
     * @param left the leaving
     * @param refusal the newest refusal; null where there was none
     * @param early whether the person was asked to wait before another application, and the day has not come
     */
    record reopen(
            Head head,
            Form form,
            boolean gone,
            StageChange left,
            Refusal refusal,
            boolean early,
            List<Option> targets,
            List<Option> reasons,
            List<Criterion> criteria)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(atHand.shown(ref, Permission.MANAGE_PEOPLE, "reopening"), Form.blank());
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reopen(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var to = form.choice("to", Stage.class, "Choose where it goes on");
        var because = form.choice("because", ReopeningReason.class, "Choose why");
        var note = form.typed("note");
        atHand.attempt(
                form,
                "because",
                () -> person.reopen(
                        to, because, note, criteria.of(person, to, LocalDate.now(clock)), atHand.by(person), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        flash.say(person.called() + " is taken up again, in the stage "
                + wording.stage(to.name()).toLowerCase() + ". The clock of the stage begins anew.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    private TemplateInstance page(Volunteer person, Form form) {
        boolean gone = person.stage == Stage.LEFT;
        var today = LocalDate.now(clock);
        var changes = StageChange.of(person);
        var left = gone ? changes.get(changes.size() - 1) : null;
        var targets = new ArrayList<Option>();
        if (gone) {
            targets.add(new Option(Stage.APPLIED.name(), "From the beginning, in the stage applied"));
            if (left.from != null && left.from != Stage.APPLIED) {
                targets.add(new Option(
                        left.from.name(),
                        "Where it ended, in the stage "
                                + wording.stage(left.from.name()).toLowerCase()));
            }
        }
        var refusal = Refusal.newest(person).orElse(null);
        return new reopen(
                Head.of(person),
                form,
                gone,
                left,
                refusal,
                refusal != null && refusal.reapplyFrom.isAfter(today),
                targets,
                Option.of(ReopeningReason.class, r -> wording.reopeningReason(r.name())),
                gone ? criteria.of(person, Stage.APPLIED, today) : List.of());
    }
}
