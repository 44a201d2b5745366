package org.attest.training;

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
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Texts;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Refused;

/** Recording that a person has passed a module taught elsewhere, or has learned the same before: what is to be recorded, its dates to look at, then the deed. */
@Path("/volunteers/{ref}/training/results")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RECORD_TRAINING)
public class TrainingResults {

    @Inject
    Learners learners;

    @Inject
    TrainingNews news;

    @Inject
    TrainingSettings settings;

    @Inject
    CurrentUser user;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * What would be recorded, of which version, and until when it would hold.
     *
     * @param lastDay null when it does not expire
     * @param example the same with the dates of its renewal
     */
    record Checked(ModuleDocument module, int number, Result result, LocalDate lastDay, String example) {}

    /** What the second page carries over from the first. */
    private static final List<String> KEPT = List.of(
            "module",
            "earnedOn-day",
            "earnedOn-month",
            "earnedOn-year",
            "mark",
            "assessor",
            "evidence",
            "verified",
            "prior",
            "priorOn-day",
            "priorOn-month",
            "priorOn-year");

    /**
     * @param checked null until everything is entered that is needed
     * @param priorMonths how old evidence of prior learning may be
     */
    record form(
            LearnerHead head,
            Form form,
            List<Option> modules,
            List<Option> assessors,
            Checked checked,
            int priorMonths,
            List<String> kept)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref, @QueryParam("module") String code) {
        var person = learners.shown(ref, Permission.RECORD_TRAINING, "training results");
        var values = new HashMap<String, String>();
        values.put("module", code);
        values.put("assessor", user.actorIn(person.force).ref());
        return page(person, Form.showing(values), Assessors.in(person.force), null);
    }

    /** The dates first; only what comes back with {@code confirmed} is done. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = learners.held(ref, Permission.RECORD_TRAINING);
        var form = Form.of(typed);
        var assessors = Assessors.in(person.force);
        var earnedOn = form.requiredDay("earnedOn", "Day it was passed");
        var version = earnedOn == null
                ? null
                : ModuleVersion.taughtOn(form.typed("module"), earnedOn)
                        .filter(v -> v.document().isRecordedByHand() || isPrior(form) && mayBePrior(v.document()))
                        .orElse(null);
        if (earnedOn != null && version == null) form.refuse("module", "Choose a module of the list");
        var result = result(form, earnedOn, version, assessors);
        if (!form.isSound()) return unsound(person, form, assessors);
        var module = version.document();
        var training = TrainingRecord.of(person, Curriculum.current(), LocalDate.now(clock));
        if (!form.typed("confirmed").equals("yes")) {
            try {
                refuse(person, module, assessors, result);
                Qualification.refuseUnlessEarned(training, module, result, LocalDate.now(clock));
            } catch (Refused refused) {
                form.refuse(beside(refused), Learners.sentence(refused));
                return unsound(person, form, assessors);
            }
            var lastDay = module.term().lastDay(earnedOn);
            var example = module.term().example(earnedOn);
            return Response.ok(page(
                            person, form, assessors, new Checked(module, version.number, result, lastDay, example)))
                    .build();
        }
        var earned = learners.attempt(form, TrainingResults::beside, () -> {
            refuse(person, module, assessors, result);
            return Qualification.record(training, version, result, learners.by(person), clock);
        });
        if (earned == null) return unsound(person, form, assessors);
        news.earned(earned.qualification());
        flash.say(module.label() + " of " + person.called() + " is recorded"
                + (earned.qualification().lastDay == null
                        ? "."
                        : ", valid until " + Formats.inWords(earned.qualification().lastDay) + "."));
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/training"))
                .build();
    }

    private Result result(Form form, LocalDate earnedOn, ModuleVersion version, Assessors assessors) {
        var mark = mark(form, "mark");
        boolean scored = version != null && version.document().pass().kind() == Pass.Kind.SCORE;
        if (version != null && !scored && mark != null) {
            form.refuse("mark", "This module gives no mark: leave it empty");
        }
        var evidence = Texts.line(form.typed("evidence"));
        var wrong = Texts.fault(evidence, Qualification.LONGEST_EVIDENCE, false);
        if (wrong != null) form.refuse("evidence", wrong);
        boolean verified = form.ticked("verified", "yes");
        if (verified && evidence == null) form.refuse("evidence", "Enter what you have seen");
        return new Result(
                earnedOn, mark, assessors.chosen(form, "assessor"), evidence, verified, prior(form, evidence));
    }

    /** What was learned elsewhere; null where the module itself was passed. */
    private PriorLearning prior(Form form, String evidence) {
        if (!isPrior(form)) {
            if (form.day("priorOn", "Day of the evidence") != null) {
                form.refuse("priorOn", "Tick that it is prior learning, or leave this day empty");
            }
            return null;
        }
        if (evidence == null) form.refuse("evidence", "Name what shows the prior learning");
        var shownOn = form.requiredDay("priorOn", "Day of the evidence");
        return shownOn == null ? null : new PriorLearning(shownOn, settings.priorLearningMonths());
    }

    private static boolean isPrior(Form form) {
        return form.ticked("prior", "yes");
    }

    /** Whether something learned elsewhere can take its place: also of what is otherwise passed in Attest alone. */
    private static boolean mayBePrior(ModuleDocument module) {
        return !module.isRetired() && module.pass().isGivenByHand();
    }

    /** A mark of a hundred, with or without its sign; null for none, and with a refusal for what is none. */
    static Integer mark(Form form, String field) {
        var text = form.text(field);
        if (text == null) return null;
        var digits = text.replaceAll("\\s*%$", "");
        int mark = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
        if (mark >= 0 && mark <= 100) return mark;
        form.refuse(field, "Enter the mark as a whole number from 0 to 100");
        return null;
    }

    private static void refuse(Volunteer person, ModuleDocument module, Assessors assessors, Result result) {
        if (person.stage == Stage.LEFT) throw new Refused(person.called() + " has left", "");
        assessors.refuseUnlessIndependent(module, result.assessor(), person);
    }

    private static String beside(Refused refused) {
        return switch (refused.rule()) {
            case "training rule 3" -> "mark";
            case "training rule 6" -> "assessor";
            case PriorLearning.RULE -> "priorOn";
            case "" -> "earnedOn";
            default -> "module";
        };
    }

    private Response unsound(Volunteer person, Form form, Assessors assessors) {
        return Response.status(422).entity(page(person, form, assessors, null)).build();
    }

    private TemplateInstance page(Volunteer person, Form form, Assessors assessors, Checked checked) {
        var modules = Curriculum.current().modules().stream()
                .filter(TrainingResults::mayBePrior)
                .map(m -> new Option(m.code(), m.label() + (m.isRecordedByHand() ? "" : ", prior learning only")))
                .toList();
        return new form(
                LearnerHead.of(person),
                form,
                modules,
                assessors.options(),
                checked,
                settings.priorLearningMonths(),
                KEPT);
    }
}
