package org.attest.force;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.attest.OnPostgres;
import org.junit.jupiter.api.Test;

/** The 48 forces are there from the first start; a force may be renamed, end and be succeeded, and keeps its address. */
@QuarkusTest
class ForcesOfTheCountryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 16);

    @Inject
    ForcesOfTheCountry forces;

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private static Force kent() {
        return Force.bySlug("kent").orElseThrow();
    }

    @Test
    void fortyEightForcesWithTheirNations() {
        inTransaction(() -> {
            var shipped = ReferenceFiles.policeForces().stream()
                    .map(r -> r.get("slug"))
                    .collect(Collectors.toSet());
            assertEquals(48, shipped.size());
            var known = Force.all().stream().collect(Collectors.toMap(f -> f.slug, f -> f));
            assertTrue(known.keySet().containsAll(shipped));
            assertEquals(Nation.ENGLAND_AND_WALES, known.get("gwent").nation);
            assertEquals(Nation.ENGLAND_AND_WALES, known.get("btp").nation);
            assertEquals(Nation.SCOTLAND, known.get("police-scotland").nation);
            assertEquals(Nation.NORTHERN_IRELAND, known.get("northern-ireland").nation);
            assertEquals("E23000032", known.get("kent").code);
            assertNull(known.get("btp").code);
            return null;
        });
    }

    @Test
    void startingAgainOrOnTwoNodesAtOnceAddsNothing() throws Exception {
        long before = inTransaction(() -> Force.count());
        var together = new CyclicBarrier(2);
        var nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> start = () -> {
                together.await();
                forces.atStart(null);
                return null;
            };
            for (var node : nodes.invokeAll(java.util.List.of(start, start))) node.get();
        } finally {
            nodes.shutdown();
        }
        assertEquals(before, inTransaction(() -> Force.count()));
    }

    @Test
    void headingsUseTheShortName() {
        inTransaction(() -> {
            assertEquals("Kent", kent().shortName());
            assertEquals(
                    "Metropolitan", Force.bySlug("metropolitan").orElseThrow().shortName());
            assertEquals(
                    "Northern Ireland",
                    Force.bySlug("northern-ireland").orElseThrow().shortName());
            assertEquals(
                    "Police Scotland",
                    Force.bySlug("police-scotland").orElseThrow().shortName());
            assertEquals(
                    "British Transport Police",
                    Force.bySlug("btp").orElseThrow().shortName());
            return null;
        });
    }

    @Test
    void hampshireBearsItsFormerNameUntil15November2022() {
        inTransaction(() -> {
            var hampshire = Force.bySlug("hampshire").orElseThrow();
            assertEquals("Hampshire Constabulary", hampshire.nameOn(LocalDate.of(1999, 1, 1)));
            assertEquals("Hampshire Constabulary", hampshire.nameOn(LocalDate.of(2022, 11, 15)));
            assertEquals("Hampshire and Isle of Wight Constabulary", hampshire.nameOn(LocalDate.of(2022, 11, 16)));
            return null;
        });
    }

    @Test
    void aRenamedForceKeepsItsAddress() {
        inTransaction(() -> {
            var force = founded();
            var slug = force.slug;
            force.rename("Police of the North", TODAY);
            assertEquals("A force of this test", force.nameOn(TODAY.minusDays(1)));
            assertEquals("Police of the North", force.nameOn(TODAY));
            assertEquals(slug, force.slug);
            assertThrows(IllegalArgumentException.class, () -> force.rename("Again", TODAY));
            assertThrows(IllegalArgumentException.class, () -> force.rename(" ", TODAY.plusDays(1)));
            return null;
        });
    }

    @Test
    void aForceEndsAndIsSucceededOnce() {
        inTransaction(() -> {
            var old = founded();
            var heir = founded();
            assertThrows(IllegalArgumentException.class, () -> old.end(TODAY, old));
            assertThrows(IllegalArgumentException.class, () -> old.end(TODAY, null));
            assertThrows(IllegalArgumentException.class, () -> old.end(null, heir));
            old.end(TODAY, heir);
            assertTrue(old.existsOn(TODAY));
            assertTrue(!old.existsOn(TODAY.plusDays(1)));
            assertEquals(heir.slug, old.successor.slug);
            assertThrows(IllegalArgumentException.class, () -> old.end(TODAY, heir));
            // no ring, and no heir that is already gone
            assertThrows(IllegalArgumentException.class, () -> heir.end(TODAY.plusDays(9), old));
            var late = founded();
            assertThrows(IllegalArgumentException.class, () -> late.end(TODAY.plusDays(9), old));
            assertThrows(IllegalArgumentException.class, () -> old.rename("Too late", TODAY.plusDays(9)));
            return null;
        });
    }

    @Test
    void aForceHasTwentyPostsUntilAnotherNumberIsGiven() {
        inTransaction(() -> {
            var force = founded();
            assertEquals(20, Establishment.posts(force, TODAY));
            Establishment.give(force, 28, TODAY);
            Establishment.give(force, 31, TODAY.plusYears(1));
            assertEquals(20, Establishment.posts(force, TODAY.minusDays(1)));
            assertEquals(28, Establishment.posts(force, TODAY));
            assertEquals(31, Establishment.posts(force, TODAY.plusYears(1)));
            assertEquals(28, Establishment.posts(TODAY).get(force.id));
            assertEquals(20, Establishment.posts(TODAY.minusDays(1)).get(force.id));
            Establishment.give(force, 30, TODAY);
            assertEquals(30, Establishment.posts(force, TODAY));
            assertThrows(IllegalArgumentException.class, () -> Establishment.give(force, -1, TODAY));
            return null;
        });
    }

    private static Force founded() {
        var force = new Force();
        force.slug = "test-" + Reference.random().toLowerCase(Locale.ROOT);
        force.name = "A force of this test";
        force.nation = Nation.SCOTLAND;
        force.territorial = true;
        force.persist();
        return force;
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgForcesOfTheCountryTest extends ForcesOfTheCountryTest {}
