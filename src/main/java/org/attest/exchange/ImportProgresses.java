package org.attest.exchange;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.attest.exchange.ImportProgress.What;
import org.attest.exchange.OpenImports.Where;
import org.attest.security.Permission;
import org.attest.web.Flash;

/** How far the work on a long file is: the page comes anew by itself, and whoever leaves it finds it again. */
@Path("/imports/{ref}/progress")
@Transactional
@PermissionsAllowed(Permission.IMPORT_PEOPLE)
@Produces(MediaType.TEXT_HTML)
public class ImportProgresses {

    private static final int SECONDS = 5;

    @Inject
    OpenImports imports;

    @Inject
    LongWork work;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param goingOn whether it goes on; else it ended without being done, or nobody is at it any more */
    record progress(Where force, ImportBatch batch, ImportProgress work, boolean goingOn, int seconds)
            implements TemplateInstance {}

    @GET
    public Response show(@PathParam("ref") String ref) {
        var batch = imports.batch(ref);
        var unfinished = ImportProgress.unfinished(batch).orElse(null);
        if (unfinished == null) return OpenImports.see(batch);
        boolean goingOn = unfinished.isGoingOn(clock.instant());
        var page = Response.ok(new progress(Where.of(batch), batch, unfinished, goingOn, SECONDS));
        // works without script, and needs no element that the page of somebody who reads slowly would have too
        return goingOn ? page.header("Refresh", SECONDS).build() : page.build();
    }

    /** Asks for it to be stopped; what was done so far is undone with it. */
    @POST
    @Path("cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("ref") String ref) {
        var batch = imports.batch(ref);
        ImportProgress.unfinished(batch)
                .filter(found -> found.isGoingOn(clock.instant()))
                .ifPresent(found -> {
                    found.cancel();
                    flash.say("It will stop in a moment.");
                });
        return see(batch);
    }

    /** The failure was read: on to where the file was before, or once more from the beginning of that step. */
    @POST
    @Path("again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response again(@PathParam("ref") String ref) {
        var batch = imports.batch(ref);
        var found = ImportProgress.unfinished(batch).orElse(null);
        if (found == null || found.isGoingOn(clock.instant())) return see(batch);
        if (!batch.isOpen()) {
            found.settle();
            return OpenImports.see(batch);
        }
        // what somebody sees next is as things stand now
        var next = found.is(What.READING) ? What.READING : What.CHECKING;
        work.begin(batch, next, null, imports.actorIn(batch.force));
        return see(batch);
    }

    static Response see(ImportBatch batch) {
        return Response.seeOther(URI.create("/imports/" + batch.ref + "/progress"))
                .build();
    }
}
