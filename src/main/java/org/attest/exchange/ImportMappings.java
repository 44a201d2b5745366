package org.attest.exchange;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.attest.exchange.Sheet.Reading;
import org.attest.security.Permission;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.Stage;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Refused;

/** Which column of a file is what: remembered, and offered again for the next file with the same headings. */
@Path("/imports/{ref}/mapping")
@Transactional
@TransactionConfiguration(timeout = Imports.LONGEST_SECONDS)
@PermissionsAllowed(Permission.IMPORT_PEOPLE)
@Produces(MediaType.TEXT_HTML)
public class ImportMappings {

    @Inject
    OpenImports imports;

    @Inject
    MappingPage page;

    @Inject
    Commit commit;

    @Inject
    LongWork work;

    @Inject
    RoomColumns rooms;

    @Inject
    Limits limits;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param anew with what Attest recognises, rather than what was chosen the last time */
    @GET
    public Response columns(@PathParam("ref") String ref, @QueryParam("anew") String anew) {
        var batch = imports.batch(ref);
        if (!batch.isOpen() || ImportProgress.unfinished(batch).isPresent()) return OpenImports.see(batch);
        imports.look(batch);
        return Response.ok(anew == null ? page.of(batch) : page.anew(batch)).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response map(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var batch = imports.batch(ref).locked();
        if (!batch.isOpen() || ImportProgress.isGoingOn(batch, clock.instant())) return imports.already(batch);
        var form = Form.of(typed);
        var otherwise = otherReading(batch, form);
        if (otherwise != null) return otherwise;
        var sheet = batch.sheet(limits);
        var mapping = read(batch, form, sheet);
        if (mapping != null) faults(batch, mapping, sheet).forEach(form::refuse);
        if (!form.isSound()) {
            return Response.status(422)
                    .entity(page.of(batch, form, batch.mappedLike, sheet))
                    .build();
        }
        RememberedMapping.remember(
                batch.force, batch.kind, sheet.headings(), mapping, imports.actorIn(batch.force), clock);
        if (batch.isCompletions()) {
            batch.chooses(mapping);
            return ImportCourses.see(batch);
        }
        if (batch.inBackground) {
            batch.chooses(mapping);
            work.begin(batch, ImportProgress.What.CHECKING, null, imports.actorIn(batch.force));
            return ImportProgresses.see(batch);
        }
        batch.map(mapping);
        batch.found(commit.look(batch.force, sheet, mapping, imports.actorIn(batch.force), lot -> {})
                .counts());
        return OpenImports.see(batch);
    }

    /** Reads the file again where another delimiter or sheet is chosen; null where it is read as before. */
    private Response otherReading(ImportBatch batch, Form form) {
        Reading other;
        String said;
        if (batch.isWorkbook()) {
            var sheet = form.typed("sheet");
            if (sheet.isEmpty() || sheet.equals(batch.sheetName)) return null;
            other = new Reading(null, sheet);
            said = "Read again from the sheet “" + Visible.of(sheet) + "”.";
        } else {
            var delimiter = form.choice("delimiter", Delimiter.class, "Choose what divides the cells");
            if (delimiter == null || delimiter == batch.delimiter) return null;
            other = new Reading(delimiter, null);
            said = "Read again with the " + delimiter.words() + " between cells.";
        }
        try {
            batch.readAs(other, limits, rooms.columns(batch.kind));
        } catch (Refused e) {
            form.refuse(batch.isWorkbook() ? "sheet" : "delimiter", e.sentence());
            return null;
        }
        flash.say(said);
        return Response.seeOther(URI.create("/imports/" + batch.ref + "/mapping"))
                .build();
    }

    private static Map<String, String> faults(ImportBatch batch, Mapping mapping, Sheet sheet) {
        var faults = new TreeMap<String, String>();
        if (!batch.isCompletions()) return mapping.faults(sheet.headings());
        faults.putAll(mapping.twice(sheet.headings()));
        if (faults.isEmpty()) faults.putAll(CompletionField.faults(mapping, sheet));
        return faults;
    }

    private Mapping read(ImportBatch batch, Form form, Sheet sheet) {
        var columns = new LinkedHashMap<FileColumn, Integer>();
        for (var field : rooms.columns(batch.kind).all()) {
            var typed = form.typed(field.name());
            if (typed.isEmpty()) continue;
            if (!typed.matches("\\d{1,3}")
                    || Integer.parseInt(typed) >= sheet.headings().size()) {
                form.refuse(field.name(), field.label() + ": choose a column of the file");
            } else {
                columns.put(field, Integer.valueOf(typed));
            }
        }
        if (batch.isCompletions()) {
            return form.isSound() ? new Mapping(columns, AppointmentType.SPECIAL_CONSTABLE, batch.kind.stage()) : null;
        }
        var type = form.choice("appointmentType", AppointmentType.class, "Choose what rows are that do not say");
        var stage = form.choice("stage", Stage.class, "Choose the stage of rows that do not name one");
        if (stage == Stage.LEFT) form.refuse("stage", "People who have left are not entered anew");
        return form.isSound() ? new Mapping(columns, type, stage) : null;
    }
}
