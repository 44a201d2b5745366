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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** What a module's draft asks for and promises. */
@Path("/training/{code}/draft/terms")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.WRITE_MODULES)
public class DraftTerms {

    @Inject
    Learners learners;

    @Inject
    CurrentUser user;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param seen what the form was filled from
     * @param standing what somebody else saved meanwhile, in words by name; null where nobody did
     */
    record edit(
            DraftHead head,
            Form form,
            String seen,
            Map<String, String> standing,
            List<Option> stages,
            List<Option> modes,
            List<Option> passes,
            List<Option> states,
            List<Option> others)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("code") String code) {
        var draft = ModuleDrafts.draft(code);
        return page(draft, ModuleTerms.of(draft.document()).shown(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        var draft = ModuleDrafts.held(code);
        var form = Form.of(typed);
        var standing = ModuleTerms.of(draft.document());
        var terms = ModuleTerms.of(form);
        if (!form.typed("seen").equals(ModuleDraft.seal(standing))) {
            form.refuse(
                    "title",
                    draft.savedBy + " saved this part since you opened it. Save again to put yours in its place");
            return Response.status(422)
                    .entity(page(draft, form, standing.inWords()))
                    .build();
        }
        var saved = terms == null
                ? null
                : learners.attempt(
                        form,
                        r -> "title",
                        () -> draft.save(terms.in(draft.document()), "terms", user.actorIn(null), clock));
        if (saved == null)
            return Response.status(422).entity(page(draft, form, null)).build();
        flash.say("What the module asks for is saved in the draft.");
        return Response.seeOther(URI.create(draft.path())).build();
    }

    private static TemplateInstance page(ModuleDraft draft, Form form, Map<String, String> standing) {
        var others = Curriculum.current().modules().stream()
                .filter(m -> !m.code().equals(draft.code))
                .map(m -> new Option(m.code(), m.label()))
                .toList();
        return new edit(
                DraftHead.of(draft),
                form,
                ModuleDraft.seal(ModuleTerms.of(draft.document())),
                standing,
                Option.of(TrainingStage.class, TrainingStage::words),
                Option.of(ModuleDocument.Mode.class, ModuleDocument.Mode::words),
                Option.of(Pass.Kind.class, Pass.Kind::words),
                Option.of(ModuleDocument.Status.class, ModuleDocument.Status::words),
                others);
    }
}
