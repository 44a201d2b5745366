package org.attest.vetting;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * What applies where a force has set nothing, as shipped in {@code reference/vetting-figures.csv}.
 *
 * @param level null where the figure is not per level
 * @param amount a number; null where none is known
 * @param source title and year of what it was read in
 */
public record FigureDefault(
        VettingFigure figure,
        ClearanceLevel level,
        String amount,
        VettingFigure.Unit unit,
        String source,
        StatusMark mark) {

    private static final List<FigureDefault> ALL = read();

    /** In the order of the file. */
    public static List<FigureDefault> all() {
        return ALL;
    }

    private static List<FigureDefault> read() {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setNullString("")
                .get();
        try (var in = FigureDefault.class.getResourceAsStream("/reference/vetting-figures.csv");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                var rows = format.parse(reader)) {
            return rows.stream()
                    .map(row -> new FigureDefault(
                            VettingFigure.valueOf(row.get("figure")),
                            row.get("level") == null ? null : ClearanceLevel.valueOf(row.get("level")),
                            row.get("amount"),
                            VettingFigure.Unit.valueOf(row.get("unit")),
                            row.get("source"),
                            StatusMark.valueOf(row.get("mark"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
