package org.attest.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;

/** Brings the ticked rows in, in a transaction of its own: when it fails the page is made in another one. */
@Path("/imports/{ref}/commit")
@Transactional(Transactional.TxType.NOT_SUPPORTED)
@PermissionsAllowed(Permission.IMPORT_PEOPLE)
@Produces(MediaType.TEXT_HTML)
public class ImportCommits {

    @Inject
    OpenImports imports;

    @Inject
    DryRunPage dryRuns;

    @Inject
    Commit commit;

    @Inject
    Completions completions;

    @Inject
    Limits limits;

    @Inject
    LongWork work;

    @Inject
    Clock clock;

    @Inject
    Flash flash;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response commit(
            @PathParam("ref") String ref,
            @QueryParam("show") String show,
            @QueryParam("page") String page,
            MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(Imports.LONGEST_SECONDS)
                    .call(() -> bringIn(imports.batch(ref), form));
        } catch (RuntimeException e) {
            var sentence = sentence(e);
            if (sentence == null) throw e;
            return QuarkusTransaction.requiringNew()
                    .timeout(Imports.LONGEST_SECONDS)
                    .call(() -> again(ref, form, show, sentence, Conflicts.refusal(e) == null ? 409 : 422));
        }
    }

    private Response bringIn(ImportBatch batch, Form form) {
        var locked = batch.locked();
        if (!locked.isChecked() || ImportProgress.isGoingOn(locked, clock.instant())) return imports.already(locked);
        ImportChoices.choose(locked, form);
        if (locked.inBackground) {
            work.begin(locked, ImportProgress.What.BRINGING, form.typed("seen"), imports.actorIn(locked.force));
            return ImportProgresses.see(locked);
        }
        ImportBatch.flush(); // the commit locks the batch again and reads what is stored
        var ref = locked.ref;
        if (locked.isCompletions()) return bringInTraining(locked, form);
        var done = commit.commit(locked, form.typed("seen"), limits, imports.actorIn(locked.force));
        var batchNow = imports.batch(ref);
        if (done.isEmpty()) return imports.already(batchNow);
        flash.say(Formats.of(done.get().created(), "new person", "new people") + " came in and "
                + Formats.of(done.get().changed(), "person was", "people were") + " changed.");
        return OpenImports.see(batchNow);
    }

    private Response bringInTraining(ImportBatch batch, Form form) {
        var ref = batch.ref;
        var by = imports.actorIn(batch.force);
        var done = completions.commit(batch, form.typed("seen"), form.ticked("less", "yes"), limits, by);
        if (done.isEmpty()) return imports.already(imports.batch(ref));
        flash.say(Formats.of(done.get().results(), "result", "results") + " of "
                + Formats.of(done.get().people(), "person", "people") + " came in.");
        return OpenImports.see(imports.batch(ref));
    }

    private Response again(String ref, Form form, String show, String sentence, int status) {
        var batch = imports.batch(ref);
        if (!batch.isChecked()) return imports.already(batch);
        imports.look(batch);
        form.refuse("commit", sentence);
        return Response.status(status)
                .entity(dryRuns.of(batch, form, show, null))
                .build();
    }

    /** A sentence for what stopped the commit; null for what nobody foresaw. */
    static String sentence(Throwable e) {
        var refused = Conflicts.refusal(e);
        if (refused != null) return refused.sentence() + ". Nothing was brought in";
        var stale = Conflicts.stale(e);
        if (stale != null) return stale.getMessage() + ". Look at the rows again: they are as they stand now";
        if (!Conflicts.isClash(e)) return null;
        return "Somebody changed a person of this file at the same moment. Nothing was brought in. Look at the rows"
                + " again: they are as they stand now";
    }
}
