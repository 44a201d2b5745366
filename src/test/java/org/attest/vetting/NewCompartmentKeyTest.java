package org.attest.vetting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.attest.audit.Keys;
import org.attest.audit.Seal;
import org.attest.recruitment.Rows;
import org.attest.web.Program;
import org.attest.web.Refused;
import org.attest.web.Terminal;
import org.junit.jupiter.api.Test;

/** {@code rotate-key}: every case opens with the new key as it did, and the old one opens nothing. */
@QuarkusTest
class NewCompartmentKeyTest {

    @Inject
    RotateKey program;

    @Inject
    Keys keys;

    @Test
    void opensEveryCaseAndTheOldOneNone() throws Exception {
        var one = TestCases.adverse();
        var other = TestCases.invited().upTo(CaseState.APPEALED);
        var old = keys.of(Compartment.KEY);
        var before = one.read(c -> c.sealedKey);
        int cases = program.rotate();
        assertEquals(Rows.of(() -> VettingCase.count()).intValue(), cases);
        var now = keys.of(Compartment.KEY);
        assertFalse(Arrays.equals(old, now));
        assertEquals(
                "What it was",
                one.read(c -> Matter.of(c).get(0).text(TestCases.compartment()).what()));
        assertEquals("It was not me", other.read(c -> Appeal.of(c).get(0).grounds(TestCases.compartment())));
        var after = one.read(c -> c.sealedKey);
        var purpose = "case key " + one.ref();
        assertArrayEquals(
                Seal.open(old, before, purpose), Seal.open(now, after, purpose), "the case's key is the same");
        assertThrows(IllegalStateException.class, () -> Seal.open(old, after, purpose));
        assertEquals(1L, Rows.of(() -> Panache.getEntityManager()
                .createQuery(
                        "select count(e) from TrailEntry e where e.chain = 'national' and e.action = 'key rotated'",
                        Long.class)
                .getSingleResult()));
    }

    @Test
    void isRefusedWhileTheApplicationRuns() {
        var refused = assertThrows(Refused.class, () -> program.run(List.of("--compartment", "vetting"), NOBODY));
        assertEquals("Attest is running. Stop every node of it, then rotate the key", refused.sentence());
        assertThrows(Program.Misused.class, () -> program.run(List.of("--compartment", "notices"), NOBODY));
        assertThrows(Program.Misused.class, () -> program.run(List.of(), NOBODY));
    }

    private static final Terminal NOBODY = new Terminal() {
        @Override
        public void say(String line) {}

        @Override
        public void complain(String line) {}

        @Override
        public InputStream read(String file) {
            return InputStream.nullInputStream();
        }

        @Override
        public OutputStream write(String file) {
            return OutputStream.nullOutputStream();
        }

        @Override
        public String secret(String prompt) {
            return "";
        }
    };
}
