package org.attest.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.exchange.ImportBatch.State;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Formats;

/** Finds the file of an address, for whoever may bring people in there, and leads back to it. */
@RequestScoped
class OpenImports {

    @Inject
    CurrentUser currentUser;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    /** Where a page of a file stands: the force, as templates need it. */
    record Where(String slug, String name) {
        static Where of(ImportBatch batch) {
            return new Where(batch.force.slug, batch.force.name);
        }
    }

    ImportBatch batch(String ref) {
        var batch = ImportBatch.byRef(ref).orElseThrow(NotFoundException::new);
        currentUser.require(Permission.IMPORT_PEOPLE, batch.force);
        if (batch.isCompletions()) currentUser.require(Permission.RECORD_TRAINING, batch.force);
        return batch;
    }

    Actor actorIn(Force force) {
        return currentUser.actorIn(force);
    }

    /** Somebody looks at the rows of the file: that is a deed. */
    void look(ImportBatch batch) {
        deeds.fire(new ImportFileRead(currentUser.actorIn(batch.force), batch));
    }

    /** To the page of the file, whatever that is by now. */
    static Response see(ImportBatch batch) {
        return Response.seeOther(URI.create("/imports/" + batch.ref)).build();
    }

    /** The file is past this step, or not there yet: nothing is done, and its page says where it is. */
    Response already(ImportBatch batch) {
        if (ImportProgress.unfinished(batch).isPresent()) return ImportProgresses.see(batch);
        flash.say(
                batch.isCommitted()
                        ? "This file was brought in already, on " + Formats.inWords(batch.committedAt) + " by "
                                + batch.committedBy + ". Nothing was done twice."
                        : batch.isUndone()
                                ? "This import was undone on " + Formats.inWords(batch.undoneAt) + " by "
                                        + batch.undoneBy + ". Nothing was done."
                                : batch.is(State.DISCARDED)
                                        ? "This file was put aside. Nothing was done."
                                        : "The columns of this file are not named yet. Nothing was done.");
        return see(batch);
    }
}
