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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Texts;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** The questions of a module's draft: write one, take it out. */
@Path("/training/{code}/draft/questions")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.WRITE_MODULES)
public class DraftQuestions {

    private static final String NEW = "new";
    private static final int LONGEST_TEXT = 600;
    private static final int LONGEST_ANSWERS = 3_000;

    @Inject
    Learners learners;

    @Inject
    CurrentUser user;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param id of the question; {@code new} for one to be written
     * @param seen what the form was filled from
     * @param standing what somebody else saved meanwhile; null where nobody did
     */
    record edit(
            DraftHead head,
            Form form,
            String id,
            String seen,
            Question standing,
            List<Option> kinds,
            List<Option> sections)
            implements TemplateInstance {}

    @GET
    @Path("{question}")
    public TemplateInstance page(@PathParam("code") String code, @PathParam("question") String id) {
        var draft = ModuleDrafts.draft(code);
        var question = question(draft, id);
        var values = new LinkedHashMap<String, Object>();
        if (question != null) {
            values.put("kind", question.kind().name());
            values.put("section", question.section());
            values.put("situation", question.situation());
            values.put("text", question.text());
            values.put("answers", AnswerLines.write(question));
            values.put("because", question.because());
        }
        return page(draft, id, Form.showing(values), null);
    }

    @POST
    @Path("{question}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("code") String code, @PathParam("question") String id, MultivaluedMap<String, String> typed) {
        var draft = ModuleDrafts.held(code);
        var form = Form.of(typed);
        var standing = question(draft, id);
        var module = draft.document();
        var question = typed(form, standing == null ? id(module) : id, module);
        if (!form.typed("seen").equals(ModuleDraft.seal(standing))) {
            form.refuse(
                    "text",
                    draft.savedBy + " saved this question since you opened it. Save again to put yours in its place");
            return Response.status(422).entity(page(draft, id, form, standing)).build();
        }
        var saved = question == null
                ? null
                : learners.attempt(
                        form,
                        r -> "text",
                        () -> draft.save(module.withQuestion(question), "question", user.actorIn(null), clock));
        if (saved == null)
            return Response.status(422).entity(page(draft, id, form, null)).build();
        flash.say("The question is saved in the draft.");
        return Response.seeOther(URI.create(
                        form.typed("then").equals("next")
                                ? draft.path() + "/questions/new"
                                : draft.path() + "#questions"))
                .build();
    }

    @POST
    @Path("{question}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("code") String code, @PathParam("question") String id) {
        var draft = ModuleDrafts.held(code);
        var module = draft.document();
        var questions = new ArrayList<>(module.questions());
        if (!questions.removeIf(q -> q.id().equals(id))) throw new NotFoundException();
        learners.attempt(
                Form.blank(),
                r -> "questions",
                () -> draft.save(
                        module.with(module.sections(), questions, module.draw()),
                        "question",
                        user.actorIn(null),
                        clock));
        flash.say("The question is taken out of the draft.");
        return Response.seeOther(URI.create(draft.path() + "#questions")).build();
    }

    private static Question typed(Form form, String id, ModuleDocument module) {
        var kind = form.choice("kind", Question.Kind.class, "Choose the kind of question");
        var section = form.typed("section");
        if (module.section(section).isEmpty()) form.refuse("section", "Choose the section that holds the answer");
        var text = words(form, "text", LONGEST_TEXT, "Enter the question");
        var situation = words(form, "situation", LONGEST_TEXT, null);
        if (kind == Question.Kind.SCENARIO && situation == null) form.refuse("situation", "Enter what has happened");
        if (kind != null && kind != Question.Kind.SCENARIO && situation != null) {
            form.refuse("situation", "Only a scenario begins with a situation: leave it empty, or choose scenario");
        }
        var answers = words(form, "answers", LONGEST_ANSWERS, "Enter the answers, each in a line of its own");
        var because = words(form, "because", LONGEST_TEXT, "Enter what is said after the attempt");
        if (!form.isSound()) return null;
        var lines = AnswerLines.read(kind, answers);
        var question = new Question(
                id,
                kind,
                section,
                situation,
                text,
                lines.options(),
                lines.right(),
                lines.inOrder(),
                lines.pairs(),
                because);
        var fault = question.whatIsWrong();
        if (fault != null) form.refuse("answers", fault);
        return form.isSound() ? question : null;
    }

    private static String words(Form form, String field, int longest, String whatToEnter) {
        var words = Texts.lines(form.typed(field));
        if (words == null && whatToEnter != null) form.refuse(field, whatToEnter);
        var wrong = Texts.fault(words, longest, true);
        if (wrong != null) form.refuse(field, wrong);
        return words;
    }

    /** A name no question of the draft has, nor could have had when the number goes up. */
    private static String id(ModuleDocument module) {
        int number = module.questions().size() + 1;
        while (has(module, "q" + number)) number++;
        return "q" + number;
    }

    private static boolean has(ModuleDocument module, String id) {
        return module.questions().stream().anyMatch(q -> q.id().equals(id));
    }

    /** Null for one to be written. */
    private static Question question(ModuleDraft draft, String id) {
        if (id.equals(NEW)) return null;
        return draft.document().questions().stream()
                .filter(q -> q.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static TemplateInstance page(ModuleDraft draft, String id, Form form, Question standing) {
        return new edit(
                DraftHead.of(draft),
                form,
                id,
                ModuleDraft.seal(question(draft, id)),
                standing,
                Option.of(Question.Kind.class, Question.Kind::words),
                draft.document().sections().stream()
                        .map(s -> new Option(s.slug(), s.title()))
                        .toList());
    }
}
