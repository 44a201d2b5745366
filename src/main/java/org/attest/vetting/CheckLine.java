package org.attest.vetting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A check with what was asked and answered about it.
 *
 * @param entries oldest first
 * @param note of the newest entry; null where nothing was said
 */
record CheckLine(Check check, CheckKind kind, List<CheckEntry> entries, String note) {

    /** The checks of a case in their order, in two statements. */
    static List<CheckLine> of(VettingCase vettingCase, Compartment compartment) {
        Map<Long, List<CheckEntry>> entries = new HashMap<>();
        for (var entry : CheckEntry.of(vettingCase)) {
            entries.computeIfAbsent(entry.check.id, id -> new ArrayList<>()).add(entry);
        }
        return Check.of(vettingCase).stream()
                .map(c -> of(c, entries.getOrDefault(c.id, List.of()), compartment))
                .toList();
    }

    private static CheckLine of(Check check, List<CheckEntry> entries, Compartment compartment) {
        var line = new CheckLine(check, check.kind(), entries, null);
        return new CheckLine(
                check,
                check.kind(),
                entries,
                entries.isEmpty() ? null : line.newest().note(compartment));
    }

    /** Names of its fields in a form. */
    public CheckFields fields() {
        return new CheckFields(check.code);
    }

    /** Null while nothing was asked. */
    public CheckEntry newest() {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1);
    }

    /** How many entries there are: what a form about it was made on. */
    public String stamp() {
        return String.valueOf(entries.size());
    }

    /** The shape its tag carries. */
    public String mark() {
        return switch (check.result) {
            case CLEAR, TRACE_NOT_RELEVANT -> "met";
            case ADVERSE -> "unmet";
            case UNABLE_TO_CHECK -> "unknown";
            case REQUESTED -> "soon";
            case NOT_STARTED, NOT_APPLICABLE -> "closed";
        };
    }
}
