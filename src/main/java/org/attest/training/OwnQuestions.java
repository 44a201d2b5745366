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
import java.util.List;
import org.attest.security.Permission;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;

/** A question of one's open attempt, a page for each. An answer is kept at once, and can be changed until all are handed in. */
@Path("/me/training/{code}/attempts/{attempt}/questions/{position}")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.SEE_OWN_RECORD)
public class OwnQuestions {

    @Inject
    Studies studies;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param path address of the attempt
     * @param skip where to go without answering: the next question, or all of them
     * @param was the stored answer as the page writes it down
     * @param stored the stored answer in words, where another window saved another one meanwhile; else empty
     */
    record ask(
            String label,
            String path,
            int position,
            int of,
            String skip,
            AskedQuestion question,
            String was,
            List<String> stored,
            Form form,
            WhatNext next)
            implements TemplateInstance {}

    @GET
    public Response show(
            @PathParam("code") String code, @PathParam("attempt") String ref, @PathParam("position") String typed) {
        var attempt = Studies.attempt(studies.shown(), code, ref);
        if (!attempt.isOpen()) return to(OwnAttempts.path(attempt));
        var answers = AttemptAnswer.of(attempt);
        var answer = at(answers, typed);
        var asked = AskedQuestion.of(attempt, answer);
        return Response.ok(page(attempt, answers, answer, asked, List.of(), asked.form(answer.given())))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @PathParam("code") String code,
            @PathParam("attempt") String ref,
            @PathParam("position") String typed,
            MultivaluedMap<String, String> fields) {
        var attempt = Studies.attempt(studies.held(), code, ref);
        var answers = AttemptAnswer.of(attempt);
        var answer = at(answers, typed);
        if (!attempt.isOpen()) {
            flash.say("These answers are handed in already: nothing was changed.");
            return to(OwnAttempts.path(attempt));
        }
        var asked = AskedQuestion.of(attempt, answer);
        var form = Form.of(fields);
        var given = asked.given(form);
        if (given == null) {
            return Response.status(422)
                    .entity(page(attempt, answers, answer, asked, List.of(), form))
                    .build();
        }
        var stored = asked.stamp(answer.given());
        if (!stored.equals(form.typed("was")) && !stored.equals(asked.stamp(given))) {
            return Response.status(409)
                    .entity(page(attempt, answers, answer, asked, asked.said(answer.given()), form))
                    .build();
        }
        answer.keep(given, clock);
        return to(onwards(attempt, answers, answer));
    }

    /** The next question that has no answer, from this one on and round; all of them where each has one. */
    private static String onwards(Attempt attempt, List<AttemptAnswer> answers, AttemptAnswer from) {
        for (int i = 0; i < answers.size(); i++) {
            var one = answers.get((from.position + i) % answers.size());
            if (!one.isAnswered()) return OwnAttempts.path(attempt) + "/questions/" + one.position;
        }
        return OwnAttempts.path(attempt);
    }

    private static AttemptAnswer at(List<AttemptAnswer> answers, String typed) {
        return answers.stream()
                .filter(answer -> String.valueOf(answer.position).equals(typed))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    private static TemplateInstance page(
            Attempt attempt,
            List<AttemptAnswer> answers,
            AttemptAnswer answer,
            AskedQuestion asked,
            List<String> stored,
            Form form) {
        int left = (int) answers.stream().filter(a -> !a.isAnswered()).count();
        return new ask(
                attempt.moduleVersion.document().label(),
                OwnAttempts.path(attempt),
                answer.position,
                attempt.questions,
                answer.position < attempt.questions
                        ? OwnAttempts.path(attempt) + "/questions/" + (answer.position + 1)
                        : OwnAttempts.path(attempt),
                asked,
                asked.stamp(answer.given()),
                stored,
                form,
                new WhatNext(
                        true,
                        "You",
                        left == 0
                                ? "Look at your answers and hand them in."
                                : "Answer " + Formats.of(left, "question", "questions") + " more, then hand them in.",
                        "There is no time limit: each answer is kept, and you can go on another day."));
    }
}
