package org.attest.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long somebody waits who guesses. */
class ThrottleTest {

    @Test
    void leavesAFewMistakesFree() {
        for (int failures = 1; failures < 5; failures++)
            assertEquals(Duration.ZERO, Throttle.Kind.PAIR.delay(failures));
    }

    @Test
    void doublesTheDelayUpToItsLongest() {
        assertEquals(Duration.ofSeconds(10), Throttle.Kind.PAIR.delay(5));
        assertEquals(Duration.ofSeconds(20), Throttle.Kind.PAIR.delay(6));
        assertEquals(Duration.ofSeconds(640), Throttle.Kind.PAIR.delay(11));
        assertEquals(Duration.ofMinutes(15), Throttle.Kind.PAIR.delay(12));
        assertEquals(Duration.ofMinutes(15), Throttle.Kind.PAIR.delay(1_000_000));
    }

    @Test
    void leavesAnAddressThatManyShareMore() {
        assertEquals(Duration.ZERO, Throttle.Kind.ADDRESS.delay(39));
        assertEquals(Duration.ofSeconds(10), Throttle.Kind.ADDRESS.delay(40));
    }

    @Test
    void countsOneNetworkOfTheNewerInternetAsOneAddress() {
        assertEquals(Throttle.networkOf("2001:db8:1:2::7"), Throttle.networkOf("2001:db8:1:2:aaaa::1"));
        assertNotEquals(Throttle.networkOf("2001:db8:1:2::7"), Throttle.networkOf("2001:db8:1:3::7"));
        assertEquals("192.0.2.7", Throttle.networkOf("192.0.2.7"));
        assertEquals("192.0.2.7", Throttle.networkOf("::ffff:192.0.2.7"));
    }

    @Test
    void neverCountsByAccountAlone() {
        assertNotEquals(
                Throttle.ofStranger("a@kent.example", "192.0.2.1"), Throttle.ofStranger("a@kent.example", "192.0.2.2"));
        assertNotEquals(Throttle.ofDevice("a@kent.example", "x"), Throttle.ofDevice("a@kent.example", "y"));
    }
}
