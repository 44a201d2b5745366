package org.attest.volunteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How occupations are treated in a force (vetting section 6): the national list as shipped in {@code
 * reference/occupations.csv}, and what the force has set over it. The national list is guidance from 2011 and the chief
 * officer decides, so that a listed occupation may still be found permitted, never found without conflict.
 *
 * @param treatment by {@link #key} of the occupation; {@code NO_CONFLICT} where the force has taken one off the list
 * @param found what was found before, which stays found whatever the list says now
 */
public record Occupations(Map<String, OccupationFinding> treatment, EligibilityAnswers found) {

    /**
     * A line of the national list.
     *
     * @param source where it was read, with its mark: {@code V1} is local practice or an older edition
     */
    public record Listed(String occupation, OccupationFinding finding, String source) {}

    private static final List<Listed> LISTED = read();

    /** The national list, with nothing of a force. */
    public static final Occupations NATIONAL = new Occupations(
            LISTED.stream().collect(Collectors.toUnmodifiableMap(line -> key(line.occupation()), Listed::finding)),
            EligibilityAnswers.NOTHING);

    /** The national list, line by line. */
    public static List<Listed> listed() {
        return LISTED;
    }

    /** The line of the national list that an occupation of this name is on. */
    public static Optional<Listed> listed(String occupation) {
        var key = key(occupation);
        return LISTED.stream()
                .filter(line -> key(line.occupation()).equals(key))
                .findFirst();
    }

    /** How an occupation of this name is normally treated; empty for one that is not on the list. */
    public Optional<OccupationFinding> treatmentOf(String occupation) {
        return Optional.ofNullable(treatment.get(key(occupation)));
    }

    /** The treatment that a finding without conflict would contradict; empty where none does, and for what was found so before. */
    Optional<OccupationFinding> contradicting(EligibilityAnswers answers) {
        if (answers.occupation() == null || answers.occupationFinding() != OccupationFinding.NO_CONFLICT) {
            return Optional.empty();
        }
        boolean before = answers.occupation().equals(found.occupation())
                && answers.occupationFinding() == found.occupationFinding();
        return before
                ? Optional.empty()
                : treatmentOf(answers.occupation()).filter(t -> t != OccupationFinding.NO_CONFLICT);
    }

    /** The same list, for somebody about whom this was found already; null for nothing. */
    public Occupations after(EligibilityAnswers found) {
        return new Occupations(treatment, found == null ? EligibilityAnswers.NOTHING : found);
    }

    /** Under what an occupation is looked up, whatever its case, accents and hyphens. */
    static String key(String occupation) {
        return Texts.folded(occupation).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static List<Listed> read() {
        var file = Occupations.class.getResourceAsStream("/reference/occupations.csv");
        Function<String[], Listed> line = cells -> new Listed(cells[0], OccupationFinding.valueOf(cells[1]), cells[2]);
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(text -> text.split(",", -1))
                    .map(line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
