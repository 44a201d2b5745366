package org.attest.force;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The tables shipped in {@code reference/}; where each comes from and its licence stand beside them. */
final class ReferenceFiles {

    private ReferenceFiles() {}

    /** The 48 forces: code, slug, name, region, country, kind. */
    static List<CSVRecord> policeForces() {
        return rows("police-forces.csv");
    }

    /** Days that a proclamation made bank holidays, beyond the standing rules. */
    static Map<Nation, Set<LocalDate>> proclaimedBankHolidays() {
        var days = new EnumMap<Nation, Set<LocalDate>>(Nation.class);
        for (var row : rows("bank-holidays-proclaimed.csv")) {
            days.computeIfAbsent(Nation.valueOf(row.get("nation")), n -> new HashSet<>())
                    .add(LocalDate.parse(row.get("day")));
        }
        return days;
    }

    private static List<CSVRecord> rows(String file) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = ReferenceFiles.class.getResourceAsStream("/reference/" + file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                var parser = format.parse(reader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
