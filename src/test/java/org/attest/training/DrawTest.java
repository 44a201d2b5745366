package org.attest.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The questions of an attempt: drawn by a seed, the same ones for ever, and right only in whole. */
class DrawTest {

    private static final ModuleDocument MODULE =
            CurriculumPress.shipped().module("DSC-101").orElseThrow();

    @Property(tries = 200)
    void isTheSameForTheSameSeedAndCoversEverySection(@ForAll long seed) {
        var drawn = Draw.of(MODULE, seed);
        assertEquals(drawn, Draw.of(MODULE, seed));
        assertEquals(MODULE.draw(), new HashSet<>(drawn).size());
        assertEquals(
                Math.min(MODULE.draw(), MODULE.sections().size()),
                drawn.stream().map(Question::section).distinct().count());
    }

    @Property(tries = 200)
    void offersEverythingOnce(@ForAll long seed) {
        for (var question : MODULE.questions()) {
            var shown = Draw.shown(question, seed, 1);
            assertEquals(question.offered().size(), new HashSet<>(shown).size());
        }
    }

    @Example
    void differsForAnotherSeed() {
        assertNotEquals(Draw.of(MODULE, 1), Draw.of(MODULE, 2));
    }

    @Example
    void isRightInWholeOnly() {
        var multiple = MODULE.questions().stream()
                .filter(q -> q.kind() == Question.Kind.MULTIPLE)
                .findFirst()
                .orElseThrow();
        assertTrue(multiple.isRight(multiple.right()));
        assertFalse(
                multiple.isRight(multiple.right().subList(1, multiple.right().size())));
        assertFalse(multiple.isRight(
                IntStream.range(0, multiple.options().size()).boxed().toList()));
        var ordering = MODULE.questions().stream()
                .filter(q -> q.kind() == Question.Kind.ORDERING)
                .findFirst()
                .orElseThrow();
        assertTrue(ordering.isRight(ordering.answer()));
        assertFalse(ordering.isRight(List.of(1, 0, 2, 3)));
        assertFalse(ordering.isRight(null));
    }
}
