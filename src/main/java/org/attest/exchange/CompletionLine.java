package org.attest.exchange;

import java.time.LocalDate;
import java.util.List;

/**
 * What a file says about one person and one course.
 *
 * @param number counts what the file says, from 1, through all of it
 * @param course by its name, in small letters and without signs; null where the row names none
 * @param columns headings of the course, the day, the result, the mark and the assessor, where they are
 * @param said the result as it is written; empty where only a day says so
 */
record CompletionLine(
        int number,
        SheetRow row,
        Who who,
        String course,
        Headings columns,
        CompletionState state,
        String said,
        LocalDate day,
        Integer mark,
        String assessor,
        List<CellFault> faults) {

    /** By what a person is found; null for what the row does not say. */
    record Who(String reference, String number, String email, String username, String name) {
        static final Who NOBODY = new Who(null, null, null, null, null);
    }

    /** What columns are called on pages and in refusals. */
    record Headings(String course, String day, String result, String mark, String assessor) {}
}
