package org.attest.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.training.LearnedElsewhere;
import org.attest.web.Csv;
import org.attest.web.Formats;
import org.attest.web.Program;
import org.attest.web.Refused;
import org.attest.web.Terminal;

/**
 * {@code import --force SLUG --kind applicants|volunteers|completions [--dry-run] FILE}: what the pages do, with the columns guessed and
 * every clean row taken. Refused rows go to {@code FILE.refused.csv}; a dry run stores nothing at all.
 */
@ApplicationScoped
class ImportProgram implements Program {

    @Inject
    Commit commit;

    @Inject
    Completions completions;

    @Inject
    Limits limits;

    @Inject
    RoomColumns rooms;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "import";
    }

    private record Call(String force, String kind, boolean dryRun, String file) {

        static Call of(List<String> arguments) {
            String force = null;
            String kind = null;
            String file = null;
            boolean dryRun = false;
            var left = new ArrayDeque<>(arguments);
            while (!left.isEmpty()) {
                var word = left.poll();
                if (word.equals("--dry-run")) dryRun = true;
                else if (word.equals("--force") && !left.isEmpty()) force = left.poll();
                else if (word.equals("--kind") && !left.isEmpty()) kind = left.poll();
                else if (word.startsWith("--") || file != null) throw new Misused();
                else file = word;
            }
            if (force == null || kind == null || file == null) throw new Misused();
            return new Call(force, kind, dryRun, file);
        }
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) throws IOException {
        var call = Call.of(arguments);
        var kind = Kind.of(call.kind).orElseThrow(Misused::new);
        var bytes = read(call.file, terminal);
        var sheet = Sheet.read(bytes, Sheet.Reading.GUESSED, limits);
        var mapping = Mapping.guess(sheet.headings(), kind, rooms.columns(kind));
        var faults =
                kind == Kind.COMPLETIONS ? CompletionField.faults(mapping, sheet) : mapping.faults(sheet.headings());
        faults.values().stream().findFirst().ifPresent(fault -> {
            throw new Refused(fault + ". The headings of the file are: " + String.join(", ", sheet.headings()), "");
        });
        say(sheet, mapping, kind, terminal);
        if (kind == Kind.COMPLETIONS) {
            completions(call, bytes, sheet, mapping, terminal);
            return DONE;
        }
        var run = look(call, sheet, mapping, terminal);
        if (call.dryRun) {
            terminal.say("Nothing was stored: this was a dry run.");
            return DONE;
        }
        commit(call, kind, bytes, mapping, run.fingerprint(), terminal);
        return DONE;
    }

    private byte[] read(String file, Terminal terminal) throws IOException {
        try (var in = terminal.read(file)) {
            var bytes = in.readNBytes((int) Math.min(limits.bytes() + 1, Integer.MAX_VALUE - 8));
            limits.refuseIfTooLarge(bytes.length);
            return bytes;
        }
    }

    private static void say(Sheet sheet, Mapping mapping, Kind kind, Terminal terminal) {
        terminal.say((sheet.delimiter() == null
                        ? "Read as an Excel workbook, sheet “" + sheet.name() + "” ("
                                + Formats.of(sheet.names().size(), "sheet", "sheets") + "), "
                        : "Read as " + sheet.letters() + ", cells divided by a "
                                + sheet.delimiter().words() + " (guessed), ")
                + Formats.of(sheet.rowCount(), "row", "rows")
                + (sheet.blankRows() == 0
                        ? ""
                        : ", " + Formats.of(sheet.blankRows(), "blank row", "blank rows") + " skipped")
                + (sheet.shortRows() == 0
                        ? ""
                        : ", " + Formats.of(sheet.shortRows(), "row", "rows") + " with cells missing at the end"));
        mapping.columns()
                .forEach((field, column) ->
                        terminal.say("  " + sheet.headings().get(column) + " is taken as: " + field.label()));
        var ignored = mapping.ignored(sheet.headings());
        if (kind == Kind.COMPLETIONS) {
            Activity.of(sheet, mapping).forEach(a -> {
                terminal.say("  " + a.name() + " is taken as: a course, with its day in the next column");
                ignored.remove(a.name());
                if (a.day() < sheet.headings().size())
                    ignored.remove(sheet.headings().get(a.day()));
            });
        }
        if (!ignored.isEmpty()) terminal.say("  Ignored: " + String.join(", ", ignored));
        if (kind == Kind.COMPLETIONS) return;
        terminal.say("  Rows that do not say: " + Words.of(mapping.appointmentType()) + ", stage "
                + Words.of(kind.stage()).toLowerCase());
    }

    /** What the pages do, with the courses as the force named them last or as their names say. */
    private void completions(Call call, byte[] bytes, Sheet sheet, Mapping mapping, Terminal terminal)
            throws IOException {
        var by = Actor.program(name());
        var file = nameOf(call.file);
        var beside = refusedFile(call.file);
        Map<String, String> courses = new LinkedHashMap<>();
        CompletionRun run;
        try (var out = new BufferedOutputStream(terminal.write(beside));
                var csv = Csv.on(out, RefusedRows.headings(sheet))) {
            run = inForce(call.force, force -> {
                var elsewhere = LearnedElsewhere.in(force, by, clock);
                var inFile = new CompletionReading(sheet, mapping).courses();
                courses.putAll(completions.known(force, inFile, elsewhere));
                for (var course : inFile) {
                    var meaning = CourseMeaning.in(courses, course.key());
                    terminal.say("  Course " + course.name() + ": "
                            + (meaning == null
                                    ? "not known, so that its rows are refused"
                                    : meaning.isLeftOut() ? "left out" : elsewhere.label(meaning.module())));
                }
                var looked = completions.look(force, sheet, mapping, courses, file, by);
                looked.refusedRows(csv::row);
                return looked;
            });
        }
        var counts = run.counts();
        terminal.say(counts.fresh() + " new, " + counts.changed() + " changed, " + counts.same() + " same, "
                + counts.refused() + " refused");
        if (counts.changed() > 0) {
            terminal.say(
                    "Changed are results of which Attest has more: they are confirmed on the pages, and stay out here");
        }
        if (counts.refused() > 0) {
            terminal.say(
                    "Refused: " + Formats.of(run.rowsRefused(), "row", "rows") + ", each with its reason: " + beside);
        }
        if (call.dryRun) terminal.say("Nothing was stored: this was a dry run.");
        else commit(call, file, bytes, mapping, courses, run, terminal);
    }

    private void commit(
            Call call,
            String file,
            byte[] bytes,
            Mapping mapping,
            Map<String, String> courses,
            CompletionRun run,
            Terminal terminal) {
        var by = Actor.program(name());
        terminal.say(inForce(call.force, force -> {
            var batch =
                    ImportBatch.receive(force, Kind.COMPLETIONS, file, bytes, limits, CompletionField.ALL, by, clock);
            batch.chooses(mapping);
            batch.means(
                    courses,
                    run.checked().stream()
                            .filter(CheckedCompletion::needsTick)
                            .map(CheckedCompletion::number)
                            .toList());
            ImportBatch.flush();
            deeds.fire(new ImportFileReceived(by, batch));
            var reference = Reference.grouped(batch.ref);
            var done = completions
                    .commit(batch, run.fingerprint(), true, limits, by)
                    .orElseThrow();
            return Formats.of(done.results(), "result", "results") + " of "
                    + Formats.of(done.people(), "person", "people") + " brought in, as import " + reference + " of "
                    + force.name + ".";
        }));
    }

    private DryRun look(Call call, Sheet sheet, Mapping mapping, Terminal terminal) throws IOException {
        var beside = refusedFile(call.file);
        DryRun run;
        try (var out = new BufferedOutputStream(terminal.write(beside));
                var csv = Csv.on(out, RefusedRows.headings(sheet))) {
            run = inForce(
                    call.force,
                    force -> commit.look(force, sheet, mapping, Actor.program(name()), lot -> lot.stream()
                            .filter(row -> row.outcome() == Outcome.REFUSED)
                            .forEach(row -> csv.row(RefusedRows.cells(row, sheet)))));
        }
        var counts = run.counts();
        terminal.say(counts.fresh() + " new, " + counts.changed() + " changed, " + counts.same() + " same, "
                + counts.refused() + " refused");
        if (counts.refused() > 0) terminal.say("Refused rows, each with its reason: " + beside);
        return run;
    }

    private void commit(Call call, Kind kind, byte[] bytes, Mapping mapping, String seen, Terminal terminal) {
        var by = Actor.program(name());
        var said = inForce(call.force, force -> {
            var batch = ImportBatch.receive(force, kind, nameOf(call.file), bytes, limits, rooms.columns(), by, clock);
            batch.map(mapping);
            ImportBatch.flush();
            deeds.fire(new ImportFileReceived(by, batch));
            var reference = Reference.grouped(batch.ref);
            var done = commit.commit(batch, seen, limits, by).orElseThrow();
            return Formats.of(done.created(), "person", "people") + " brought in and " + done.changed()
                    + " changed, as import " + reference + " of " + force.name + ".";
        });
        terminal.say(said);
    }

    private interface Work<T> {
        T in(Force force);
    }

    private static <T> T inForce(String slug, Work<T> work) {
        Callable<T> found = () -> work.in(Force.bySlug(slug)
                .orElseThrow(() -> new Refused(
                        "There is no force “" + slug + "”. The slug is how the force stands in addresses, such as kent",
                        "")));
        return QuarkusTransaction.requiringNew()
                .timeout(Imports.LONGEST_SECONDS)
                .call(() -> Everywhere.call(found));
    }

    private static String nameOf(String file) {
        return file.equals("-") ? "standard input" : file;
    }

    private static String refusedFile(String file) {
        return (file.equals("-") ? "standard-input" : Path.of(file).toString()) + ".refused.csv";
    }
}
