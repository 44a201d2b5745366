package org.attest.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers as an author types them. */
class AnswerLinesTest {

    @Test
    void readsEveryShippedQuestionAgainAsItWasWritten() {
        for (var module : CurriculumPress.shipped().modules()) {
            for (var question : module.questions()) {
                var lines = AnswerLines.read(question.kind(), question.typed());
                var again = new Question(
                        question.id(),
                        question.kind(),
                        question.section(),
                        question.situation(),
                        question.text(),
                        lines.options(),
                        lines.right(),
                        lines.inOrder(),
                        lines.pairs(),
                        question.because());
                assertEquals(question, again);
                assertNull(again.whatIsWrong());
            }
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertEquals("Mark one right answer", wrong(Question.Kind.SINGLE, "* One\n* Other"));
        assertEquals("Mark each right answer", wrong(Question.Kind.MULTIPLE, "One\nOther"));
        assertEquals("Two choices are the fewest", wrong(Question.Kind.SCENARIO, "* One"));
        assertEquals("Two steps are the fewest", wrong(Question.Kind.ORDERING, "One\n\n"));
        assertEquals(
                "Each pair needs both its sides, and two pairs are the fewest",
                wrong(Question.Kind.MATCHING, "a = b\nc ="));
        assertEquals("The same is offered twice", wrong(Question.Kind.SINGLE, "* Same\nSame"));
        assertNull(wrong(Question.Kind.MATCHING, "a = b\nc = d = e"));
    }

    private static String wrong(Question.Kind kind, String typed) {
        var lines = AnswerLines.read(kind, typed);
        return new Question(
                        "q1",
                        kind,
                        "s",
                        null,
                        "Which?",
                        lines.options(),
                        lines.right(),
                        lines.inOrder(),
                        lines.pairs(),
                        "So it is.")
                .whatIsWrong();
    }

    @Test
    void keepsTheOrderOfSteps() {
        assertEquals(
                List.of("First", "Then"),
                AnswerLines.read(Question.Kind.ORDERING, " First \r\n\r\nThen").inOrder());
    }
}
