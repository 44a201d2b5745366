package org.attest.vetting;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * What a level gives access to, as shipped in {@code reference/vetting-levels.csv}.
 *
 * @param access in words
 * @param source title and year of what it was read in
 */
public record LevelAccess(ClearanceLevel level, String access, String source, StatusMark mark) {

    private static final List<LevelAccess> ALL = read();

    /** Every level, in the order of the levels. */
    public static List<LevelAccess> all() {
        return ALL;
    }

    private static List<LevelAccess> read() {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = LevelAccess.class.getResourceAsStream("/reference/vetting-levels.csv");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                var rows = format.parse(reader)) {
            return rows.stream()
                    .map(row -> new LevelAccess(
                            ClearanceLevel.valueOf(row.get("level")),
                            row.get("access"),
                            row.get("source"),
                            StatusMark.valueOf(row.get("mark"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
