package org.attest.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attest.volunteer.Texts;

/**
 * What a question offers, as its author types it, a line each: choices with a star before each right one; steps in their
 * order; pairs with an equals sign between.
 */
record AnswerLines(List<String> options, List<Integer> right, List<String> inOrder, List<List<String>> pairs) {

    private static final String RIGHT = "*";
    private static final String PAIRED = "=";

    static AnswerLines read(Question.Kind kind, String typed) {
        var lines = Stream.of(typed.split("\\R"))
                .map(Texts::line)
                .filter(Objects::nonNull)
                .toList();
        return switch (kind) {
            case SINGLE, MULTIPLE, SCENARIO -> choices(lines);
            case ORDERING -> new AnswerLines(null, null, lines, null);
            case MATCHING ->
                new AnswerLines(
                        null,
                        null,
                        null,
                        lines.stream()
                                .map(line -> Stream.of(line.split(PAIRED, 2))
                                        .map(String::strip)
                                        .filter(side -> !side.isEmpty())
                                        .toList())
                                .toList());
        };
    }

    private static AnswerLines choices(List<String> lines) {
        var options = new ArrayList<String>();
        var right = new ArrayList<Integer>();
        for (var line : lines) {
            if (line.startsWith(RIGHT)) right.add(options.size());
            options.add(line.startsWith(RIGHT) ? line.substring(RIGHT.length()).strip() : line);
        }
        return new AnswerLines(options, right, null, null);
    }

    /** As it would be typed. */
    static String write(Question question) {
        return switch (question.kind()) {
            case SINGLE, MULTIPLE, SCENARIO ->
                IntStream.range(0, question.options().size())
                        .mapToObj(i -> (question.right().contains(i) ? RIGHT + " " : "")
                                + question.options().get(i))
                        .collect(Collectors.joining("\n"));
            case ORDERING -> String.join("\n", question.inOrder());
            case MATCHING ->
                question.pairs().stream()
                        .map(pair -> String.join(" " + PAIRED + " ", pair))
                        .collect(Collectors.joining("\n"));
        };
    }
}
