package org.attest.exchange;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.exchange.ImportBatch.State;
import org.attest.exchange.OpenImports.Where;
import org.attest.security.Permission;
import org.attest.volunteer.BroughtIn;
import org.attest.web.Csv;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Paging;

/**
 * A file that was handed in, as it stands: its columns to be named, its dry run, what it brought, or that it was put aside.
 * Until it is committed nobody's record is another.
 */
@Path("/imports/{ref}")
@Transactional
@PermissionsAllowed(Permission.IMPORT_PEOPLE)
@Produces(MediaType.TEXT_HTML)
public class Imports {

    /** A hundred thousand rows take minutes, not seconds. */
    static final int LONGEST_SECONDS = 1800;

    @Inject
    OpenImports imports;

    @Inject
    MappingPage mappings;

    @Inject
    DryRunPage dryRuns;

    @Inject
    Commit commit;

    @Inject
    Completions completions;

    @Inject
    CompletionPages trainings;

    @Inject
    RoomColumns rooms;

    @Inject
    Limits limits;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** A person a committed file brought or changed; without a name where the import was undone and they went with it. */
    record Brought(int row, boolean isNew, String ref, String name, String stage, String cohortRef, String cohort) {

        static Brought of(BroughtIn row) {
            var person = row.volunteer;
            if (person == null) return new Brought(row.rowNo, true, row.personRef, null, "", null, null);
            return new Brought(
                    row.rowNo,
                    row.isNew,
                    person.ref,
                    person.fullName,
                    Words.of(person.stage),
                    person.cohort == null ? null : person.cohort.ref,
                    person.cohort == null ? null : person.cohort.name);
        }
    }

    record result(Where force, ImportBatch batch, Paging paging, List<Brought> people) implements TemplateInstance {}

    record discarded(Where force, ImportBatch batch) implements TemplateInstance {}

    @GET
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Response show(
            @PathParam("ref") String ref, @QueryParam("show") String show, @QueryParam("page") String page) {
        var batch = imports.batch(ref);
        if (ImportProgress.unfinished(batch).isPresent()) return ImportProgresses.see(batch);
        if (batch.isOpen()) imports.look(batch);
        return Response.ok(page(batch, show, page)).build();
    }

    private TemplateInstance page(ImportBatch batch, String show, String page) {
        return switch (batch.state) {
            case RECEIVED, UPLOADED -> mappings.of(batch);
            case CHECKED -> dryRuns.of(batch, Form.blank(), show, page);
            case COMMITTED, UNDONE -> batch.isCompletions() ? trainings.result(batch, page) : result(batch, page);
            case DISCARDED -> new discarded(Where.of(batch), batch);
        };
    }

    private static result result(ImportBatch batch, String page) {
        var paging = Paging.of(page, BroughtIn.countOf(batch.ref));
        var people = BroughtIn.ofImport(batch.ref, paging.number() - 1, paging.size()).stream()
                .map(Brought::of)
                .toList();
        return new result(Where.of(batch), batch, paging, people);
    }

    @POST
    @Path("discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@PathParam("ref") String ref) {
        var batch = imports.batch(ref).locked();
        if (!batch.isOpen() || ImportProgress.isGoingOn(batch, clock.instant())) return imports.already(batch);
        batch.discard();
        deeds.fire(new ImportFileDiscarded(imports.actorIn(batch.force), batch));
        flash.say(batch.fileName + " is put aside, and its bytes are deleted. Nothing was brought in.");
        return Response.seeOther(URI.create("/forces/" + batch.force.slug + "/imports"))
                .build();
    }

    /** The refused rows, each with its reasons, to be mended and handed in again. */
    @GET
    @Path("refused.csv")
    @Produces("text/csv")
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Response refused(@PathParam("ref") String ref) {
        var batch = imports.batch(ref);
        if (!batch.isChecked() && !batch.isCommitted() && !batch.isUndone()) throw new NotFoundException();
        imports.look(batch);
        var rows = new ArrayList<List<String>>();
        var sheet = batch.sheet(limits);
        if (batch.isCompletions()) {
            completions.look(batch, limits, imports.actorIn(batch.force)).refusedRows(rows::add);
            return Csv.file("refused-" + batch.ref + ".csv", RefusedRows.headings(sheet), rows);
        }
        commit.look(
                batch.force, sheet, batch.mapping(rooms.columns()), imports.actorIn(batch.force), lot -> lot.stream()
                        .filter(row -> row.outcome() == Outcome.REFUSED)
                        .forEach(row -> rows.add(RefusedRows.cells(row, sheet))));
        return Csv.file("refused-" + batch.ref + ".csv", RefusedRows.headings(sheet), rows);
    }

    /** The bytes as they came. */
    @GET
    @Path("file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response file(@PathParam("ref") String ref) {
        var batch = imports.batch(ref);
        if (batch.is(State.DISCARDED)) throw new NotFoundException();
        imports.look(batch);
        return Response.ok(batch.bytes(), MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", Csv.disposition(batch.fileName))
                .header("Cache-Control", "no-store")
                .build();
    }
}
