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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.security.Permission;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.EligibilityAnswers;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.OccupationRule;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/** What was asked and found about a person's eligibility (vetting rules 12 to 17). */
@Path("/volunteers/{ref}/eligibility")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class EligibilityFindings {

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

    /** @param findings everything found before, oldest first */
    record find(
            Head head,
            Form form,
            List<Criterion> criteria,
            List<Eligibility> findings,
            List<Option> grounds,
            List<Option> yesOrNo,
            List<Option> occupations)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "eligibility");
        return page(person, Eligibility.newest(person).map(this::showing).orElseGet(Form::blank));
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response find(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var answers = new EligibilityAnswers(
                choice(form, "rightToRemain", RightToRemain.class),
                form.day("residentSince", "First day of residence"),
                form.typed("longAbroad").isEmpty() ? null : form.has("longAbroad", "yes"),
                form.ticked("goodConductSeen", "yes"),
                form.typed("occupation"),
                choice(form, "occupationFinding", OccupationFinding.class));
        var before = Eligibility.newest(person).map(Eligibility::answers).orElse(null);
        var occupations = OccupationRule.in(person.force).after(before);
        DetailsForm.refuse(form, answers.faults(occupations, LocalDate.now(clock)));
        if (answers.equals(EligibilityAnswers.NOTHING)) form.refuse("rightToRemain", "Answer at least one question");
        boolean same = answers.equals(before);
        if (form.isSound() && !same) {
            atHand.attempt(
                    form,
                    "rightToRemain",
                    () -> Eligibility.find(person, answers, occupations, atHand.by(person), clock));
        }
        if (!form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        flash.say(
                same
                        ? "Nothing was different, so nothing changed."
                        : "What was found about " + person.called() + "’s eligibility is saved.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    private static <E extends Enum<E>> E choice(Form form, String field, Class<E> type) {
        return form.typed(field).isEmpty() ? null : form.choice(field, type, "Choose one of the list");
    }

    private Form showing(Eligibility found) {
        Map<String, Object> values = new HashMap<>();
        values.put("rightToRemain", found.rightToRemain);
        values.put("longAbroad", found.longAbroad == null ? null : found.longAbroad ? "yes" : "no");
        values.put("goodConductSeen", found.goodConductSeen ? "yes" : null);
        values.put("occupation", found.occupation);
        values.put("occupationFinding", found.occupationFinding);
        return Form.showing(values).withDay("residentSince", found.residentSince);
    }

    private TemplateInstance page(Volunteer person, Form form) {
        return new find(
                Head.of(person),
                form,
                criteria.of(person, Stage.VETTING, LocalDate.now(clock)),
                Eligibility.of(person),
                Option.of(RightToRemain.class, r -> wording.rightToRemain(r.name())),
                List.of(new Option("no", "No"), new Option("yes", "Yes")),
                Option.of(OccupationFinding.class, o -> wording.occupationFinding(o.name())));
    }
}
