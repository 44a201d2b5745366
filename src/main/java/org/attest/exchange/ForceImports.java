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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.FileColumn;
import org.attest.web.Csv;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Paging;
import org.attest.web.Refused;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The files a force has handed in, and handing one in. */
@Path("/forces/{slug}/imports")
@Transactional
@TransactionConfiguration(timeout = Imports.LONGEST_SECONDS)
@PermissionsAllowed(Permission.IMPORT_PEOPLE)
@Produces(MediaType.TEXT_HTML)
public class ForceImports {

    @Inject
    CurrentUser currentUser;

    @Inject
    Limits limits;

    @Inject
    RoomColumns rooms;

    @Inject
    LongWork work;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    record list(Force force, Form form, List<Option> kinds, Paging paging, List<ImportBatch> batches, String limits)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@PathParam("slug") String slug, @QueryParam("page") String page) {
        var force = currentUser.force(slug, Permission.IMPORT_PEOPLE);
        return list(force, Form.showing(Map.of("kind", Kind.APPLICANTS.name())), page);
    }

    private list list(Force force, Form form, String page) {
        var paging = Paging.of(page, ImportBatch.countOf(force));
        return new list(
                force,
                form,
                Option.of(Kind.class, Kind::words),
                paging,
                ImportBatch.of(force, paging.number() - 1, paging.size()),
                (limits.bytes() >> 20) + " MB and " + Formats.withCommas(limits.rows()) + " rows");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response receive(
            @PathParam("slug") String slug, @RestForm("file") FileUpload file, @RestForm("kind") String kind) {
        var force = currentUser.force(slug, Permission.IMPORT_PEOPLE);
        var typed = new MultivaluedHashMap<String, String>();
        typed.putSingle("kind", kind == null ? "" : kind);
        var form = Form.of(typed);
        var chosen = form.choice("kind", Kind.class, "Choose who is in the file");
        if (file == null || (file.fileName() == null || file.fileName().isBlank()) && file.size() == 0) {
            form.refuse("file", "Choose a file");
        }
        if (form.isSound()) {
            try {
                limits.refuseIfTooLarge(file.size());
                var bytes = Files.readAllBytes(file.uploadedFile());
                var by = currentUser.actorIn(force);
                if (chosen == Kind.COMPLETIONS) currentUser.require(Permission.RECORD_TRAINING, force);
                boolean isLong = limits.isLong(bytes.length) && chosen != Kind.COMPLETIONS;
                var batch = isLong
                        ? ImportBatch.receiveLong(force, chosen, file.fileName(), bytes, limits, by, clock)
                        : ImportBatch.receive(
                                force, chosen, file.fileName(), bytes, limits, rooms.columns(chosen), by, clock);
                deeds.fire(new ImportFileReceived(by, batch));
                if (isLong) work.begin(batch, ImportProgress.What.READING, null, by);
                return Response.seeOther(URI.create("/imports/" + batch.ref)).build();
            } catch (Refused e) {
                form.refuse("file", e.sentence());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Response.status(422).entity(list(force, form, null)).build();
    }

    /**
     * The headings Attest understands best, to fill in.
     *
     * @param kind people in service where nothing is said
     */
    @GET
    @Path("template.csv")
    @Produces("text/csv")
    public Response template(@PathParam("slug") String slug, @QueryParam("kind") String kind) {
        currentUser.force(slug, Permission.IMPORT_PEOPLE);
        var of = kind == null ? Kind.VOLUNTEERS : Kind.of(kind).orElseThrow(NotFoundException::new);
        var headings =
                of.sheet(rooms.columns(of)).stream().map(FileColumn::label).toList();
        return Csv.file(
                of == Kind.COMPLETIONS ? "attest-completed-training.csv" : "attest-people.csv", headings, List.of());
    }

    /** Our own sheet of completed training with twenty invented people. */
    @GET
    @Path("completed-training-sample.csv")
    @Produces("text/csv")
    public Response sample(@PathParam("slug") String slug) {
        currentUser.force(slug, Permission.IMPORT_PEOPLE);
        return Csv.file("attest-completed-training-sample.csv", CompletionSample.HEADINGS, CompletionSample.rows());
    }
}
