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
import java.util.List;
import org.attest.security.Permission;
import org.attest.volunteer.Pause;
import org.attest.volunteer.PauseReason;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Refused;
import org.attest.web.Wording;

/** An application that rests, and that goes on again. */
@Path("/volunteers/{ref}/pause")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Pauses {

    /** Days after which a pause is usually looked at again. */
    static final int USUAL_REVIEW_DAYS = 28;

    @Inject
    AtHand atHand;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param lasting the pause that lasts, which can only be ended; null where a new one can begin
     * @param before the pauses that ended
     * @param cannot why none can begin; null where one can, or one lasts
     */
    record pause(Head head, Form form, Pause lasting, List<Pause> before, List<Option> reasons, String cannot)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "pause");
        var today = LocalDate.now(clock);
        return page(
                person,
                Form.blank()
                        .withDay("startsOn", today)
                        .withDay("reviewOn", today.plusDays(USUAL_REVIEW_DAYS))
                        .withDay("backOn", today));
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var reason = form.choice("reason", PauseReason.class, "Choose why the application rests");
        var from = form.requiredDay("startsOn", "First paused day");
        var review = form.requiredDay("reviewOn", "Review day");
        var note = form.typed("note");
        atHand.attempt(
                form, "startsOn", () -> Pause.begin(person, reason, note, from, review, atHand.by(person), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        flash.say(person.called() + " is paused. No clock runs until you say that it goes on.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    @POST
    @Path("end")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var back = form.requiredDay("backOn", "First day on which it goes on");
        atHand.attempt(form, "backOn", () -> Pause.lasting(person)
                .orElseThrow(() -> new Refused(person.called() + " is not paused", ""))
                .end(back, atHand.by(person), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        flash.say(person.called() + " goes on from " + Formats.inWords(back) + ", and so does the clock.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    private TemplateInstance page(Volunteer person, Form form) {
        var today = LocalDate.now(clock);
        var all = Pause.of(person);
        var lasting = all.stream().filter(p -> p.lastDay == null).findFirst().orElse(null);
        var cannot = lasting != null
                ? null
                : Pause.refusal(person, today, today).map(AtHand::sentence).orElse(null);
        return new pause(
                Head.of(person),
                form,
                lasting,
                all.stream().filter(p -> p.lastDay != null).toList(),
                Option.of(PauseReason.class, r -> wording.pauseReason(r.name())),
                cannot);
    }
}
