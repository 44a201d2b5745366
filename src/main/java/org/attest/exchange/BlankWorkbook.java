package org.attest.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attest.volunteer.FileColumn;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Our own workbook to fill in: the headings Attest knows, a list to choose from where it has one, days as days and everything
 * else as text, so that leading zeros stay; and a sheet of notes. What is filled in comes back without naming a column.
 */
final class BlankWorkbook {

    /** Rows that are prepared with lists to choose from. */
    private static final int PREPARED = 2_000;

    private static final String TEXT = "@";
    private static final String DAY = "dd/mm/yyyy";

    private final List<FileColumn> columns;
    private final List<String> cohorts;
    private final List<Map<FileColumn, Object>> rows;

    /**
     * @param cohorts names to choose from
     * @param rows people who stand in it already; empty for a blank one
     */
    BlankWorkbook(List<FileColumn> columns, List<String> cohorts, List<Map<FileColumn, Object>> rows) {
        this.columns = columns;
        this.cohorts = cohorts;
        this.rows = rows;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Attest", "1.0")) {
            var people = workbook.newWorksheet("People");
            var notes = workbook.newWorksheet("Notes");
            var lists = workbook.newWorksheet("Lists");
            lists.setVisibilityState(VisibilityState.HIDDEN);
            people(people, lists);
            notes(notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void people(Worksheet people, Worksheet lists) {
        people.freezePane(1, 1);
        for (int c = 0; c < columns.size(); c++) {
            var column = columns.get(c);
            people.value(0, c, column.label());
            people.style(0, c).bold().fillColor("E7EDF5").wrapText(true).set();
            people.width(c, Math.max(14, Math.min(34, column.label().length() + 4)));
            people.style(c).format(column.isDay() ? DAY : TEXT).set();
            var words = words(column);
            if (!words.isEmpty()) {
                for (int i = 0; i < words.size(); i++) lists.value(i, c, words.get(i));
                people.range(1, c, PREPARED, c)
                        .validateWithList(lists.range(0, c, words.size() - 1, c))
                        .errorTitle(column.label())
                        .error("Choose one of the list, or leave the cell empty")
                        .showErrorMessage(true);
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                cell(people, r + 1, c, columns.get(c), rows.get(r).get(columns.get(c)));
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int at, FileColumn column, Object value) {
        if (value == null) return;
        if (value instanceof LocalDate day) {
            sheet.value(row, at, day);
            sheet.style(row, at).format(DAY).set();
        } else {
            sheet.value(row, at, column.inWords(value));
            sheet.style(row, at).format(TEXT).set();
        }
    }

    private List<String> words(FileColumn column) {
        return column == Field.COHORT ? cohorts : column.allowed();
    }

    private void notes(Worksheet notes) {
        var lines = List.of(
                "How to fill in the sheet “People”",
                "One row for each person. Only the full name is needed; an empty cell says nothing and erases nothing.",
                "Days: as a date of your spreadsheet, or written like 27/06/2026, day first, with four digits of the"
                        + " year.",
                "Numbers of people, telephones and cards are text, so that leading zeros stay.",
                "Keep the headings as they are, in any order; columns you do not need can be deleted.",
                "What stands here is what the force attests: Attest marks it “brought in”, with this file and the"
                        + " row.");
        int at = 0;
        for (var line : lines) {
            notes.value(at, 0, line);
            if (at == 0) notes.style(at, 0).bold().set();
            at++;
        }
        at++;
        var headings = List.of("Column", "What it is", "What may stand there");
        for (int c = 0; c < headings.size(); c++) {
            notes.value(at, c, headings.get(c));
            notes.style(at, c).bold().set();
            notes.width(c, 44);
        }
        for (var column : columns) {
            at++;
            notes.value(at, 0, column.label());
            notes.value(at, 1, column.hint());
            notes.value(at, 2, allowed(column));
        }
    }

    private String allowed(FileColumn column) {
        if (column.isDay()) return "A day";
        var words = new ArrayList<>(words(column));
        if (!words.isEmpty()) return String.join(" · ", words);
        return column == Field.COHORT
                ? "The name of a cohort; make it in Attest first"
                : "Text of at most " + column.longest() + " characters";
    }
}
