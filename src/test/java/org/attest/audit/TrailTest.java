package org.attest.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.attest.OnPostgres;
import org.junit.jupiter.api.Test;

/** Deed and entry commit together or not at all; numbers have no gaps. */
@QuarkusTest
class TrailTest {

    @Inject
    Event<Deed> deeds;

    @Inject
    EntityManager em;

    @Inject
    Keys keys;

    @Inject
    Clock clock;

    final String chain = chainOfThisTest();

    static String chainOfThisTest() {
        return "test-" + UUID.randomUUID();
    }

    List<TrailEntry> entries(String chain) {
        return QuarkusTransaction.requiringNew()
                .call(() -> TrailEntry.behind(chain, 0, Long.MAX_VALUE, Integer.MAX_VALUE));
    }

    Optional<VerifyTrail.Fault> faultIn(String chain) {
        var walk = new VerifyTrail.Walk(chain, List.of(), null, keys.of(Keys.TRAIL));
        for (var entry : entries(chain)) {
            var fault = walk.next(entry.plain());
            if (fault.isPresent()) return fault;
        }
        return walk.end();
    }

    @Test
    void entersEachDeedOfATransaction() {
        QuarkusTransaction.requiringNew().run(() -> {
            deeds.fire(Act.in(chain));
            deeds.fire(
                    new Act(chain, "volunteer K7QM", "K7QM", Map.of("stage", "VETTING", "birth date", "1990-01-02")));
        });

        var entries = entries(chain);
        assertEquals(2, entries.size());
        var second = entries.get(1);
        assertEquals(2, second.number());
        assertEquals("act", second.action());
        assertEquals("volunteer K7QM", second.object());
        assertEquals("Tess Ter", second.actor().name());
        assertEquals(List.of("birth date", "stage"), second.fieldNames());
        assertEquals(clock.instant(), second.enteredAt());
        assertFalse(
                second.fields.contains("VETTING") || second.fields.contains("1990"), "values stay out of the trail");
        assertEquals(entries.get(0).hash, second.previous);
        assertEquals(Optional.empty(), faultIn(chain));
    }

    @Test
    void refusesADeedOutsideATransaction() {
        assertThrows(IllegalStateException.class, () -> deeds.fire(Act.in(chain)));
        assertEquals(List.of(), entries(chain));
    }

    @Test
    void undoesTheActWhenTheEntryCannotBeWritten() {
        var effect = "effect " + chain;
        assertThrows(
                RuntimeException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
                    keepEffect(effect);
                    deeds.fire(new Act(chain, "x".repeat(201), null, Map.of())); // longer than an object may be
                }));
        assertFalse(isKept(effect));
        assertEquals(List.of(), entries(chain));

        QuarkusTransaction.requiringNew().run(() -> {
            keepEffect(effect);
            deeds.fire(Act.in(chain));
        });
        assertTrue(isKept(effect));
        assertEquals(1, entries(chain).size());
    }

    @Test
    void entersNothingWhenTheActIsUndone() {
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    deeds.fire(Act.in(chain));
                    throw new IllegalStateException("the act failed");
                }));
        assertEquals(List.of(), entries(chain));
    }

    @Test
    void hidesValuesWithThePersonsSaltUntilThatIsDestroyed() {
        var person = UUID.randomUUID().toString();
        var act = new Act(chain, "volunteer", person, Map.of("town", "Deal"));
        QuarkusTransaction.requiringNew().run(() -> deeds.fire(act));
        QuarkusTransaction.requiringNew().run(() -> deeds.fire(act));

        var salt = QuarkusTransaction.requiringNew().call(() -> em.find(Salt.class, person).bytes);
        var entries = entries(chain);
        assertEquals("town=" + VerifyTrail.hidden(salt, chain, 1, "town", "Deal"), entries.get(0).fields);
        assertNotEquals(entries.get(0).fields, entries.get(1).fields, "equal values do not look equal");

        QuarkusTransaction.requiringNew().run(() -> Salt.destroy(person, Instant.EPOCH));
        QuarkusTransaction.requiringNew().run(() -> deeds.fire(act));
        assertEquals(null, QuarkusTransaction.requiringNew().call(() -> em.find(Salt.class, person).bytes));
        assertEquals(3, entries(chain).size());
        assertEquals(Optional.empty(), faultIn(chain));
    }

    @Test
    void leavesNoGapAndNoDeadlockAmongManyAtOnce() throws Exception {
        int writers = 16;
        int each = 25;
        var other = chainOfThisTest();
        var person = UUID.randomUUID().toString();
        Callable<Void> writer = () -> {
            for (int i = 0; i < each; i++) {
                boolean swap = i % 2 == 0;
                boolean fails = i % 5 == 4;
                try {
                    QuarkusTransaction.requiringNew().run(() -> {
                        deeds.fire(new Act(swap ? other : chain, "thing", person, Map.of("a", "b")));
                        deeds.fire(Act.in(swap ? chain : other));
                        if (fails) throw new ExpectedFailure();
                    });
                } catch (ExpectedFailure e) {
                    // leaves nothing
                }
            }
            return null;
        };
        var threads = Executors.newFixedThreadPool(writers);
        try {
            for (var done : threads.invokeAll(
                    IntStream.range(0, writers).mapToObj(i -> writer).toList())) done.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a writer was refused", e.getCause());
        } finally {
            threads.shutdown();
        }

        for (var name : List.of(chain, other)) {
            assertEquals(writers * each * 4 / 5, entries(name).size());
            assertEquals(Optional.empty(), faultIn(name));
        }
    }

    private static class ExpectedFailure extends RuntimeException {}

    /** Some row beside the trail. */
    private void keepEffect(String name) {
        em.createNativeQuery("insert into key_fingerprint (name, fingerprint) values (?1, 'x')")
                .setParameter(1, shortened(name))
                .executeUpdate();
    }

    private boolean isKept(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> !em.createNativeQuery("select name from key_fingerprint where name = ?1")
                        .setParameter(1, shortened(name))
                        .getResultList()
                        .isEmpty());
    }

    private static String shortened(String name) {
        return name.substring(name.length() - 36);
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgTrailTest extends TrailTest {}
