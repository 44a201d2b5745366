package org.attest.vetting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.attest.web.Formats;
import org.attest.web.Option;

/**
 * One thing the vetting form asks.
 *
 * @param hint null for none
 * @param options of a choice; empty for everything else
 * @param needed whether it has to be answered, by the other answers of its row or part
 */
public record FormField(
        String name,
        String label,
        String hint,
        Kind kind,
        List<Option> options,
        Predicate<Map<String, String>> needed) {

    /** How it is answered. */
    public enum Kind {
        LINE,
        /** Several lines. */
        TEXT,
        /** A day that is not in the future. */
        DAY,
        CHOICE,
        YES_NO,
        TICK
    }

    static FormField line(String name, String label) {
        return of(name, label, Kind.LINE, List.of());
    }

    static FormField text(String name, String label) {
        return of(name, label, Kind.TEXT, List.of());
    }

    static FormField day(String name, String label) {
        return of(name, label, Kind.DAY, List.of());
    }

    static FormField yesNo(String name, String label) {
        return of(name, label, Kind.YES_NO, List.of());
    }

    static FormField tick(String name, String label) {
        return of(name, label, Kind.TICK, List.of());
    }

    /** @param pairs value and words, in turn */
    static FormField choice(String name, String label, String... pairs) {
        var options = new ArrayList<Option>();
        for (int i = 0; i < pairs.length; i += 2) options.add(new Option(pairs[i], pairs[i + 1]));
        return of(name, label, Kind.CHOICE, List.copyOf(options));
    }

    static FormField choice(String name, String label, List<Option> options) {
        return of(name, label, Kind.CHOICE, options);
    }

    private static FormField of(String name, String label, Kind kind, List<Option> options) {
        return new FormField(name, label, null, kind, options, answers -> true);
    }

    FormField hint(String words) {
        return new FormField(name, label, words, kind, options, needed);
    }

    /** May stay open. */
    FormField optional() {
        return new FormField(name, label + " (optional)", hint, kind, options, answers -> false);
    }

    /** Has to be answered only where the other answers say so. */
    FormField neededIf(Predicate<Map<String, String>> answers) {
        return new FormField(name, label, hint, kind, options, answers);
    }

    /** Has to be answered only where another field has this value. */
    FormField neededIf(String field, String value) {
        return neededIf(answers -> value.equals(answers.get(field)));
    }

    /** A stored answer as it reads on a page. */
    String words(String answer) {
        return switch (kind) {
            case DAY -> Formats.inWords(LocalDate.parse(answer));
            case YES_NO -> answer.equals("yes") ? "Yes" : "No";
            case TICK -> "Yes";
            case CHOICE ->
                options.stream()
                        .filter(o -> o.value().equals(answer))
                        .findFirst()
                        .map(Option::text)
                        .orElse(answer);
            default -> answer;
        };
    }
}
