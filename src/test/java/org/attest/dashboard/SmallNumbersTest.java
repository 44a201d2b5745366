package org.attest.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.attest.dashboard.SideBySide.Line;
import org.attest.dashboard.SideBySide.Told;
import org.junit.jupiter.api.Test;

/** Counts of one to four people are hidden, and with them what would give them away (welfare rule 40). */
class SmallNumbersTest {

    private static ForceCount force(String slug, int inService, int deployable) {
        return new ForceCount(slug, slug, inService, deployable, 6, 200);
    }

    private static Line line(SideBySide all, String slug) {
        return all.lines().stream()
                .filter(l -> l.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hidesTheNextSmallestWithASingleSmallOne() {
        assertEquals(Arrays.asList(null, null, 12), SmallNumbers.hide(List.of(3, 7, 12)));
        assertEquals(List.of(0, 6, 12), SmallNumbers.hide(List.of(0, 6, 12)));
        assertEquals(Arrays.asList(null, null, 9), SmallNumbers.hide(List.of(4, 2, 9)));
        assertEquals(Arrays.asList(null, null, null), SmallNumbers.hide(List.of(1, 2, 9)));
    }

    /** Whoever adds up what is shown and takes it from the total learns of no single cell and of no handful of people. */
    @Property
    void neverGivesOneAwayBySubtraction(@ForAll @Size(min = 1, max = 9) List<@IntRange(max = 30) Integer> counts) {
        var shown = SmallNumbers.hide(counts);
        var hidden = IntStream.range(0, counts.size())
                .filter(i -> shown.get(i) == null)
                .mapToObj(counts::get)
                .toList();
        for (int i = 0; i < counts.size(); i++) {
            if (SmallNumbers.isSmall(counts.get(i))) assertNull(shown.get(i));
            if (shown.get(i) != null) assertEquals(counts.get(i), shown.get(i));
        }
        boolean everythingIsHidden =
                hidden.size() == counts.stream().filter(c -> c > 0).count();
        if (!hidden.isEmpty() && !everythingIsHidden) {
            assertTrue(hidden.size() >= 2, hidden::toString);
            assertTrue(hidden.stream().mapToInt(Integer::intValue).sum() >= SmallNumbers.LEAST, hidden::toString);
        }
    }

    @Test
    void hidesForcesOfFewerThanTen() {
        var all = SideBySide.of(List.of(force("a", 9, 5), force("b", 8, 4), force("c", 20, 10), force("d", 30, 20)));
        assertTrue(line(all, "a").isHidden());
        assertTrue(line(all, "b").isHidden());
        assertEquals("50%", line(all, "c").share());
        assertNull(line(all, "a").days());
        assertEquals(67, all.totalInService());
    }

    @Test
    void hidesTheNextSmallestWithASingleSmallForce() {
        var all = SideBySide.of(List.of(force("a", 9, 4), force("c", 20, 10), force("d", 30, 20)));
        assertTrue(line(all, "a").isHidden());
        assertTrue(line(all, "c").isHidden(), "else the total less the others is the size of a");
        assertFalse(line(all, "d").isHidden());
    }

    @Test
    void givesABoundWhereAFewPeopleMakeTheShare() {
        var all = SideBySide.of(
                List.of(force("almost", 14, 10), force("hardly", 12, 3), force("half", 40, 20), force("more", 40, 30)));
        assertEquals("over 64%", line(all, "almost").share());
        assertNull(line(all, "almost").points());
        assertEquals("under 42%", line(all, "hardly").share());
        assertEquals("50%", line(all, "half").share());
    }

    @Test
    void showsAWholeForceThatCanBeDeployed() {
        var all = SideBySide.of(List.of(force("a", 12, 12), force("b", 20, 10), force("c", 40, 30)));
        assertEquals("100%", line(all, "a").share());
        assertEquals(75, all.medianShare());
    }

    @Test
    void namesNoMedianOfTwoForces() {
        var all = SideBySide.of(List.of(force("a", 20, 10), force("b", 20, 10)));
        assertNull(all.medianShare());
        assertNull(all.medianDays());
    }

    /** The total less everything shown exactly never tells of one force alone, nor of one to four people. */
    @Property
    void neverGivesAForceAwayBySubtraction(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 40) Integer> sizes,
            @ForAll @Size(12) List<@IntRange(max = 100) Integer> shares) {
        var counts = new ArrayList<ForceCount>();
        for (int i = 0; i < sizes.size(); i++) {
            counts.add(force("f" + i, sizes.get(i), sizes.get(i) * shares.get(i) / 100));
        }
        var all = SideBySide.of(counts);
        int yes = 0;
        int no = 0;
        int forces = 0;
        for (int i = 0; i < counts.size(); i++) {
            var line = all.lines().get(i);
            if (counts.get(i).inService() < SmallNumbers.LEAST_PEOPLE) assertTrue(line.isHidden());
            if (line.told() == Told.EXACTLY) {
                assertTrue(SmallNumbers.maySplit(
                        counts.get(i).deployable(), counts.get(i).inService()));
            } else if (counts.get(i).inService() > 0) {
                forces++;
                yes += counts.get(i).deployable();
                no += counts.get(i).notDeployable();
            }
        }
        if (all.totalDeployable() != null && forces > 0) {
            assertTrue(forces >= 2, "one force alone");
            assertFalse(SmallNumbers.isSmall(yes), "yes " + yes);
            assertFalse(SmallNumbers.isSmall(no), "no " + no);
        }
    }

    @Test
    void putsEveryForceOfEnglandAndWalesOnTheMap() {
        var all = SideBySide.of(List.of(force("kent", 20, 10), force("police-scotland", 20, 10), force("btp", 30, 25)));
        var tiles = TileMap.of(all.lines());
        assertEquals(
                List.of("kent", "btp"), tiles.stream().map(TileMap.Tile::slug).toList());
        assertEquals("KNT", tiles.get(0).code());
        assertNotNull(tiles.get(0).label());
    }
}
