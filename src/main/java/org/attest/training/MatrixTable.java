package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.force.Reference;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Wording;

/** The matrix of a force, or its list of what expires when, as a table to take away: the same rows as the page, all of them. */
@ApplicationScoped
class MatrixTable {

    private static final List<String> WHO = List.of("Reference", "Name", "Stage", "Cohort");

    @Inject
    CurrentUser user;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    /** @param name of the file, without its ending */
    record Taken(String name, List<String> headings, List<List<Object>> rows) {}

    /** What is asked for. That somebody took it away is a deed. */
    Taken take(String slug, MultivaluedMap<String, String> asked) {
        var force = user.force(slug, Permission.SEE_TRAINING);
        var today = LocalDate.now(clock);
        var curriculum = Curriculum.current();
        var filter = MatrixFilter.of(force, curriculum, TrainingMatrix.firsts(asked));
        if (filter.fault() != null) throw new NotFoundException();
        var matrix = Matrix.of(filter, curriculum, user.accountId(), clock);
        var taken = filter.expiring()
                ? new Taken(force.slug + "-training-expiring-" + today, endingHeadings(), endings(matrix, filter))
                : new Taken(force.slug + "-training-" + today, headings(matrix), rows(matrix));
        deeds.fire(new MatrixDownloaded(user.actorIn(force), force, filter.query(), taken.rows.size()));
        return taken;
    }

    private static List<String> headings(Matrix matrix) {
        var headings = new ArrayList<>(WHO);
        headings.add("Soonest last valid day");
        headings.add("Of module");
        for (var module : matrix.modules()) {
            headings.add(module.label());
            headings.add(module.code() + " last valid day");
        }
        return headings;
    }

    private List<List<Object>> rows(Matrix matrix) {
        var rows = new ArrayList<List<Object>>();
        for (var row : matrix.rows()) {
            var cells = who(row);
            var soonest = row.soonest();
            cells.add(soonest == null ? null : soonest.lastDay());
            cells.add(soonest == null ? null : soonest.code());
            for (var cell : row.cells()) {
                cells.add(cell.words());
                cells.add(cell.lastDay());
            }
            rows.add(cells);
        }
        return rows;
    }

    private static List<String> endingHeadings() {
        var headings = new ArrayList<String>();
        headings.add("Last valid day");
        headings.addAll(WHO);
        headings.addAll(List.of("Module", "Standing"));
        return headings;
    }

    private List<List<Object>> endings(Matrix matrix, MatrixFilter filter) {
        var rows = new ArrayList<List<Object>>();
        for (var ending : matrix.endings(filter)) {
            var cells = new ArrayList<Object>();
            cells.add(ending.cell().lastDay());
            cells.addAll(who(ending.row()));
            cells.add(ending.module().label());
            cells.add(ending.cell().words());
            rows.add(cells);
        }
        return rows;
    }

    private List<Object> who(Matrix.Row row) {
        return new ArrayList<>(Arrays.asList(
                Reference.grouped(row.ref()),
                row.name(),
                wording.stage(row.stage().name()),
                row.cohort()));
    }
}
