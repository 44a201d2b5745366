package org.attest.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When somebody could be ready: the hours left, by the pace they keep. */
class ReadyAboutTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 16);

    private static ReadyAbout of(Learner learner, Integer asked, String... codes) {
        return ReadyAbout.of(
                learner.on(DAY), List.of(codes).stream().map(learner::module).toList(), asked);
    }

    @Test
    void isByTheUsualMinimumForWhoBegins() {
        var ready = of(new Learner(), null, "DSC-201", "DSC-101", "DSC-104");
        assertEquals(32, ready.hoursLeft());
        assertEquals(16, ready.pace());
        assertEquals("about 2 months", ready.takes());
        // two months of 30.4 days
        assertEquals(DAY.plusDays(61), ready.day());
    }

    @Test
    void isByOnesOwnPaceOnceThereIsOne() {
        var learner = new Learner().passed("DSC-101", DAY.minusDays(80)).passed("DSC-201", DAY.minusDays(20));
        var ready = of(learner, null, "DSC-101", "DSC-201", "DSC-202");
        assertEquals(14, ready.hoursLeft());
        // 28 hours in 80 days
        assertEquals(11, ready.pace());
        assertTrue(ready.paceSaid().startsWith("your own pace: 28 hours in the last 80 days"), ready.paceSaid());
        // what was passed long ago, and what was passed only just, say nothing of a pace
        assertEquals(
                16,
                of(new Learner().passed("DSC-101", DAY.minusDays(300)), null, "DSC-201")
                        .pace());
        assertEquals(
                16,
                of(new Learner().passed("DSC-101", DAY.minusDays(9)), null, "DSC-201")
                        .pace());
    }

    @Test
    void isByThePaceAskedFor() {
        assertEquals(8, of(new Learner(), 8, "DSC-201").pace());
    }

    @Test
    void takesOffWhatWasRead() {
        var learner = new Learner().readEverything("DSC-101", DAY.minusDays(1));
        assertEquals(1, of(learner, null, "DSC-101").hoursLeft());
    }

    @Test
    void isNoDayWhenNothingIsLeft() {
        assertNull(of(new Learner().passed("DSC-101", DAY), null, "DSC-101").day());
    }
}
