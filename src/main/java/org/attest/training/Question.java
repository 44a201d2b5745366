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
        SINGLE,
        MULTIPLE,
        ORDERING,
        MATCHING,
        SCENARIO
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

    /** What is wrong with it, in sentences; empty when it can be asked. */
    List<String> faults(List<String> sections) {
        var faults = new ArrayList<String>();
        if (!sections.contains(section)) faults.add("Question " + id + " is about no section of the module");
        if (because == null) faults.add("Question " + id + " says nothing after the attempt");
        boolean complete =
                switch (kind) {
                    case SINGLE, SCENARIO -> options != null && right != null && right.size() == 1;
                    case MULTIPLE -> options != null && right != null && !right.isEmpty();
                    case ORDERING -> inOrder != null && inOrder.size() > 1;
                    case MATCHING -> pairs != null && pairs.stream().allMatch(p -> p.size() == 2);
                };
        if (!complete) {
            faults.add("Question " + id + " is not complete");
        } else if (answer().stream().anyMatch(i -> i < 0 || i >= offered().size())) {
            faults.add("Question " + id + " has an answer that is not offered");
        } else if (new HashSet<>(offered()).size() < offered().size()) {
            faults.add("Question " + id + " offers the same twice");
        }
        return faults;
    }
}
