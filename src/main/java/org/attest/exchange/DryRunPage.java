package org.attest.exchange;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.exchange.OpenImports.Where;
import org.attest.web.Form;
import org.attest.web.Paging;

/** The page that says what would become of every row, as things stand now. */
@ApplicationScoped
class DryRunPage {

    @Inject
    OpenImports imports;

    @Inject
    Commit commit;

    @Inject
    CompletionPages completions;

    @Inject
    RoomColumns rooms;

    @Inject
    Limits limits;

    /** One tab of the dry run. */
    record Tab(String name, String title, int count, String meaning, boolean current) {

        /** Whether its rows can be ticked. */
        public boolean isTicking() {
            return name.equals("new") || name.equals("changed");
        }
    }

    /** A cell that would be another, in words. */
    record Difference(String column, String before, String after) {}

    /** A row on the page. */
    record Line(
            int number,
            String name,
            String ref,
            List<String> said,
            List<Difference> changes,
            List<CellFault> faults,
            boolean ticked) {

        static Line of(CheckedRow row, Mapping mapping, boolean ticked) {
            var said = new ArrayList<String>();
            mapping.columns().forEach((field, column) -> {
                if (Field.isName(field)) return;
                var value = row.row().said().get(field);
                if (value != null) said.add(field.label() + ": " + Words.inWords(field, value));
            });
            return new Line(
                    row.number(),
                    Visible.of(row.name()),
                    row.person() == null ? "" : row.person().ref(),
                    said,
                    row.changes().stream()
                            .map(change -> new Difference(change.column(), change.before(), change.after()))
                            .toList(),
                    row.faults(),
                    ticked);
        }

        Line ticked(boolean now) {
            return new Line(number, name, ref, said, changes, faults, now);
        }
    }

    record rows(
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

    /** As things stand now; of a long file, as they stood when all its rows were looked at. */
    TemplateInstance of(ImportBatch batch, Form form, String show, String page) {
        if (batch.isCompletions()) return completions.rows(batch, form, show, page);
        return batch.inBackground ? kept(batch, form, show, page) : now(batch, form, show, page);
    }

    private TemplateInstance kept(ImportBatch batch, Form form, String show, String page) {
        var tab = tab(batch, show);
        var counts = new Counts(batch.newCount, batch.changedCount, batch.sameCount, batch.refusedCount);
        var paging = Paging.of(page, counts.of(tab));
        var out = new HashSet<>(batch.leftOut);
        var tabs = tabs(counts, tab);
        return new rows(
                Where.of(batch),
                batch,
                form,
                tabs,
                tabs.stream().filter(Tab::current).findFirst().orElseThrow(),
                CheckedLine.of(batch, tab, paging.number() - 1, paging.size()).stream()
                        .map(line -> line.ticked(!out.contains(line.number())))
                        .toList(),
                paging,
                counts.fresh() + counts.changed() - out.size(),
                out.size(),
                batch.ignored,
                batch.seenMark);
    }

    private TemplateInstance now(ImportBatch batch, Form form, String show, String page) {
        var tab = tab(batch, show);
        int number = page != null && page.matches("[1-9]\\d{0,6}") ? Integer.parseInt(page) : 1;
        int from = (number - 1) * Paging.SIZE;
        var out = new HashSet<>(batch.leftOut);
        var lines = new ArrayList<Line>();
        int[] seen = {0, 0, 0};
        var mapping = batch.mapping(rooms.columns());
        var sheet = batch.sheet(limits);
        var run = commit.look(
                batch.force,
                sheet,
                mapping,
                imports.actorIn(batch.force),
                lot -> lot.forEach(row -> {
                    boolean clean = row.outcome() == Outcome.NEW || row.outcome() == Outcome.CHANGED;
                    if (clean && out.contains(row.number())) seen[1]++;
                    else if (clean) seen[2]++;
                    if (row.outcome() != tab) return;
                    if (seen[0] >= from && seen[0] < from + Paging.SIZE)
                        lines.add(Line.of(row, mapping, !out.contains(row.number())));
                    seen[0]++;
                }));
        var paging = Paging.of(page, run.counts().of(tab));
        var tabs = tabs(run.counts(), tab);
        return new rows(
                Where.of(batch),
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

    static Outcome tab(ImportBatch batch, String show) {
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

    static Tab tab(Outcome outcome, String title, String meaning, Counts counts, Outcome current) {
        return new Tab(outcome.name().toLowerCase(), title, counts.of(outcome), meaning, outcome == current);
    }
}
