package org.attest.training;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.attest.security.Permission;
import org.attest.volunteer.Texts;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;

/** How it goes on after a third fail (training rule 3): the coordinator says from when somebody may try again, or that they do not. */
@Path("/volunteers/{ref}/training/modules/{module}/third-fail")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.DECIDE_ATTEMPTS)
public class ThirdFails {

    private static final String AGAIN = "again";
    private static final String STOP = "stop";
    private static final List<Option> CHOICES =
            List.of(new Option(AGAIN, "May try again from a day"), new Option(STOP, "Does not try again"));

    @Inject
    Learners learners;

    @Inject
    TrainingNews news;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param waits whether there is something to decide
     * @param last what was decided last; null for nothing yet
     */
    record decide(
            LearnerHead head,
            ModuleDocument module,
            boolean waits,
            List<TrainingRecord.Fail> fails,
            LocalDate earliest,
            ThirdFailDecision last,
            List<Option> choices,
            Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref, @PathParam("module") String code) {
        var person = learners.shown(ref, Permission.DECIDE_ATTEMPTS, "third fail");
        var training = training(person);
        return page(training, module(training, code), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @PathParam("ref") String ref, @PathParam("module") String code, MultivaluedMap<String, String> typed) {
        var person = learners.held(ref, Permission.DECIDE_ATTEMPTS);
        var training = training(person);
        var module = module(training, code);
        var form = Form.of(typed);
        var choice = form.typed("decision");
        if (!choice.equals(AGAIN) && !choice.equals(STOP)) form.refuse("decision", "Choose how it goes on");
        var from = choice.equals(AGAIN) ? form.requiredDay("from", "The day") : null;
        var reason = Texts.lines(form.typed("reason"));
        if (reason == null) form.refuse("reason", "Enter why");
        var wrong = Texts.fault(reason, ThirdFailDecision.LONGEST_REASON, true);
        if (wrong != null) form.refuse("reason", wrong);
        var decided = learners.attempt(
                form,
                r -> field(training, module),
                () -> ThirdFailDecision.decide(training, module, from, reason, learners.by(person), clock));
        if (decided == null) {
            return Response.status(422).entity(page(training, module, form)).build();
        }
        news.decided(decided.decision(), module);
        flash.say(person.called()
                + (from == null
                        ? " does not try " + module.code() + " again, and is told."
                        : " may try " + module.code() + " again from " + Formats.inWords(from) + ", and is told."));
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/training"))
                .build();
    }

    /** Where a refusal stands: beside the day, unless nothing waits to be decided. */
    private static String field(TrainingRecord training, ModuleDocument module) {
        return training.isWithCoordinator(module.code()) ? "from" : "decision";
    }

    private TrainingRecord training(Volunteer person) {
        return TrainingRecord.of(person, Curriculum.current(), LocalDate.now(clock));
    }

    private static ModuleDocument module(TrainingRecord training, String code) {
        return training.curriculum().module(code.toUpperCase(Locale.ROOT)).orElseThrow(NotFoundException::new);
    }

    private static TemplateInstance page(TrainingRecord training, ModuleDocument module, Form form) {
        return new decide(
                LearnerHead.of(training.person()),
                module,
                training.isWithCoordinator(module.code()),
                training.fails(module.code()),
                ThirdFailDecision.earliest(training, module),
                training.decision(module.code()).orElse(null),
                CHOICES,
                form);
    }
}
