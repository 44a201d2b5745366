package org.attest.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report of activity completion as Moodle writes it for spreadsheets: UTF-16, tabs, every cell quoted, no heading over the
 * names and none over the days. Some rows are at fault, and it knows which and why.
 */
final class MoodleRows {

    private static final String PASSED = "Completed (achieved pass grade)";
    private static final String DAY = "Thursday, 4 June 2026, 9:32 AM";
    private static final String OTHER_DAY = "Friday, 5 June 2026, 10:05 PM";

    private final List<List<String>> rows = new ArrayList<>();
    private final Map<Integer, String> faults = new LinkedHashMap<>();
    private int clean;

    MoodleRows(int count, String mine) {
        // what needs DSC-101 stands before it
        rows.add(List.of(
                "",
                "Email address",
                "Keeping children safe " + mine,
                "",
                "DSC-101 Role, ethics and conduct",
                "",
                "Handling information " + mine,
                "",
                "Welcome " + mine,
                ""));
        for (int i = 0; i < count; i++) row(i, mine);
    }

    static String email(int i, String mine) {
        return "m" + i + "-" + mine + "@moodle.example";
    }

    private void row(int i, String mine) {
        var cells = new ArrayList<>(List.of(
                "Learner " + i, email(i, mine), PASSED, OTHER_DAY, PASSED, DAY, "Completed", DAY, "Completed", DAY));
        int results = 3;
        String fault = null;
        switch (i % 30) {
            case 3 -> {
                cells.set(1, "nobody" + i + "@elsewhere.example");
                fault = "nobody in the force has this address";
                results = 0;
            }
            case 7 -> {
                cells.set(7, "Wednesday, 31 June 2026, 9:32 AM");
                fault = "there is no such day in the calendar";
                results = 2;
            }
            case 9 -> {
                cells.set(6, "Completed (did not achieve pass grade)");
                fault = "was not reached (training rule 3)";
                results = 2;
            }
            case 11 -> {
                cells.set(6, "Erledigt");
                fault = "this is not a result Attest knows";
                results = 2;
            }
            case 13 -> {
                cells.set(7, "");
                fault = "there is no day";
                results = 2;
            }
            case 17 -> {
                cells.set(7, "Friday, 4 June 2027, 9:32 AM");
                fault = "the day lies ahead";
                results = 2;
            }
            case 19 -> {
                cells.set(4, "Not completed");
                cells.set(5, "");
                fault = "DSC-103 needs DSC-101, which is not passed (training rule 2)";
                results = 1;
            }
            case 23 -> {
                cells.add("more");
                fault = "the row has 11 cells";
                results = 0;
            }
            case 27 -> {
                // nothing at all is done: no fault
                for (int c = 2; c < 10; c += 2) {
                    cells.set(c, "Not completed");
                    cells.set(c + 1, "");
                }
                results = 0;
            }
            default -> {}
        }
        rows.add(cells);
        clean += results;
        if (fault != null) faults.put(rows.size(), fault);
    }

    byte[] bytes() {
        var text = new StringBuilder();
        for (var row : rows) {
            text.append(String.join("\t", row.stream().map(c -> '"' + c + '"').toList()))
                    .append('\n');
        }
        var out = new ByteArrayOutputStream();
        out.write(0xFF);
        out.write(0xFE);
        out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_16LE));
        return out.toByteArray();
    }

    /** The rows at fault, as the spreadsheet counts them, with what is wrong. */
    Map<Integer, String> faults() {
        return faults;
    }

    /** Results that are not at fault. */
    int clean() {
        return clean;
    }
}
