package org.attest.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A sheet as forces have it: most rows clean and written in many ways, every fifth with one fault, and for each faulty row
 * the heading and a word that its refusal must name.
 */
final class MixedRows {

    /** What a refusal of a row must name. */
    record Fault(String heading, String word) {}

    private static final List<String> FIRST =
            List.of("Zoë", "Ngọc", "Ann", "Seán", "Łucja", "محمد", "李", "Björn", "Aoife", "D’Arcy");
    private static final List<String> LAST = List.of(
            "O’Brien",
            "Nguyễn",
            "Lee-Ray",
            "van der Berg",
            "Ó Súilleabháin",
            "علي",
            "小龍",
            "Smith",
            "Ap Rhys",
            "=Jones");
    private static final List<String> PATTERNS = List.of(
            "dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "d MMMM yyyy", "d-MMM-yyyy", "d.M.yyyy", "EEEE d MMMM yyyy");
    private static final String HEAD =
            "Surname,Forename(s),DOB,Email,Collar no,Mobile,Stage,Role,Date applied,Right to remain,Notes";

    private final StringBuilder text = new StringBuilder(HEAD).append("\r\n");
    private final Map<Integer, Fault> faults = new LinkedHashMap<>();
    private final Random random;
    private int row = 1;
    private int clean;

    MixedRows(int rows, long seed) {
        random = new Random(seed);
        for (int i = 0; i < rows; i++) {
            row++;
            if (i % 97 == 50) {
                text.append("\r\n");
                row++;
            }
            if (i % 5 == 3) faulty(i, (i / 5) % 18);
            else clean(i);
        }
    }

    String text() {
        return text.toString();
    }

    /** Row number as in the spreadsheet, and what is wrong there. */
    Map<Integer, Fault> faults() {
        return faults;
    }

    int clean() {
        return clean;
    }

    private String[] sound(int i) {
        var born = LocalDate.of(1960, 1, 1).plusDays(random.nextInt(16_000));
        var applied = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(150));
        return new String[] {
            LAST.get(random.nextInt(LAST.size())),
            FIRST.get(random.nextInt(FIRST.size())) + " " + letters(i),
            random.nextInt(7) == 0
                    ? String.valueOf(
                            born.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay())
                    : day(born),
            "row" + i + "@Mixed.example",
            String.format("%06d", i),
            "01622 " + String.format("%06d", i),
            List.of("Enquiry", "Applied", "interview", "In vetting", "").get(random.nextInt(5)),
            List.of("SC", "Special Constable", "PSV", "").get(random.nextInt(4)),
            day(applied),
            List.of("British", "ILR", "EU", "").get(random.nextInt(4)),
            List.of("", "likes, commas", "says \"hello\"", "two\nlines", "=SUM(A1)", "{x}<b>")
                    .get(random.nextInt(6))
        };
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(PATTERNS.get(random.nextInt(PATTERNS.size())), Locale.UK)
                .format(day);
    }

    private void clean(int i) {
        var cells = sound(i);
        if (i % 11 == 0) cells[6] = "";
        write(cells);
        clean++;
    }

    private void faulty(int i, int kind) {
        var cells = sound(i);
        switch (kind) {
            case 0 -> fault(cells, 2, "31/02/1990", "DOB", "no such day");
            case 1 -> fault(cells, 2, "06/25/1990", "DOB", "month first");
            case 2 -> fault(cells, 2, "4/6/90", "DOB", "two digits");
            case 3 -> fault(cells, 3, "row" + i + " at mixed", "Email", "email address");
            case 4 -> fault(cells, 3, "ROW" + (i - 3) + "@MIXED.EXAMPLE", "Email", "has this address too");
            case 5 -> fault(cells, 6, "Limbo", "Stage", "not a stage");
            case 6 -> fault(cells, 7, "Wizard", "Role", "not an appointment");
            case 7 -> fault(cells, 7, "SC clearance", "Role", "clearance");
            case 8 -> {
                cells[8] = "01/06/2026";
                fault(cells, 2, "02/06/2009", "DOB", "age of 17");
            }
            case 9 -> {
                cells[0] = "";
                cells[1] = "";
                faults.put(row, new Fault("Surname", "no name"));
            }
            case 10 -> fault(cells, 0, "Evil\u202etxt", "Surname", "direction of writing");
            case 11 -> fault(cells, 1, "x".repeat(20_001), "Forename(s)", "20001 characters");
            case 12 -> fault(cells, 4, String.format("%06d", i - 2), "Collar no", "has this number too");
            case 13 -> fault(cells, 9, "yes", "Right to remain", "right to remain");
            case 14 -> fault(cells, 5, "none", "Mobile", "telephone");
            case 15 -> {
                faults.put(row, new Fault("Column L", "the row has 12 cells"));
                text.append(String.join(",", "A", "B " + letters(i), "", "", "", "", "", "", "", "", "n", "extra"))
                        .append("\r\n");
                return;
            }
            case 16 -> {
                faults.put(row, new Fault("Forename(s)", "quotation mark"));
                text.append("Open,\"never closed ").append(letters(i)).append(",1/1/1990,,,,,,,,\r\n");
                return;
            }
            default -> {
                cells[8] = "17/06/2026";
                faults.put(row, new Fault("Date applied", "in the future"));
            }
        }
        write(cells);
    }

    private void fault(String[] cells, int column, String value, String heading, String word) {
        cells[column] = value;
        faults.put(row, new Fault(heading, word));
    }

    private void write(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) text.append(',');
            boolean quote = cells[i].contains(",") || cells[i].contains("\"") || cells[i].contains("\n");
            text.append(quote ? "\"" + cells[i].replace("\"", "\"\"") + "\"" : cells[i]);
        }
        text.append("\r\n");
    }

    private static String letters(int i) {
        return Sheet.letters(i).toLowerCase(Locale.ROOT);
    }
}
