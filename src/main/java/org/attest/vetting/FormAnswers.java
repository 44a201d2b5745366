package org.attest.vetting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What somebody has answered in one part of the form; open answers are missing. */
public record FormAnswers(Map<String, String> fields, List<Map<String, String>> rows) {

    static final FormAnswers NOTHING = new FormAnswers(Map.of(), List.of());

    /** The tick that says there is nothing to put into rows. */
    public static final String NONE = "none";

    public FormAnswers {
        fields = Map.copyOf(fields);
        rows = rows.stream().map(Map::copyOf).toList();
    }

    boolean none() {
        return fields.containsKey(NONE);
    }

    boolean blank() {
        return fields.isEmpty() && rows.isEmpty();
    }

    /** A day of a row; null where it is open. */
    static LocalDate day(Map<String, String> row, String field) {
        var text = row.get(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
