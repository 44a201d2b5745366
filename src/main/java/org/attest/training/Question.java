package org.attest.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A question of a module's bank. Whatever its kind, an answer is a list of numbers, each the place of something in {@link
 * #offered}: the one or those chosen, all of them in their order, or one for each prompt.
 *
 * @param section the section that holds the answer
 * @param situation what a scenario begins with; null for the others
 * @param options what is offered, of {@code right}; null for the kinds that have {@code inOrder} or {@code pairs}
 * @param because what is said after the attempt
 */
record Question(
        String id,
        Kind kind,
        String section,
        String situation,
        String text,
        List<String> options,
        List<Integer> right,
        List<String> inOrder,
        List<List<String>> pairs,
        String because) {

    enum Kind {
        SINGLE("One answer"),
        MULTIPLE("Several answers"),
        ORDERING("Steps to put in order"),
        MATCHING("Pairs to match"),
        SCENARIO("Scenario with one answer");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** What one chooses from, as it is written; never shown in this order, for that may be the answer. */
    List<String> offered() {
        return switch (kind) {
            case SINGLE, MULTIPLE, SCENARIO -> options;
            case ORDERING -> inOrder;
            case MATCHING -> pairs.stream().map(pair -> pair.get(1)).toList();
        };
    }

    /** What each choice is made for: the left of the pairs; empty for the other kinds. */
    List<String> prompts() {
        return kind == Kind.MATCHING ? pairs.stream().map(pair -> pair.get(0)).toList() : List.of();
    }

    /** What it offers and what is right, as its author would type it. */
    public String typed() {
        return AnswerLines.write(this);
    }

    /** The right answer. */
    List<Integer> answer() {
        return switch (kind) {
            case SINGLE, MULTIPLE, SCENARIO -> right;
            case ORDERING, MATCHING ->
                IntStream.range(0, offered().size()).boxed().toList();
        };
    }

    /** Whether the answer is right, in whole: of several choices, each and no other. */
    boolean isRight(List<Integer> given) {
        if (given == null) return false;
        return kind == Kind.MULTIPLE
                ? given.size() == right.size() && new HashSet<>(given).equals(new HashSet<>(right))
                : given.equals(answer());
    }

    /** What is wrong with what it offers, as a sentence; null when it can be asked. */
    String whatIsWrong() {
        var missing =
                switch (kind) {
                    case SINGLE, SCENARIO -> chosenOf(right != null && right.size() == 1, "Mark one right answer");
                    case MULTIPLE -> chosenOf(right != null && !right.isEmpty(), "Mark each right answer");
                    case ORDERING -> inOrder != null && inOrder.size() > 1 ? null : "Two steps are the fewest";
                    case MATCHING ->
                        pairs != null && pairs.size() > 1 && pairs.stream().allMatch(p -> p.size() == 2)
                                ? null
                                : "Each pair needs both its sides, and two pairs are the fewest";
                };
        if (missing != null) return missing;
        if (answer().stream().anyMatch(i -> i < 0 || i >= offered().size())) return "An answer is not offered";
        return new HashSet<>(offered()).size() < offered().size() ? "The same is offered twice" : null;
    }

    private String chosenOf(boolean marked, String otherwise) {
        if (options == null || options.size() < 2) return "Two choices are the fewest";
        return marked ? null : otherwise;
    }

    /** What is wrong with it, in sentences; empty when it can be asked. */
    List<String> faults(List<String> sections) {
        var faults = new ArrayList<String>();
        if (!sections.contains(section)) faults.add("Question " + id + " is about no section of the module");
        if (because == null) faults.add("Question " + id + " says nothing after the attempt");
        var wrong = whatIsWrong();
        if (wrong != null) faults.add("Question " + id + ": " + wrong);
        return faults;
    }
}
