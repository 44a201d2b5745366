package org.attest.volunteer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/**
 * Why an applicant is refused, as shipped in {@code reference/refusal-reasons.csv}.
 *
 * @param code as it stands in the trail
 * @param leaving what the leaving is recorded as
 * @param words for the coordinator's list
 * @param letter the sentence that the applicant reads
 */
public record RefusalReason(String code, LeavingReason leaving, String words, String letter) {

    private static final List<RefusalReason> ALL = read();

    /** In the order of the file. */
    public static List<RefusalReason> all() {
        return ALL;
    }

    public static Optional<RefusalReason> of(String code) {
        return ALL.stream().filter(r -> r.code.equals(code)).findFirst();
    }

    private static List<RefusalReason> read() {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = RefusalReason.class.getResourceAsStream("/reference/refusal-reasons.csv");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                var rows = format.parse(reader)) {
            return rows.stream()
                    .map(row -> new RefusalReason(
                            row.get("code"),
                            LeavingReason.valueOf(row.get("leaving")),
                            row.get("words"),
                            row.get("letter")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
