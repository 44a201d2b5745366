package org.attest.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Details;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.Texts;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** Understands the cells of each row by the mapping. Knows the file and the force's cohorts, but no people. */
final class RowReading {

    private final Sheet sheet;
    private final Mapping mapping;
    private final Map<String, Cohort> cohorts = new HashMap<>();
    private final String cohortNames;
    private final Map<FileColumn, Integer> monthFirst = new HashMap<>();

    RowReading(Sheet sheet, Mapping mapping, List<Cohort> cohorts) {
        this.sheet = sheet;
        this.mapping = mapping;
        cohorts.forEach(c -> this.cohorts.put(Texts.folded(c.name), c));
        cohortNames = cohorts.stream().limit(12).map(c -> c.name).collect(Collectors.joining(", "));
        weighDays();
    }

    /**
     * A column in which more days can only be month first than only day first was not written in this country's order: its
     * days that allow both readings are doubtful.
     */
    private void weighDays() {
        var days = mapping.columns().keySet().stream().filter(FileColumn::isDay).toList();
        if (days.isEmpty()) return;
        var dayFirst = new HashMap<FileColumn, Integer>();
        try (var rows = sheet.rows()) {
            rows.filter(row -> row.damage() == null).forEach(row -> {
                for (var field : days) {
                    switch (FileDay.order(row.cell(mapping.columns().get(field)))) {
                        case DAY_FIRST_ONLY -> dayFirst.merge(field, 1, Integer::sum);
                        case MONTH_FIRST_ONLY -> monthFirst.merge(field, 1, Integer::sum);
                        default -> {}
                    }
                }
            });
        }
        monthFirst.entrySet().removeIf(e -> e.getValue() <= dayFirst.getOrDefault(e.getKey(), 0));
    }

    ReadRow read(SheetRow row) {
        var faults = new ArrayList<CellFault>();
        var said = new HashMap<FileColumn, Object>();
        var headings = sheet.headings();
        if (row.damage() != null) {
            int cell = row.damage().cell();
            faults.add(new CellFault(
                    cell < headings.size() ? headings.get(cell) : "Column " + Sheet.letters(cell),
                    Visible.of(row.cell(cell)),
                    "the cell " + row.damage().reason(),
                    row.damage().mend()));
            return new ReadRow(row.number(), row.cells(), said, faults);
        }
        if (row.width() > headings.size()) {
            faults.add(new CellFault(
                    "Column " + Sheet.letters(headings.size()),
                    Visible.of(row.cell(headings.size())),
                    "the row has " + row.width() + " cells, and there are " + headings.size()
                            + " headings, so that nobody can tell which cell belongs where",
                    sheet.delimiter() == null
                            ? "Give the column a heading, or delete the cells too many"
                            : "Put quotation marks around cells that hold a "
                                    + sheet.delimiter().words() + ", or delete the cells too many"));
            return new ReadRow(row.number(), row.cells(), said, faults);
        }
        mapping.columns().forEach((field, column) -> {
            var cell = row.cell(column);
            if (SheetRow.isBlank(cell)) return;
            try {
                said.put(field, value(field, cell));
            } catch (Refused e) {
                faults.add(fault(mapping.heading(field, sheet.headings()), cell, e));
            }
        });
        joinName(said, faults);
        return new ReadRow(row.number(), row.cells(), said, faults);
    }

    /** A refusal of two sentences, beside its cell. */
    static CellFault fault(String heading, String cell, Refused refused) {
        var sentence = refused.sentence();
        int cut = sentence.indexOf(". ");
        return new CellFault(
                heading,
                Visible.of(Cells.shown(cell)),
                cut < 0 ? sentence : sentence.substring(0, cut),
                cut < 0 ? "Correct the cell" : sentence.substring(cut + 2));
    }

    private Object value(FileColumn field, String cell) {
        var line = line(field, cell);
        if (field.isDay()) return day(field, line);
        return field == Field.COHORT ? cohort(line) : field.read(line);
    }

    /** A cell as one line without anything hidden, or a refusal. */
    static String line(FileColumn field, String cell) {
        Cells.refuseFormulas(cell);
        var line = Cells.line(cell);
        if (line.indexOf('\ufffd') >= 0) {
            throw new Refused(
                    "it holds a character that could not be read (shown as \ufffd). Save the sheet as “CSV UTF-8”, or"
                            + " type the name again",
                    "");
        }
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new Refused("it holds a line break. Write it on one line", "");
        }
        int longest = field.longest();
        if (line.length() > longest) {
            throw new Refused("it is longer than " + longest + " characters. Shorten it", "");
        }
        var hidden = Texts.fault(line, longest, false);
        if (hidden != null) {
            throw new Refused("it holds a hidden mark that would make it read other than it is. " + hidden, "");
        }
        return line;
    }

    private LocalDate day(FileColumn field, String line) {
        if (sheet.countsFrom1904() && line.matches("\\d{5}")) {
            throw new Refused(
                    "this bare number could count from 1900 or from 1904, as this workbook does. Format the column as"
                            + " a date",
                    "");
        }
        var day = FileDay.of(line);
        var contrary = monthFirst.get(field);
        if (contrary != null) {
            FileDay.monthFirst(line).ifPresent(other -> {
                throw new Refused(
                        "this could be " + Formats.inWords(day) + " or " + Formats.inWords(other) + ": "
                                + Formats.of(contrary, "day", "days")
                                + " of the column can only have the month first. Write the days of this column like 27"
                                + " June 2026",
                        "");
            });
        }
        return day;
    }

    private Cohort cohort(String line) {
        var cohort = cohorts.get(Texts.folded(line));
        if (cohort == null) {
            throw new Refused(
                    "the force has no cohort of this name. Make the cohort first"
                            + (cohortNames.isEmpty() ? "; there is none yet" : ", or use one of: " + cohortNames),
                    "");
        }
        return cohort;
    }

    private void joinName(Map<FileColumn, Object> said, List<CellFault> faults) {
        if (!mapping.has(Field.FULL_NAME)) {
            var parts = Stream.of(Field.FIRST_NAME, Field.MIDDLE_NAMES, Field.LAST_NAME)
                    .map(said::get)
                    .filter(part -> part != null)
                    .map(Object::toString)
                    .collect(Collectors.joining(" "));
            if (parts.length() > Details.LONGEST_NAME) {
                faults.add(new CellFault(
                        mapping.heading(Field.LAST_NAME, sheet.headings()),
                        Visible.of(parts),
                        "the whole name is longer than " + Details.LONGEST_NAME + " characters",
                        "Shorten it"));
            } else if (!parts.isEmpty()) {
                said.put(Field.FULL_NAME, parts);
            }
        }
        var nameColumn = mapping.heading(nameField(), sheet.headings());
        boolean alreadyRefused = faults.stream().anyMatch(f -> f.column().equals(nameColumn));
        if (said.get(Field.FULL_NAME) == null && !alreadyRefused) {
            faults.add(new CellFault(nameColumn, "", "the row has no name", "Enter the name, or clear the whole row"));
        }
    }

    /** The field that stands for the name in refusals. */
    FileColumn nameField() {
        if (mapping.has(Field.FULL_NAME)) return Field.FULL_NAME;
        return mapping.has(Field.LAST_NAME) ? Field.LAST_NAME : Field.FIRST_NAME;
    }

    /** The column of the file it is read from, from 0; null where it has none. */
    Integer column(FileColumn field) {
        return mapping.columns().get(field);
    }

    String heading(FileColumn field) {
        return mapping.heading(field == Field.FULL_NAME ? nameField() : field, sheet.headings());
    }
}
