package org.attest.vetting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A vetting form to read from beginning to end: to check before it is sent, to keep, and for the case team.
 *
 * @param savedAt null while nothing is saved
 * @param sentOn day on which it was first sent; null before
 */
public record FormCopy(
        String name,
        String reference,
        String force,
        ClearanceLevel level,
        FormVariant variant,
        Instant savedAt,
        LocalDate sentOn,
        List<Part> parts) {

    /** @param before what was sent first, where it reads otherwise now; else empty */
    public record Part(FormPart part, List<Block> blocks, List<Block> before) {}

    /** @param title of a row; null for what is asked once */
    public record Block(String title, List<Line> lines) {}

    /**
     * @param answer in words; null where it is open
     * @param needed whether it is missing
     */
    public record Line(String label, String answer, boolean needed) {}

    /** An answer that reads otherwise in the case than in the form that came. */
    public record Difference(String label, String stored, String typed) {}

    static FormCopy of(VettingForm form) {
        var vettingCase = form.vettingCase();
        var person = vettingCase.volunteer;
        return new FormCopy(
                person.fullName,
                person.ref,
                person.force.name,
                vettingCase.level,
                vettingCase.variant,
                form.savedAt(),
                vettingCase.submittedOn,
                Arrays.stream(FormPart.values())
                        .map(part -> new Part(
                                part,
                                blocks(part, form.variant(), form.of(part)),
                                form.before(part) == null
                                        ? List.of()
                                        : blocks(part, form.variant(), form.before(part))))
                        .toList());
    }

    static List<Block> blocks(FormPart part, FormVariant variant, FormAnswers answers) {
        var blocks = new ArrayList<Block>();
        var once = lines(part.fields(), answers.fields());
        if (answers.none()) once.add(new Line(part.none(variant), "Yes", false));
        if (!once.isEmpty()) blocks.add(new Block(null, once));
        int number = 0;
        for (var row : answers.rows()) blocks.add(new Block(part.rowTitle() + " " + ++number, lines(part.row(), row)));
        if (part.hasRows() && answers.rows().isEmpty() && !answers.none()) {
            blocks.add(new Block(null, List.of(new Line(part.rowTitle(), null, part != FormPart.PEOPLE))));
        }
        return blocks;
    }

    private static List<Line> lines(List<FormField> fields, Map<String, String> answers) {
        var lines = new ArrayList<Line>();
        for (var field : fields) {
            var answer = answers.get(field.name());
            boolean needed = field.needed().test(answers);
            if (answer == null && !needed) continue;
            lines.add(new Line(
                    field.label().replace(" (optional)", ""), answer == null ? null : field.words(answer), needed));
        }
        return lines;
    }

    /** Where what came differs from what is stored. */
    static List<Difference> differences(FormPart part, FormVariant variant, FormAnswers stored, FormAnswers typed) {
        var before = flat(blocks(part, variant, stored));
        var now = flat(blocks(part, variant, typed));
        var labels = new ArrayList<>(before.keySet());
        now.keySet().stream().filter(l -> !before.containsKey(l)).forEach(labels::add);
        return labels.stream()
                .filter(l -> !Objects.equals(before.get(l), now.get(l)))
                .map(l -> new Difference(l, or(before.get(l)), or(now.get(l))))
                .toList();
    }

    private static String or(String answer) {
        return answer == null ? "Nothing" : answer;
    }

    private static Map<String, String> flat(List<Block> blocks) {
        var flat = new LinkedHashMap<String, String>();
        for (var block : blocks) {
            for (var line : block.lines()) {
                if (line.answer() == null) continue;
                flat.put((block.title() == null ? "" : block.title() + ": ") + line.label(), line.answer());
            }
        }
        return flat;
    }
}
