package org.attest.vetting;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * One of the checks C1 to C21 (vetting section 2), from {@code reference/vetting-checks.csv}.
 *
 * @param marks by level of force vetting: what was found about it
 * @param hint what to know of it; empty where there is nothing
 */
public record CheckKind(String code, String name, String doneBy, Map<ClearanceLevel, Mark> marks, String hint) {

    /** How it is known that a level asks for it. */
    public enum Mark {
        /** Seen in a published source. */
        SEEN("Seen in a source"),
        /** Proposed by us: each force confirms it. */
        PROPOSED("Proposed: confirm with your force"),
        NOT_ASKED("Not proposed");

        private final String words;

        Mark(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What is done before any other check is started (vetting rule 23). */
    static final Set<String> AUTHENTICATION = Set.of("C1", "C2");

    /** What can be asked about everybody, and so never “does not apply”. */
    private static final Set<String> OF_EVERYBODY =
            Set.of("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C13", "C17", "C19");

    private static final Map<String, CheckKind> ALL = read();

    static List<CheckKind> all() {
        return List.copyOf(ALL.values());
    }

    static CheckKind of(String code) {
        return ALL.get(code);
    }

    /** {@code C4 Police National Computer}. */
    public String label() {
        return code + " " + name;
    }

    /** Whether it can be that it does not apply to somebody. */
    boolean mayNotApply() {
        return !OF_EVERYBODY.contains(code);
    }

    Mark mark(ClearanceLevel level) {
        return marks.getOrDefault(level, Mark.NOT_ASKED);
    }

    private static Map<String, CheckKind> read() {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var kinds = new LinkedHashMap<String, CheckKind>();
        try (var in = CheckKind.class.getResourceAsStream("/reference/vetting-checks.csv");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                var parser = format.parse(reader)) {
            for (var row : parser) kinds.put(row.get("code"), of(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kinds;
    }

    private static CheckKind of(CSVRecord row) {
        var marks = new EnumMap<ClearanceLevel, Mark>(ClearanceLevel.class);
        for (var level : ClearanceLevel.values()) {
            if (level.isForceVetting()) marks.put(level, mark(row.get(column(level))));
        }
        return new CheckKind(row.get("code"), row.get("name"), row.get("done_by"), Map.copyOf(marks), row.get("hint"));
    }

    private static String column(ClearanceLevel level) {
        return switch (level) {
            case RECRUITMENT -> "rv";
            case MANAGEMENT -> "mv";
            default -> level.name().toLowerCase(Locale.ROOT);
        };
    }

    private static Mark mark(String cell) {
        return switch (cell) {
            case "V" -> Mark.SEEN;
            case "o" -> Mark.PROPOSED;
            default -> Mark.NOT_ASKED;
        };
    }
}
