package org.attest.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ladder of reminders: who is told on which day, and what a missed day does. */
class ReminderPlanTest {

    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);
    private static final DueKind REVIEW = new DueKind("review", "Review", List.of(14, 3), 1, 7);
    private static final DueKind START = DueKind.passing("start", "Start", List.of(28, 7));

    private static String reached(DueKind kind, LocalDate today) {
        return ReminderPlan.reached(kind, DUE, today)
                .map(ReminderPlan.Step::code)
                .orElse("nothing");
    }

    @Test
    void climbsFromWhoDoesItToTheCoordinatorsToTheLead() {
        assertEquals("nothing", reached(REVIEW, DUE.minusDays(15)));
        assertEquals("before 14", reached(REVIEW, DUE.minusDays(14)));
        assertEquals("before 14", reached(REVIEW, DUE.minusDays(4)));
        assertEquals("before 3", reached(REVIEW, DUE.minusDays(3)));
        assertEquals("before 3", reached(REVIEW, DUE));
        assertEquals("coordinator", reached(REVIEW, DUE.plusDays(1)));
        assertEquals("coordinator", reached(REVIEW, DUE.plusDays(6)));
        assertEquals("lead", reached(REVIEW, DUE.plusDays(7)));
        assertEquals("lead", reached(REVIEW, DUE.plusDays(700)));
    }

    @Test
    void whatIsOverWhenItsDayHasPassedIsNotEscalated() {
        assertEquals("before 7", reached(START, DUE.plusDays(100)));
        assertEquals(
                List.of("before 28", "before 7"),
                ReminderPlan.ladder(START, DUE).stream()
                        .map(ReminderPlan.Step::code)
                        .toList());
    }

    @Test
    void saysWhenTheNextReminderComes() {
        assertEquals(
                DUE.minusDays(3),
                ReminderPlan.next(REVIEW, DUE, DUE.minusDays(14)).orElseThrow().day());
        assertEquals(true, ReminderPlan.next(START, DUE, DUE.minusDays(7)).isEmpty());
    }
}
