package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;

/**
 * One's own attempt: while it is open, its questions and which have no answer yet; once it is handed in, the mark and what to
 * read again. The right answers are on no page.
 */
@Path("/me/training/{code}/attempts/{attempt}")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.SEE_OWN_RECORD)
public class OwnAttempts {

    @Inject
    Studies studies;

    @Inject
    Learners learners;

    @Inject
    TrainingNews news;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param said the answer so far, a line each; empty for none */
    record Asked(int position, String text, List<String> said) {}

    /**
     * A section to read again.
     *
     * @param slug null where the module has no such section any more
     */
    record Again(String title, String slug, int wrong, int asked) {}

    /** @param first position of the first question without an answer; 0 where each has one */
    record check(
            ModuleDocument module,
            Attempt attempt,
            String path,
            List<Asked> asked,
            int left,
            int first,
            Form form,
            WhatNext next)
            implements TemplateInstance {}

    /** @param standing how the module stands with it */
    record result(ModuleDocument module, Attempt attempt, List<Again> again, ModuleStanding standing, WhatNext next)
            implements TemplateInstance {}

    static String path(Attempt attempt) {
        return Studies.path(attempt.moduleCode()) + "/attempts/" + attempt.ref;
    }

    @GET
    public TemplateInstance show(@PathParam("code") String code, @PathParam("attempt") String ref) {
        var person = studies.shown();
        var attempt = Studies.attempt(person, code, ref);
        return attempt.isOpen()
                ? page(attempt, AttemptAnswer.of(attempt), Form.blank())
                : result(person, attempt, AttemptAnswer.of(attempt));
    }

    /** Marks it. What is learned here alone is passed with it; of the others the rest is done in the classroom. */
    @POST
    @Path("handing-in")
    public Response handIn(@PathParam("code") String code, @PathParam("attempt") String ref) {
        var person = studies.held();
        var attempt = Studies.attempt(person, code, ref);
        if (!attempt.isOpen()) {
            flash.say("These answers are handed in already: here is what came of them.");
            return Response.seeOther(URI.create(path(attempt))).build();
        }
        var answers = AttemptAnswer.of(attempt);
        var form = Form.blank();
        var by = learners.by(person);
        var marked = learners.attempt(form, r -> "questions", () -> attempt.handIn(answers, by, clock));
        if (marked == null) {
            return Response.status(422).entity(page(attempt, answers, form)).build();
        }
        if (!attempt.passed) {
            news.failed(attempt, studies.training(person));
        } else if (attempt.moduleVersion.document().isELearningOnly()) {
            var earned = Qualification.earn(attempt, by, clock);
            deeds.fire(earned);
            news.earned(earned.qualification());
        }
        return Response.seeOther(URI.create(path(attempt))).build();
    }

    private static TemplateInstance page(Attempt attempt, List<AttemptAnswer> answers, Form form) {
        var asked = answers.stream()
                .map(answer -> {
                    var one = AskedQuestion.of(attempt, answer);
                    return new Asked(answer.position, one.text(), one.said(answer.given()));
                })
                .toList();
        int left = (int) asked.stream().filter(a -> a.said.isEmpty()).count();
        int first = asked.stream()
                .filter(a -> a.said.isEmpty())
                .mapToInt(Asked::position)
                .findFirst()
                .orElse(0);
        return new check(
                attempt.moduleVersion.document(),
                attempt,
                path(attempt),
                asked,
                left,
                first,
                form,
                new WhatNext(
                        true,
                        "You",
                        left == 0
                                ? "Hand your answers in."
                                : "Answer " + Formats.of(left, "question", "questions") + " more, then hand them in.",
                        "There is no time limit: each answer is kept, and you can go on another day."));
    }

    private TemplateInstance result(Volunteer person, Attempt attempt, List<AttemptAnswer> answers) {
        var module = attempt.moduleVersion.document();
        var training = studies.training(person);
        var now = Studies.module(training, module.code());
        var again = module.sections().stream()
                .map(section -> {
                    var of = answers.stream()
                            .filter(a -> module.question(a.question).section().equals(section.slug()))
                            .toList();
                    int wrong = (int) of.stream().filter(a -> !a.right).count();
                    var slug = now.section(section.slug()).isPresent() ? section.slug() : null;
                    return new Again(section.title(), slug, wrong, of.size());
                })
                .filter(section -> section.wrong > 0)
                .toList();
        return new result(
                module,
                attempt,
                again,
                training.standing(now),
                OwnTraining.next(person, List.of(OwnModule.of(training, now))));
    }
}
