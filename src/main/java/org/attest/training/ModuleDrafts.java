package org.attest.training;

import io.quarkus.qute.RawString;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;

/** The draft of a module as a whole: begin it, see what it changes and what is wrong, preview it, publish it, discard it. */
@Path("/training/{code}/draft")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.WRITE_MODULES)
public class ModuleDrafts {

    @Inject
    Learners learners;

    @Inject
    CurrentUser user;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param fewQuestions so few that a second attempt is much like the first */
    record show(
            DraftHead head,
            ModuleDocument module,
            Map<String, String> terms,
            List<String> faults,
            List<String> differences,
            boolean fewQuestions,
            Form form)
            implements TemplateInstance {}

    /** A section as learners read it, with what can be asked about it. */
    record Read(ModuleDocument.Section section, RawString html, List<Asked> questions) {}

    /** A question with each thing it offers, and whether that is right or its place. */
    record Asked(Question question, String kind, List<Offer> offers) {}

    record Offer(String text, String mark) {}

    record preview(DraftHead head, ModuleDocument module, List<Read> sections) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("code") String code) {
        return page(draft(code), Form.blank());
    }

    /** Begins from the version that is published. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@PathParam("code") String code) {
        var standing = published(ModuleVersion.newest(), code.toUpperCase(Locale.ROOT));
        if (standing == null) throw new NotFoundException();
        var form = Form.blank();
        var begun = learners.attempt(
                form,
                r -> "draft",
                () -> ModuleDraft.begin(standing.document(), standing.number, user.actorIn(null), clock));
        // somebody else began it at the same moment: that is the one to write
        if (begun != null) flash.say("The draft is begun. Nothing changes for anybody until it is published.");
        return Response.seeOther(URI.create("/training/" + standing.code() + "/draft"))
                .build();
    }

    @GET
    @Path("preview")
    public TemplateInstance preview(@PathParam("code") String code) {
        var draft = draft(code);
        var module = draft.document();
        return new preview(
                DraftHead.of(draft),
                module,
                module.sections().stream()
                        .map(section -> new Read(
                                section,
                                new RawString(Prose.html(section.text())),
                                module.questions().stream()
                                        .filter(q -> q.section().equals(section.slug()))
                                        .map(ModuleDrafts::asked)
                                        .toList()))
                        .toList());
    }

    @POST
    @Path("publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        var draft = held(code);
        var form = Form.of(typed);
        if (!form.typed("seen").equals(String.valueOf(draft.version))) {
            form.refuse(
                    "publish",
                    draft.savedBy
                            + " changed the draft since you opened this page: look at it again before you publish");
        }
        if (!form.ticked("publish", "yes")) form.refuse("publish", "Tick the box to publish it");
        var newest = ModuleVersion.newest();
        var published = learners.attempt(form, r -> "publish", () -> draft.publish(newest, user.actorIn(null), clock));
        if (published == null)
            return Response.status(422).entity(page(draft, form)).build();
        flash.say("Version " + published.number() + " is published. Attempts that are open stay with theirs.");
        return Response.seeOther(URI.create("/training/" + published.code())).build();
    }

    @POST
    @Path("discarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        var draft = held(code);
        var form = Form.of(typed);
        if (!form.ticked("discard", "yes")) form.refuse("discard", "Tick the box to discard the draft");
        var done = learners.attempt(form, r -> "discard", () -> draft.discard(user.actorIn(null)));
        if (done == null) return Response.status(422).entity(page(draft, form)).build();
        flash.say("The draft is discarded. What is published stays as it is.");
        return Response.seeOther(URI.create(draft.basedOn == 0 ? "/training" : "/training/" + done.code()))
                .build();
    }

    private static TemplateInstance page(ModuleDraft draft, Form form) {
        var newest = ModuleVersion.newest();
        var module = draft.document();
        var standing = published(newest, draft.code);
        return new show(
                DraftHead.of(draft),
                module,
                ModuleTerms.of(module).inWords(),
                draft.faults(newest),
                DraftDifferences.between(standing == null ? null : standing.document(), module),
                module.draw() > 0 && module.questions().size() < 2 * module.draw(),
                form);
    }

    private static ModuleVersion published(List<ModuleVersion> newest, String code) {
        return newest.stream().filter(v -> v.code().equals(code)).findFirst().orElse(null);
    }

    private static Asked asked(Question question) {
        var offers = new ArrayList<Offer>();
        if (question.whatIsWrong() == null) {
            for (int i = 0; i < question.offered().size(); i++) {
                var text = question.offered().get(i);
                offers.add(
                        switch (question.kind()) {
                            case SINGLE, MULTIPLE, SCENARIO ->
                                new Offer(text, question.right().contains(i) ? "Right" : "");
                            case ORDERING -> new Offer(text, "Step " + (i + 1));
                            case MATCHING -> new Offer(question.prompts().get(i) + ": " + text, "Pair");
                        });
            }
        }
        return new Asked(question, question.kind().words(), offers);
    }

    static ModuleDraft draft(String code) {
        return ModuleDraft.of(code.toUpperCase(Locale.ROOT)).orElseThrow(NotFoundException::new);
    }

    static ModuleDraft held(String code) {
        return ModuleDraft.held(code.toUpperCase(Locale.ROOT)).orElseThrow(NotFoundException::new);
    }
}
