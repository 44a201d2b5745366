package org.attest.exchange;

import java.util.List;
import org.attest.volunteer.Entry;
import org.attest.volunteer.FileColumn;

/**
 * What would become of a row.
 *
 * @param entry the person as they would be entered; null unless new
 * @param person whom it is about; null where it is nobody Attest has
 * @param changes cell by cell, what would be another
 */
record CheckedRow(
        ReadRow row, Outcome outcome, Entry entry, KnownPerson person, List<Change> changes, List<CellFault> faults) {

    static CheckedRow fresh(ReadRow row, Entry entry) {
        return new CheckedRow(row, Outcome.NEW, entry, null, List.of(), List.of());
    }

    static CheckedRow changed(ReadRow row, KnownPerson person, List<Change> changes) {
        return new CheckedRow(row, Outcome.CHANGED, null, person, changes, List.of());
    }

    static CheckedRow same(ReadRow row, KnownPerson person) {
        return new CheckedRow(row, Outcome.SAME, null, person, List.of(), List.of());
    }

    static CheckedRow refused(ReadRow row, KnownPerson person, List<CellFault> faults) {
        return new CheckedRow(row, Outcome.REFUSED, null, person, List.of(), faults);
    }

    enum Outcome {
        NEW,
        CHANGED,
        SAME,
        REFUSED
    }

    /** One cell: what Attest has and what the file says. */
    record Change(FileColumn field, String column, String before, String after) {}

    int number() {
        return row.number();
    }

    /** What to call the row on a page. */
    String name() {
        if (row.fullName() != null) return row.fullName();
        return person != null ? person.details().fullName() : "";
    }

    /** Whether the field would be another. */
    boolean changes(FileColumn field) {
        return changes.stream().anyMatch(change -> change.field() == field);
    }

    /** All that is wrong with it, for the reason column of a file. */
    String reasons() {
        return String.join(" ", faults.stream().map(CellFault::sentence).toList());
    }
}
