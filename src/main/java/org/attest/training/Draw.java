package org.attest.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Draws the questions of an attempt, and the order of what each offers, by a seed: the same seed gives the same paper for
 * ever, for {@link Random} says itself how it counts.
 */
final class Draw {

    private Draw() {}

    /** So many as the module draws, from as many of its sections as possible. */
    static List<Question> of(ModuleDocument module, long seed) {
        var random = new Random(seed);
        var bank = new ArrayList<>(module.questions());
        Collections.shuffle(bank, random);
        var bySection = new LinkedHashMap<String, Deque<Question>>();
        bank.forEach(q ->
                bySection.computeIfAbsent(q.section(), s -> new ArrayDeque<>()).add(q));
        var drawn = new ArrayList<Question>();
        while (drawn.size() < module.draw()) {
            for (var left : bySection.values()) {
                if (!left.isEmpty() && drawn.size() < module.draw()) drawn.add(left.poll());
            }
        }
        Collections.shuffle(drawn, random);
        return List.copyOf(drawn);
    }

    /** What stands at each place of the page: the place of it in {@link Question#offered}. */
    static List<Integer> shown(Question question, long seed, int position) {
        var order = new ArrayList<>(
                IntStream.range(0, question.offered().size()).boxed().toList());
        Collections.shuffle(order, new Random(seed * 31 + position));
        return List.copyOf(order);
    }
}
