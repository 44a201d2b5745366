package org.attest.recruitment.application;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.Force;
import org.attest.recruitment.DetailsForm;
import org.attest.volunteer.Details;
import org.attest.volunteer.EligibilityAnswers;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.PreCheck;
import org.attest.volunteer.RightToRemain;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/** Would I be eligible? One page of questions for anybody, answered at once; nothing of it is stored (features row 2). */
@Path("/apply/{slug}/eligibility")
@PermitAll
@Transactional
@Produces(MediaType.TEXT_HTML)
public class EligibilityChecks {

    private static final String RULE = "vetting section 6";

    @Inject
    OpenForces forces;

    @Inject
    ApplicationSettings settings;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    record ask(Force force, Form form, List<Option> grounds, List<Option> yesOrNo, int hours)
            implements TemplateInstance {}

    record told(Force force, PreCheck check, boolean open) implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("slug") String slug) {
        return page(forces.at(slug), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var force = forces.at(slug);
        var form = Form.of(typed);
        var today = LocalDate.now(clock);
        var born = form.requiredDay("birthDate", "Birth date");
        var ground = form.choice("rightToRemain", RightToRemain.class, "Choose what applies to you");
        var since = form.requiredDay("residentSince", "Day since which you live here");
        boolean abroad = yes(form, "longAbroad");
        var occupation = form.required(
                "occupation", "Enter your occupation, or what you do instead", EligibilityAnswers.LONGEST_OCCUPATION);
        boolean time = yes(form, "hours");
        boolean politics = yes(form, "politics");
        var rules = forces.rules(force);
        if (born != null) {
            DetailsForm.refuse(
                    form,
                    Details.named("Somebody", null).withBirthDate(born).faults(rules, null, today).stream()
                            .filter(f -> f.field().equals("birthDate"))
                            .toList());
        }
        var occupations = forces.occupations(force);
        var finding =
                occupation == null ? null : occupations.treatmentOf(occupation).orElse(OccupationFinding.NO_CONFLICT);
        var answers = new EligibilityAnswers(ground, since, abroad, false, occupation, finding);
        DetailsForm.refuse(form, answers.faults(occupations, today));
        if (!form.isSound()) {
            return Response.status(422).entity(page(force, form)).build();
        }
        var check = PreCheck.of(born, answers, rules, clock).and(List.of(hours(time), politics(politics)));
        return Response.ok(new told(force, check, forces.takesApplications(force)))
                .build();
    }

    private PreCheck.Reason hours(boolean given) {
        var truth = "Can give " + settings.hoursAMonth() + " hours a month";
        return given
                ? PreCheck.Reason.met(truth, RULE)
                : PreCheck.Reason.stops(
                        truth,
                        RULE,
                        "You can apply when you can give " + settings.hoursAMonth()
                                + " hours in a usual month. Evenings and weekends count.");
    }

    private static PreCheck.Reason politics(boolean active) {
        var truth = "Not active in politics";
        return active
                ? PreCheck.Reason.stops(
                        truth,
                        RULE,
                        "You can apply once you no longer take an active part, or have left the organisation. Voting and"
                                + " holding opinions are no obstacle.")
                : PreCheck.Reason.met(truth, RULE);
    }

    static boolean yes(Form form, String field) {
        if (!form.has(field, "yes") && !form.has(field, "no")) form.refuse(field, "Choose yes or no");
        return form.has(field, "yes");
    }

    private TemplateInstance page(Force force, Form form) {
        return new ask(
                force,
                form,
                Option.of(RightToRemain.class, r -> wording.rightToRemain(r.name())),
                yesOrNo(),
                settings.hoursAMonth());
    }

    static List<Option> yesOrNo() {
        return List.of(new Option("no", "No"), new Option("yes", "Yes"));
    }
}
