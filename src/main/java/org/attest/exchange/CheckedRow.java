package org.attest.exchange;

import java.util.List;

/**
 * What would become of a row.
 *
 * @param person whom it is about; null where it is nobody Attest has
 * @param changes cell by cell, what would be another
 */
record CheckedRow(ReadRow row, Outcome outcome, KnownPerson person, List<Change> changes, List<CellFault> faults) {

    enum Outcome {
        NEW,
        CHANGED,
        SAME,
        REFUSED
    }

    /** One cell: what Attest has and what the file says. */
    record Change(Field field, String column, String before, String after) {}

    int number() {
        return row.number();
    }

    /** What to call the row on a page. */
    String name() {
        if (row.fullName() != null) return row.fullName();
        return person != null ? person.details().fullName() : "";
    }

    /** All that is wrong with it, for the reason column of a file. */
    String reasons() {
        return String.join(" ", faults.stream().map(CellFault::sentence).toList());
    }
}
