package org.attest.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.exchange.ImportBatch.State;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Stage;
import org.attest.web.Csv;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Paging;
import org.attest.web.Refused;
import org.attest.web.Stale;
import org.hibernate.exception.ConstraintViolationException;

/**
 * A file that was handed in: name its columns, see what would become of every row, take the rows. Until the last step nobody's
 * record is another.
 */
@Path("/imports/{ref}")
@Transactional
@PermissionsAllowed(Permission.IMPORT_PEOPLE)
@Produces(MediaType.TEXT_HTML)
public class Imports {

    /** A hundred thousand rows take minutes, not seconds. */
    static final int LONGEST_SECONDS = 1800;

    private static final int SAMPLES = 3;

    @Inject
    CurrentUser currentUser;

    @Inject
    Commit commit;

    @Inject
    Limits limits;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** Where the page stands: the force, as the template needs it. */
    record Where(String slug, String name) {
        static Where of(Force force) {
            return new Where(force.slug, force.name);
        }
    }

    /** A field of ours with the column chosen for it. */
    record Choice(Field field, String samples) {
        public String name() {
            return field.name();
        }

        public String label() {
            return field.label();
        }

        public String hint() {
            return field.hint();
        }
    }

    /** A column of the file with its first values and what it is used for; {@code use} is empty where it is ignored. */
    record Column(String heading, String letters, List<String> samples, String use) {}

    /** One tab of the dry run. */
    record Tab(String name, String title, int count, String meaning, boolean current) {

        /** Whether its rows can be ticked. */
        public boolean isTicking() {
            return name.equals("new") || name.equals("changed");
        }
    }

    /** A row on the page of a dry run. */
    record Line(
            int number,
            String name,
            String ref,
            List<String> said,
            List<CheckedRow.Change> changes,
            List<CellFault> faults,
            boolean ticked) {}

    /** A person a committed file brought or changed. */
    record Brought(int row, boolean isNew, String ref, String name, String stage, String cohortRef, String cohort) {}

    record mapping(
            Where force,
            ImportBatch batch,
            Form form,
            List<Choice> choices,
            List<Option> headings,
            List<Column> columns,
            List<Option> delimiters,
            List<Option> types,
            List<Option> stages,
            List<Cohort> cohorts)
            implements TemplateInstance {}

    record dryRun(
            Where force,
            ImportBatch batch,
            Form form,
            List<Tab> tabs,
            Tab tab,
            List<Line> lines,
            Paging paging,
            int taken,
            int leftOut,
            List<String> ignored,
            String seen)
            implements TemplateInstance {}

    record result(Where force, ImportBatch batch, Paging paging, List<Brought> people) implements TemplateInstance {}

    record discarded(Where force, ImportBatch batch) implements TemplateInstance {}

    // --- one file

    @GET
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public TemplateInstance show(
            @PathParam("ref") String ref, @QueryParam("show") String show, @QueryParam("page") String page) {
        var batch = batch(ref);
        if (batch.isOpen()) look(batch);
        return switch (batch.state) {
            case UPLOADED -> mapping(batch, showing(batch), batch.sheet(limits));
            case CHECKED -> dryRun(batch, Form.blank(), show, page);
            case COMMITTED -> result(batch, page);
            case DISCARDED -> new discarded(Where.of(batch.force), batch);
        };
    }

    @GET
    @Path("mapping")
    public Response columns(@PathParam("ref") String ref) {
        var batch = batch(ref);
        if (!batch.isOpen()) return seeBatch(batch);
        look(batch);
        return Response.ok(mapping(batch, showing(batch), batch.sheet(limits))).build();
    }

    @POST
    @Path("mapping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Response map(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var batch = batch(ref).locked();
        if (!batch.isOpen()) return already(batch);
        var form = Form.of(typed);
        var delimiter = form.choice("delimiter", Delimiter.class, "Choose what divides the cells");
        if (delimiter != null && delimiter != batch.delimiter) {
            try {
                batch.readWith(delimiter, limits);
                flash.say("Read again with the " + delimiter.words() + " between cells.");
                return Response.seeOther(URI.create("/imports/" + batch.ref + "/mapping"))
                        .build();
            } catch (Refused e) {
                form.refuse("delimiter", e.sentence());
            }
        }
        var sheet = batch.sheet(limits);
        var mapping = read(form, sheet);
        if (mapping != null) mapping.faults(sheet.headings()).forEach(form::refuse);
        if (!form.isSound()) {
            return Response.status(422).entity(mapping(batch, form, sheet)).build();
        }
        batch.map(mapping);
        batch.found(commit.look(batch.force, batch.sheet(limits), batch.mapping(), lot -> {})
                .counts());
        return seeBatch(batch);
    }

    private static Mapping read(Form form, Sheet sheet) {
        var columns = new EnumMap<Field, Integer>(Field.class);
        for (var field : Field.values()) {
            var typed = form.typed(field.name());
            if (typed.isEmpty()) continue;
            if (!typed.matches("\\d{1,3}")
                    || Integer.parseInt(typed) >= sheet.headings().size()) {
                form.refuse(field.name(), field.label() + ": choose a column of the file");
            } else {
                columns.put(field, Integer.valueOf(typed));
            }
        }
        var type = form.choice("appointmentType", AppointmentType.class, "Choose what rows are that do not say");
        var stage = form.choice("stage", Stage.class, "Choose the stage of rows that do not name one");
        if (stage == Stage.LEFT) form.refuse("stage", "People who have left are not entered anew");
        return form.isSound() ? new Mapping(columns, type, stage) : null;
    }

    @POST
    @Path("choice")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(
            @PathParam("ref") String ref,
            @QueryParam("show") String show,
            @QueryParam("page") String page,
            MultivaluedMap<String, String> typed) {
        var batch = batch(ref).locked();
        if (!batch.isChecked()) return already(batch);
        choose(batch, Form.of(typed));
        flash.say("Your choice is kept. Nothing is brought in yet.");
        return Response.seeOther(URI.create("/imports/" + batch.ref + address(show, page)))
                .build();
    }

    private static String address(String show, String page) {
        var tab = show != null && show.matches("[a-z]{3,8}") ? show : "new";
        return "?show=" + tab + (page != null && page.matches("[1-9]\\d{0,6}") ? "&page=" + page : "");
    }

    private static void choose(ImportBatch batch, Form form) {
        batch.choose(numbers(form.all("row")), numbers(form.all("take")));
    }

    private static List<Integer> numbers(List<String> typed) {
        if (!typed.stream().allMatch(n -> n.matches("[1-9]\\d{0,7}"))) {
            throw new Refused("The request names rows that are not in the file. Nothing was changed", "");
        }
        return typed.stream().map(Integer::valueOf).toList();
    }

    /**
     * Brings the ticked rows in, in a transaction of its own: when it fails the page is made in another one.
     */
    @POST
    @Path("commit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Response commit(
            @PathParam("ref") String ref,
            @QueryParam("show") String show,
            @QueryParam("page") String page,
            MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        try {
            return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> bringIn(batch(ref), form));
        } catch (RuntimeException e) {
            var sentence = refusal(e);
            if (sentence == null) throw e;
            return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
                var batch = batch(ref);
                if (!batch.isChecked()) return already(batch);
                look(batch);
                form.refuse("commit", sentence);
                return Response.status(isRefused(e) ? 422 : 409)
                        .entity(dryRun(batch, form, show, null))
                        .build();
            });
        }
    }

    private Response bringIn(ImportBatch batch, Form form) {
        var ref = batch.ref;
        var locked = batch.locked();
        if (!locked.isChecked()) return already(locked);
        choose(locked, form);
        ImportBatch.flush(); // the commit locks the batch again and reads what is stored
        var done = commit.commit(locked, form.typed("seen"), limits, currentUser.actorIn(locked.force));
        if (done.isEmpty()) return already(batch(ref));
        flash.say(Formats.of(done.get().created(), "new person", "new people") + " came in and "
                + Formats.of(done.get().changed(), "person was", "people were") + " changed.");
        return Response.seeOther(URI.create("/imports/" + ref)).build();
    }

    /** A sentence for what another person's work, or a rule of a record, did to this commit; null for everything else. */
    private static String refusal(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) return refused.sentence() + ". Nothing was brought in";
            if (cause instanceof Stale)
                return cause.getMessage() + ". Look at the rows again: they are as they stand now";
            if (cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || cause instanceof LockTimeoutException
                    || cause instanceof ConstraintViolationException
                    || cause instanceof org.hibernate.PessimisticLockException
                    || cause instanceof org.hibernate.StaleStateException) {
                return "Somebody changed a person of this file at the same moment. Nothing was brought in. Look at the rows again:"
                        + " they are as they stand now";
            }
        }
        return null;
    }

    private static boolean isRefused(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) if (cause instanceof Refused) return true;
        return false;
    }

    @POST
    @Path("discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@PathParam("ref") String ref) {
        var batch = batch(ref).locked();
        if (!batch.isOpen()) return already(batch);
        batch.discard();
        deeds.fire(new ImportFileDiscarded(currentUser.actorIn(batch.force), batch));
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
        var batch = batch(ref);
        if (!batch.isChecked() && !batch.isCommitted()) throw new NotFoundException();
        look(batch);
        var rows = new ArrayList<List<String>>();
        var sheet = batch.sheet(limits);
        commit.look(batch.force, sheet, batch.mapping(), lot -> lot.stream()
                .filter(row -> row.outcome() == Outcome.REFUSED)
                .forEach(row -> rows.add(RefusedRows.cells(row, sheet))));
        return Csv.file("refused-" + batch.ref + ".csv", RefusedRows.headings(sheet), rows);
    }

    /** The bytes as they came. */
    @GET
    @Path("file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response file(@PathParam("ref") String ref) {
        var batch = batch(ref);
        if (batch.is(State.DISCARDED)) throw new NotFoundException();
        look(batch);
        return Response.ok(batch.bytes(), MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", Csv.disposition(batch.fileName))
                .header("Cache-Control", "no-store")
                .build();
    }

    // --- pages

    private ImportBatch batch(String ref) {
        var batch = ImportBatch.byRef(ref).orElseThrow(NotFoundException::new);
        currentUser.require(Permission.IMPORT_PEOPLE, batch.force);
        return batch;
    }

    private void look(ImportBatch batch) {
        deeds.fire(new ImportFileRead(currentUser.actorIn(batch.force), batch));
    }

    private static Response seeBatch(ImportBatch batch) {
        return Response.seeOther(URI.create("/imports/" + batch.ref)).build();
    }

    private Response already(ImportBatch batch) {
        flash.say(
                batch.isCommitted()
                        ? "This file was brought in already, on " + Formats.inWords(batch.committedAt) + " by "
                                + batch.committedBy + ". Nothing was done twice."
                        : batch.is(State.DISCARDED)
                                ? "This file was put aside. Nothing was done."
                                : "The columns of this file are not named yet. Nothing was done.");
        return seeBatch(batch);
    }

    private static Form showing(ImportBatch batch) {
        var mapping = batch.mapping();
        var values = new HashMap<String, Object>();
        mapping.columns().forEach((field, column) -> values.put(field.name(), column));
        values.put("appointmentType", mapping.appointmentType().name());
        values.put("stage", mapping.stage().name());
        values.put("delimiter", batch.delimiter.name());
        return Form.showing(values);
    }

    private mapping mapping(ImportBatch batch, Form form, Sheet sheet) {
        var samples = sheet.samples(SAMPLES);
        var headings = new ArrayList<Option>();
        var columns = new ArrayList<Column>();
        for (int i = 0; i < sheet.headings().size(); i++) {
            headings.add(new Option(
                    String.valueOf(i),
                    Sheet.letters(i) + ": " + sheet.headings().get(i)));
            var column = String.valueOf(i);
            var use = Arrays.stream(Field.values())
                    .filter(f -> form.typed(f.name()).equals(column))
                    .map(Field::label)
                    .findFirst()
                    .orElse("");
            columns.add(new Column(sheet.headings().get(i), Sheet.letters(i), samples.get(i), use));
        }
        var choices = Arrays.stream(Field.values())
                .map(field -> {
                    var typed = form.typed(field.name());
                    int column = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : -1;
                    return new Choice(
                            field,
                            column >= 0 && column < samples.size() ? String.join(" · ", samples.get(column)) : "");
                })
                .toList();
        return new mapping(
                Where.of(batch.force),
                batch,
                form,
                choices,
                headings,
                columns,
                Option.of(Delimiter.class, Delimiter::words),
                Option.of(AppointmentType.class, Words::of),
                Option.of(Stage.class, Words::of).stream()
                        .filter(o -> !o.value().equals(Stage.LEFT.name()))
                        .toList(),
                Cohort.of(batch.force));
    }

    private dryRun dryRun(ImportBatch batch, Form form, String show, String page) {
        var tab = tab(batch, show);
        int number = page != null && page.matches("[1-9]\\d{0,6}") ? Integer.parseInt(page) : 1;
        int from = (number - 1) * Paging.SIZE;
        var out = new HashSet<>(batch.leftOut);
        var lines = new ArrayList<Line>();
        int[] seen = {0, 0, 0};
        var mapping = batch.mapping();
        var sheet = batch.sheet(limits);
        var run = commit.look(
                batch.force,
                sheet,
                mapping,
                lot -> lot.forEach(row -> {
                    boolean clean = row.outcome() == Outcome.NEW || row.outcome() == Outcome.CHANGED;
                    if (clean && out.contains(row.number())) seen[1]++;
                    else if (clean) seen[2]++;
                    if (row.outcome() != tab) return;
                    if (seen[0] >= from && seen[0] < from + Paging.SIZE) lines.add(line(row, mapping, out));
                    seen[0]++;
                }));
        var paging = Paging.of(page, run.counts().of(tab));
        var tabs = tabs(run.counts(), tab);
        return new dryRun(
                Where.of(batch.force),
                batch,
                form,
                tabs,
                tabs.stream().filter(Tab::current).findFirst().orElseThrow(),
                lines,
                paging,
                seen[2],
                seen[1],
                mapping.ignored(sheet.headings()),
                run.fingerprint());
    }

    private static Outcome tab(ImportBatch batch, String show) {
        if (show == null || show.isBlank()) {
            if (batch.refusedCount > 0) return Outcome.REFUSED;
            if (batch.newCount > 0) return Outcome.NEW;
            return batch.changedCount > 0 ? Outcome.CHANGED : Outcome.SAME;
        }
        for (var outcome : Outcome.values()) if (outcome.name().toLowerCase().equals(show)) return outcome;
        throw new NotFoundException();
    }

    private static List<Tab> tabs(Counts counts, Outcome current) {
        return List.of(
                tab(Outcome.NEW, "New", "People Attest does not have", counts, current),
                tab(Outcome.CHANGED, "Changed", "Of whom the file says something else", counts, current),
                tab(Outcome.SAME, "Same", "Nothing to do", counts, current),
                tab(Outcome.REFUSED, "Refused", "With a cell in doubt", counts, current));
    }

    private static Tab tab(Outcome outcome, String title, String meaning, Counts counts, Outcome current) {
        return new Tab(outcome.name().toLowerCase(), title, counts.of(outcome), meaning, outcome == current);
    }

    private static Line line(CheckedRow row, Mapping mapping, HashSet<Integer> out) {
        var said = new ArrayList<String>();
        mapping.columns().forEach((field, column) -> {
            if (field.isName()) return;
            var value = row.row().said().get(field);
            if (value != null) said.add(field.label() + ": " + Words.inWords(value));
        });
        return new Line(
                row.number(),
                Visible.of(row.name()),
                row.person() == null ? "" : row.person().ref(),
                said,
                row.changes(),
                row.faults(),
                !out.contains(row.number()));
    }

    private result result(ImportBatch batch, String page) {
        var paging = Paging.of(page, ImportedRow.countOf(batch));
        var people = ImportedRow.of(batch, paging.number() - 1, paging.size()).stream()
                .map(row -> new Brought(
                        row.rowNo,
                        row.isNew(),
                        row.volunteer.ref,
                        row.volunteer.fullName,
                        Words.of(row.volunteer.stage),
                        row.volunteer.cohort == null ? null : row.volunteer.cohort.ref,
                        row.volunteer.cohort == null ? null : row.volunteer.cohort.name))
                .toList();
        return new result(Where.of(batch.force), batch, paging, people);
    }
}
