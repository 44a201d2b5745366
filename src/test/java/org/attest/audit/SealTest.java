package org.attest.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is sealed is opened with the same key for the same purpose, and by nothing else. */
class SealTest {

    private static final byte[] PLAIN = "A certificate".getBytes(StandardCharsets.UTF_8);

    private final byte[] key = key(1);

    private static byte[] key(int with) {
        var key = new byte[32];
        Arrays.fill(key, (byte) with);
        return key;
    }

    @Test
    void theSameKeyAndPurposeOpenIt() {
        assertArrayEquals(PLAIN, Seal.open(key, Seal.close(key, PLAIN, "paper A"), "paper A"));
        assertArrayEquals(new byte[0], Seal.open(key, Seal.close(key, new byte[0], "paper A"), "paper A"));
    }

    @Test
    void anotherKeyOrPurposeDoesNot() {
        var sealed = Seal.close(key, PLAIN, "paper A");
        assertThrows(IllegalStateException.class, () -> Seal.open(key(2), sealed, "paper A"));
        assertThrows(IllegalStateException.class, () -> Seal.open(key, sealed, "paper B"));
    }

    @Test
    void aChangedOrShortenedOneDoesNotOpen() {
        var sealed = Seal.close(key, PLAIN, "paper A");
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThrows(IllegalStateException.class, () -> Seal.open(key, changed, "paper A"));
            var cut = Arrays.copyOf(sealed, i);
            assertThrows(IllegalStateException.class, () -> Seal.open(key, cut, "paper A"));
        }
    }

    @Test
    void twoSealingsOfTheSameDiffer() {
        assertFalse(Arrays.equals(Seal.close(key, PLAIN, "paper A"), Seal.close(key, PLAIN, "paper A")));
    }
}
