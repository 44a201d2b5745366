package org.attest.volunteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Occupations normally barred, and those that need permission (vetting section 6), as shipped in {@code
 * reference/occupations.csv}. The list is guidance from 2011 and the chief officer decides, so that a listed occupation
 * may still be found permitted, never found without conflict.
 */
public final class Occupations {

    private static final Map<String, OccupationFinding> TREATMENT = read();

    private Occupations() {}

    /** How an occupation of this name is normally treated; empty for one that is not on the list. */
    public static Optional<OccupationFinding> treatmentOf(String occupation) {
        return Optional.ofNullable(TREATMENT.get(key(occupation)));
    }

    private static String key(String occupation) {
        return Texts.folded(occupation).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static Map<String, OccupationFinding> read() {
        var file = Occupations.class.getResourceAsStream("/reference/occupations.csv");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var treatment = new LinkedHashMap<String, OccupationFinding>();
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> treatment.put(key(cells[0]), OccupationFinding.valueOf(cells[1])));
            return treatment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
