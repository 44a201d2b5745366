package org.attest.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.attest.volunteer.BroughtIn;
import org.attest.volunteer.Volunteer;

/**
 * Which facts of a record came from a file, as the force attested them: shown beside each fact for as long as it is as the file
 * said.
 */
record FromFiles(List<BroughtIn> rows) {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("fullName", "name"),
            Map.entry("knownAs", "known as"),
            Map.entry("birthDate", "birth date"),
            Map.entry("email", "email"),
            Map.entry("phone", "phone"),
            Map.entry("emergencyName", "emergency contact"),
            Map.entry("emergencyPhone", "emergency telephone"),
            Map.entry("appointmentType", "to serve as"),
            Map.entry("forceNumber", "force number"),
            Map.entry("appliedOn", "application day"));

    /** A file that brought something: what, in words. */
    record Source(String importRef, String fileName, int row, Instant at, String by, String what) {}

    static FromFiles of(Volunteer person) {
        return new FromFiles(BroughtIn.of(person));
    }

    /** The row that brought the detail as it stands; null where none did. */
    public BroughtIn detail(String name, Object value) {
        if (value == null) return null;
        var now = value instanceof LocalDate day ? day.toString() : value.toString();
        return newest(row -> row.brought(name, now));
    }

    /** The row that brought this appointment, attestation, finding or piece; null where none did. */
    public BroughtIn fact(String kind, Long id) {
        return newest(row -> row.facts.containsKey(kind + ":" + id));
    }

    private BroughtIn newest(Predicate<BroughtIn> which) {
        for (int i = rows.size() - 1; i >= 0; i--) if (which.test(rows.get(i))) return rows.get(i);
        return null;
    }

    /** The files, oldest first. */
    public List<Source> sources() {
        return rows.stream()
                .map(row -> new Source(row.importRef, row.fileName, row.rowNo, row.broughtAt, row.broughtBy, what(row)))
                .toList();
    }

    private static String what(BroughtIn row) {
        var what = new ArrayList<String>();
        row.facts.keySet().stream()
                .map(fact -> fact.contains(":") ? fact.substring(0, fact.indexOf(':')) : WORDS.getOrDefault(fact, fact))
                .distinct()
                .sorted()
                .forEach(what::add);
        return String.join(", ", what);
    }
}
