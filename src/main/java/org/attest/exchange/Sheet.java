package org.attest.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** A file that can be read as a table: how it is read, its headings and its rows. */
final class Sheet {

    /** How the name of a column ends that has none. */
    static final String NO_HEADING = " (no heading)";

    private final Table table;
    private final List<String> headings;
    private final int headingRow;
    private final int rowCount;
    private final int blankRows;
    private final int shortRows;

    /** How a person wants a file read; null for what is guessed: what divides the cells of a text, which sheet of a workbook. */
    record Reading(Delimiter delimiter, String sheet) {
        static final Reading GUESSED = new Reading(null, null);
    }

    /** A text, read with this between the cells; null to guess. */
    static Sheet of(byte[] bytes, Delimiter chosen, Limits limits) {
        return read(bytes, new Reading(chosen, null), limits);
    }

    /** Reads the file and counts its rows. Refuses what is no table, has no headings or no rows, or too many of either. */
    static Sheet read(byte[] bytes, Reading chosen, Limits limits) {
        limits.refuseIfTooLarge(bytes.length);
        FileKind.refuseForeign(bytes);
        return new Sheet(
                FileKind.isPacked(bytes)
                        ? new WorkbookTable(bytes, chosen.sheet)
                        : new TextTable(bytes, chosen.delimiter),
                limits);
    }

    private Sheet(Table table, Limits limits) {
        this.table = table;
        try (var rows = table.rows()) {
            var count = new Count(limits, table.delimiter() != null);
            rows.forEach(count::add);
            count.refuseIfEmpty();
            headings = labels(count.first);
            headingRow = count.firstNumber;
            rowCount = count.rows;
            blankRows = count.blank;
            shortRows = count.narrow;
        }
    }

    /** What is counted on the first way through a file. */
    private static final class Count {

        private final Limits limits;
        /** A workbook leaves out empty cells at the end of rows by nature. */
        private final boolean shortRowsMatter;

        private List<String> first;
        private int firstNumber;
        private int rows;
        private int blank;
        private int narrow;

        Count(Limits limits, boolean shortRowsMatter) {
            this.limits = limits;
            this.shortRowsMatter = shortRowsMatter;
        }

        void add(SheetRow row) {
            if (row.isBlank()) {
                blank++;
            } else if (first == null) {
                begin(row);
            } else {
                limits.refuseIfTooManyRows(++rows);
                if (shortRowsMatter && row.damage() == null && row.cells().size() < first.size()) narrow++;
            }
        }

        private void begin(SheetRow row) {
            if (row.damage() != null) {
                throw new Refused(
                        "The headings in row " + row.number() + " cannot be read: cell "
                                + letters(row.damage().cell()) + " "
                                + row.damage().reason() + ". "
                                + row.damage().mend(),
                        "");
            }
            if (row.width() > Limits.COLUMNS) {
                throw new Refused(
                        "The file has " + row.width() + " columns, more than the " + Limits.COLUMNS
                                + " Attest reads. Delete the columns it does not need",
                        "");
            }
            first = row.cells().subList(0, row.width());
            firstNumber = row.number();
        }

        void refuseIfEmpty() {
            if (first == null) {
                throw new Refused(
                        "The file holds no text: every row is blank. Save the sheet with its headings and rows", "");
            }
            if (rows == 0) {
                throw new Refused(
                        "The file has headings in row " + firstNumber
                                + " and no rows under them. Save the sheet with its rows",
                        "");
            }
        }
    }

    /** How the letters are read, in words. */
    String letters() {
        return table.letters();
    }

    /** What divides the cells; null in a workbook. */
    Delimiter delimiter() {
        return table.delimiter();
    }

    /** Which sheet of a workbook it is; null in a text. */
    String name() {
        return table.sheet();
    }

    /** The sheets one can choose from; empty in a text. */
    List<String> names() {
        return table instanceof WorkbookTable workbook ? workbook.sheets() : List.of();
    }

    /** Whether a bare number may be a day counted from 1904. */
    boolean countsFrom1904() {
        return table instanceof WorkbookTable workbook && workbook.countsFrom1904();
    }

    /** How each column is called on pages and in refusals; no two alike. */
    List<String> headings() {
        return headings;
    }

    /** The row the headings stand in. */
    int headingRow() {
        return headingRow;
    }

    /** Rows under the headings that are not blank. */
    int rowCount() {
        return rowCount;
    }

    int blankRows() {
        return blankRows;
    }

    /** Rows with fewer cells than headings: what is missing at their end is read as empty. */
    int shortRows() {
        return shortRows;
    }

    /** The rows under the headings that are not blank, read one at a time; to be closed. */
    Stream<SheetRow> rows() {
        return table.rows().filter(row -> row.number() > headingRow && !row.isBlank());
    }

    /** For each column, the first values that are not empty. */
    List<List<String>> samples(int each) {
        var samples = new ArrayList<List<String>>();
        headings.forEach(h -> samples.add(new ArrayList<>()));
        try (var rows = rows()) {
            rows.limit(200).forEach(row -> {
                for (int i = 0; i < samples.size(); i++) {
                    var cell = row.cell(i);
                    if (!SheetRow.isBlank(cell) && samples.get(i).size() < each) {
                        samples.get(i).add(Visible.of(Cells.shown(cell)));
                    }
                }
            });
        }
        return samples;
    }

    /** Headings as they are shown: an empty one by its letters, a repeated one with which it is. */
    private static List<String> labels(List<String> raw) {
        var labels = new ArrayList<String>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < raw.size(); i++) {
            var label = Visible.of(Cells.line(raw.get(i)));
            if (label.isEmpty()) label = "Column " + letters(i) + NO_HEADING;
            int times = seen.merge(label.toLowerCase(Locale.ROOT), 1, Integer::sum);
            if (times > 1) label += " (" + ordinal(times) + ")";
            labels.add(labels.contains(label) ? label + " (column " + letters(i) + ")" : label);
        }
        return List.copyOf(labels);
    }

    private static String ordinal(int n) {
        return switch (n) {
            case 2 -> "second";
            case 3 -> "third";
            case 4 -> "fourth";
            case 5 -> "fifth";
            default -> "number " + Formats.withCommas(n);
        };
    }

    /** The column's letters in a spreadsheet: 0 is A, 26 is AA. */
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int n = column + 1; n > 0; n = (n - 1) / 26) letters.insert(0, (char) ('A' + (n - 1) % 26));
        return letters.toString();
    }
}
