package org.attest.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attest.exchange.CompletionLine.Headings;
import org.attest.exchange.CompletionLine.Who;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.Texts;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** Understands a file of completed training: one course in each row, or Moodle’s activities side by side. */
final class CompletionReading {

    private static final int MOST_COURSES = 200;

    private final Sheet sheet;
    private final Mapping mapping;
    private final List<Activity> activities;
    private final Headings inRows;
    private final boolean openEnded;
    private int monthFirst;
    private int dayFirst;
    private boolean points;
    private int number;

    CompletionReading(Sheet sheet, Mapping mapping) {
        this.sheet = sheet;
        this.mapping = mapping;
        this.activities = Activity.of(sheet, mapping);
        this.inRows = new Headings(
                heading(mapping.has(CompletionField.COURSE) ? CompletionField.COURSE : CompletionField.COURSE_NUMBER),
                heading(CompletionField.COMPLETED_ON),
                heading(CompletionField.RESULT),
                heading(CompletionField.MARK),
                heading(CompletionField.ASSESSOR));
        var day = FileColumn.folded(inRows.day());
        // IOMAD lists enrolments too: a blank cell there says that the course is not finished
        this.openEnded = day.equals("timecompleted") || day.equals("time completed");
        weigh();
    }

    private String heading(FileColumn column) {
        return mapping.heading(column, sheet.headings());
    }

    /** How the days of the file are written, and whether its marks are points. */
    private void weigh() {
        var days = Stream.concat(
                        activities.stream().map(Activity::day),
                        Stream.ofNullable(mapping.columns().get(CompletionField.COMPLETED_ON)))
                .toList();
        var mark = mapping.columns().get(CompletionField.MARK);
        eachRow(row -> {
            if (row.damage() != null) return;
            for (int column : days) {
                switch (FileDay.order(CompletionDay.withoutTime(Cells.line(row.cell(column))))) {
                    case DAY_FIRST_ONLY -> dayFirst++;
                    case MONTH_FIRST_ONLY -> monthFirst++;
                    default -> {}
                }
            }
            if (mark != null) points |= isAbove(row.cell(mark));
        });
    }

    private static boolean isAbove(String cell) {
        var digits = Cells.line(cell).replaceFirst(" ?%$", "");
        return digits.matches("\\d{1,9}(\\.\\d{1,9})?")
                && new BigDecimal(digits).compareTo(BigDecimal.valueOf(100)) > 0;
    }

    private void eachRow(Consumer<SheetRow> work) {
        try (var rows = sheet.rows()) {
            rows.forEach(work);
        }
    }

    /** A course of the file: its key, how it is called there, and how many rows name it. */
    record Course(String key, String name, int rows) {}

    /** In the order in which they come. Refuses a file of too many. */
    List<Course> courses() {
        if (!activities.isEmpty()) {
            return activities.stream()
                    .map(a -> new Course(key(a.name()), a.name(), sheet.rowCount()))
                    .collect(Collectors.toMap(Course::key, c -> c, (one, other) -> one, LinkedHashMap::new))
                    .values()
                    .stream()
                    .toList();
        }
        var names = new LinkedHashMap<String, String>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        eachRow(row -> {
            var name = row.damage() == null ? course(row) : null;
            if (name == null) return;
            names.putIfAbsent(key(name), Visible.of(name));
            rows.merge(key(name), 1, Integer::sum);
            if (names.size() > MOST_COURSES) {
                throw new Refused(
                        "The file names more than " + MOST_COURSES
                                + " courses. Choose another column for the course, or split the file",
                        "");
            }
        });
        return names.entrySet().stream()
                .map(e -> new Course(e.getKey(), e.getValue(), rows.get(e.getKey())))
                .toList();
    }

    private static String key(String name) {
        var key = FileColumn.folded(name);
        return key.isEmpty() ? Texts.folded(name) : key;
    }

    /** Name and number of the course, in full: what differs late in a long name differs; null where the row has neither. */
    private String course(SheetRow row) {
        var parts = Stream.of(CompletionField.COURSE, CompletionField.COURSE_NUMBER)
                .filter(mapping::has)
                .map(column -> Cells.line(row.cell(mapping.columns().get(column))))
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (parts.isEmpty()) return null;
        var named = String.join(" · ", parts);
        return named.length() <= 280 ? named : named.substring(0, 280);
    }

    /** What every row says, in order. */
    List<CompletionLine> lines() {
        number = 0;
        var lines = new ArrayList<CompletionLine>();
        eachRow(row -> read(row, lines));
        return lines;
    }

    private void read(SheetRow row, List<CompletionLine> lines) {
        var faults = new ArrayList<CellFault>();
        if (row.damage() != null) {
            int cell = row.damage().cell();
            faults.add(new CellFault(
                    cell < sheet.headings().size() ? sheet.headings().get(cell) : "Column " + Sheet.letters(cell),
                    Visible.of(row.cell(cell)),
                    "the cell " + row.damage().reason(),
                    row.damage().mend()));
            lines.add(line(row, Who.NOBODY, null, inRows, null, "", null, null, null, faults));
            return;
        }
        // the last activity of Moodle has a day and no heading over it
        int widest = activities.isEmpty()
                ? sheet.headings().size()
                : Math.max(
                        sheet.headings().size(),
                        activities.get(activities.size() - 1).day() + 1);
        if (row.width() > widest) {
            faults.add(
                    new CellFault(
                            "Column " + Sheet.letters(widest),
                            Visible.of(row.cell(widest)),
                            "the row has " + row.width() + " cells, and there are " + widest
                                    + " columns, so that nobody can tell which cell belongs where",
                            "Put quotation marks around cells that hold a sign that divides cells, or delete the cells too many"));
            lines.add(line(row, Who.NOBODY, null, inRows, null, "", null, null, null, faults));
            return;
        }
        var who = who(row, faults);
        var assessor = text(row, CompletionField.ASSESSOR, faults);
        if (activities.isEmpty()) one(row, who, assessor, faults, lines);
        else for (var activity : activities) one(row, who, assessor, activity, faults, lines);
    }

    private Who who(SheetRow row, List<CellFault> faults) {
        return new Who(
                text(row, Field.REFERENCE, faults),
                text(row, Field.FORCE_NUMBER, faults),
                text(row, Field.EMAIL, faults),
                text(row, CompletionField.USERNAME, faults),
                text(row, Field.FULL_NAME, faults));
    }

    private void one(SheetRow row, Who who, String assessor, List<CellFault> faults, List<CompletionLine> lines) {
        var course = course(row);
        if (course == null) {
            faults.add(new CellFault(inRows.course(), "", "the row names no course", "Enter the course or module"));
        }
        var said = text(row, CompletionField.RESULT, faults);
        boolean resultIsFaulty = faults.stream().anyMatch(f -> f.column().equals(inRows.result()));
        var state = resultIsFaulty || said == null ? null : state(said, inRows.result(), faults);
        var dayCell = row.cell(mapping.columns().get(CompletionField.COMPLETED_ON));
        var day = day(dayCell, inRows.day(), faults);
        if (state == null && said == null && !resultIsFaulty) {
            if (!SheetRow.isBlank(dayCell)) state = CompletionState.COMPLETED;
            else if (openEnded) state = CompletionState.NOT_COMPLETED;
        }
        boolean passing = state == null || state.isPassing();
        if (passing && SheetRow.isBlank(dayCell) && !resultIsFaulty) {
            faults.add(new CellFault(inRows.day(), "", "the row has no day", "Enter the day it was completed"));
        }
        var mark = mark(row, faults);
        lines.add(line(
                row,
                who,
                course == null ? null : key(course),
                inRows,
                state,
                said == null ? "" : said,
                day,
                mark,
                assessor,
                faults));
    }

    private void one(
            SheetRow row,
            Who who,
            String assessor,
            Activity activity,
            List<CellFault> ofRow,
            List<CompletionLine> lines) {
        var faults = new ArrayList<>(ofRow);
        var columns = new Headings(
                activity.name(), "the day of " + activity.name(), activity.name(), activity.name(), inRows.assessor());
        var cell = row.cell(activity.column());
        CompletionState state = CompletionState.NOT_COMPLETED;
        var said = "";
        if (!SheetRow.isBlank(cell)) {
            said = reading(cell, columns.result(), faults, c -> RowReading.line(CompletionField.RESULT, c));
            state = said == null ? null : state(said, columns.result(), faults);
        }
        LocalDate day = null;
        if (state != null && state.isPassing()) {
            var dayCell = row.cell(activity.day());
            day = day(dayCell, columns.day(), faults);
            if (SheetRow.isBlank(dayCell)) {
                faults.add(new CellFault(columns.day(), "", "there is no day", "Enter the day it was completed"));
            }
        }
        lines.add(line(
                row, who, key(activity.name()), columns, state, said == null ? "" : said, day, null, assessor, faults));
    }

    private CompletionLine line(
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
        return new CompletionLine(
                ++number, row, who, course, columns, state, said, day, mark, assessor, List.copyOf(faults));
    }

    /** A line of text, in the form in which its column is kept; null where it has none. */
    private String text(SheetRow row, FileColumn column, List<CellFault> faults) {
        var at = mapping.columns().get(column);
        if (at == null || SheetRow.isBlank(row.cell(at))) return null;
        return reading(row.cell(at), heading(column), faults, cell -> {
            var line = RowReading.line(column, cell);
            return column == Field.EMAIL ? line.toLowerCase(Locale.ROOT) : line;
        });
    }

    private static CompletionState state(String said, String heading, List<CellFault> faults) {
        return reading(said, heading, faults, CompletionState::of);
    }

    private LocalDate day(String cell, String heading, List<CellFault> faults) {
        if (SheetRow.isBlank(cell)) return null;
        return reading(cell, heading, faults, c -> {
            var line = CompletionDay.withoutTime(RowReading.line(CompletionField.COMPLETED_ON, c));
            if (sheet.countsFrom1904() && line.matches("\\d{5}")) {
                throw new Refused(
                        "this bare number could count from 1900 or from 1904. Format the column as a date", "");
            }
            var day = FileDay.of(line);
            if (monthFirst > dayFirst) {
                FileDay.monthFirst(line).ifPresent(other -> {
                    throw new Refused(
                            "this could be " + Formats.inWords(day) + " or " + Formats.inWords(other)
                                    + ": other days of the file can only have the month first. Write the days like 27"
                                    + " June 2026",
                            "");
                });
            }
            return day;
        });
    }

    private Integer mark(SheetRow row, List<CellFault> faults) {
        var at = mapping.columns().get(CompletionField.MARK);
        if (at == null || SheetRow.isBlank(row.cell(at))) return null;
        return reading(row.cell(at), inRows.mark(), faults, cell -> {
            var digits = RowReading.line(CompletionField.MARK, cell).replaceFirst(" ?%$", "");
            if (digits.equals("-")) return null;
            if (!digits.matches("\\d{1,9}(\\.\\d{1,9})?")) {
                throw new Refused("this is not a mark. Write a number from 0 to 100", "");
            }
            if (points) {
                throw new Refused(
                        "some marks of the file are above 100, so that they are points and not of a hundred. Write the"
                                + " marks of this column in per cent",
                        "");
            }
            // never up: 79.9 does not reach 80 (training rule 3)
            return new BigDecimal(digits).setScale(0, RoundingMode.DOWN).intValueExact();
        });
    }

    private static <T> T reading(String cell, String heading, List<CellFault> faults, Function<String, T> read) {
        try {
            return read.apply(cell);
        } catch (Refused e) {
            faults.add(RowReading.fault(heading, cell, e));
            return null;
        }
    }
}
