package org.attest.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.util.List;
import org.attest.exchange.OpenImports.Where;
import org.attest.exchange.Undoing.Later;
import org.attest.exchange.Undoing.Reach;
import org.attest.security.Permission;
import org.attest.volunteer.Texts;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;

/** Undoes an import as a whole: first a page that says what would go, or who and what stands in the way; then the deed. */
@Path("/imports/{ref}/undoing")
@Transactional(Transactional.TxType.NOT_SUPPORTED)
@PermissionsAllowed(Permission.IMPORT_PEOPLE)
@Produces(MediaType.TEXT_HTML)
public class ImportUndoings {

    private static final int NAMED = 25;
    private static final int LONGEST_REASON = 500;

    @Inject
    OpenImports imports;

    @Inject
    Undoing undoing;

    @Inject
    Flash flash;

    /** @param later what stands in the way; empty where nothing does */
    record undo(Where force, ImportBatch batch, Form form, Reach reach, List<Later> later, int named)
            implements TemplateInstance {}

    @GET
    public Response ask(@PathParam("ref") String ref) {
        return inTransaction(() -> {
            var batch = imports.batch(ref);
            if (!batch.isCommitted()) return imports.already(batch);
            return Response.ok(page(batch, Form.blank())).build();
        });
    }

    private undo page(ImportBatch batch, Form form) {
        return new undo(Where.of(batch), batch, form, undoing.reach(batch), undoing.later(batch, NAMED), NAMED);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        try {
            return inTransaction(() -> undo(imports.batch(ref), form));
        } catch (RuntimeException e) {
            var sentence = sentence(e);
            if (sentence == null) throw e;
            form.refuse("because", sentence);
            return inTransaction(() -> {
                var batch = imports.batch(ref);
                if (!batch.isCommitted()) return imports.already(batch);
                return Response.status(Conflicts.refusal(e) == null ? 409 : 422)
                        .entity(page(batch, form))
                        .build();
            });
        }
    }

    private Response undo(ImportBatch batch, Form form) {
        if (!batch.locked().isCommitted()) return imports.already(batch);
        var because = Texts.line(form.typed("because"));
        var wrong = because == null ? "Enter why this import is undone" : Texts.fault(because, LONGEST_REASON, false);
        if (wrong != null) {
            form.refuse("because", wrong);
            return Response.status(422).entity(page(batch, form)).build();
        }
        var reach = undoing.undo(batch, because, imports.actorIn(batch.force));
        flash.say(
                batch.isCompletions()
                        ? Formats.of(reach.withdrawn(), "result is", "results are") + " revoked."
                        : Formats.of(reach.withdrawn(), "person", "people") + " went with it, and the details of "
                                + Formats.of(reach.putBack(), "person are", "people are") + " what they were.");
        return OpenImports.see(batch);
    }

    private static String sentence(Throwable e) {
        var refused = Conflicts.refusal(e);
        if (refused != null) return refused.sentence();
        return Conflicts.isClash(e)
                ? "Somebody is at work on a person of this file, or a record depends on one. Nothing was undone"
                : null;
    }

    private interface Work {
        Response done();
    }

    private static Response inTransaction(Work work) {
        return QuarkusTransaction.requiringNew()
                .timeout(Imports.LONGEST_SECONDS)
                .call(work::done);
    }
}
