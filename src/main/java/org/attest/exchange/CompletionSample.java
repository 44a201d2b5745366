package org.attest.exchange;

import java.util.ArrayList;
import java.util.List;
import org.attest.volunteer.FileColumn;

/** Our own sheet of completed training with invented people, to look at and to try with. */
final class CompletionSample {

    static final List<String> HEADINGS =
            CompletionField.ALL.all().stream().map(FileColumn::label).toList();

    private static final List<String> PEOPLE = List.of(
            "Ada Sample",
            "Ben Sample",
            "Cai Sample",
            "Dee Sample",
            "Eli Sample",
            "Fay Sample",
            "Gus Sample",
            "Hal Sample",
            "Ivy Sample",
            "Jon Sample",
            "Kay Sample",
            "Lou Sample",
            "Max Sample",
            "Nia Sample",
            "Oli Sample",
            "Pip Sample",
            "Quin Sample",
            "Ray Sample",
            "Sam Sample",
            "Tia Sample");

    private CompletionSample() {}

    static List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < PEOPLE.size(); i++) {
            var name = PEOPLE.get(i);
            var email = name.toLowerCase().replace(' ', '.') + "@sample.example";
            boolean signed = i % 5 == 4;
            rows.add(List.of(
                    "",
                    String.format("00%03d", i + 101),
                    email,
                    "",
                    name,
                    signed
                            ? "DSC-104 What the work is like: informed choice and self-care"
                            : "DSC-101 Role, ethics and conduct",
                    "",
                    String.format("%02d/03/2026", i % 27 + 1),
                    signed ? "Completed" : "Passed",
                    signed ? "" : String.valueOf(80 + i % 20),
                    signed ? "assessor@sample.example" : ""));
        }
        return rows;
    }
}
