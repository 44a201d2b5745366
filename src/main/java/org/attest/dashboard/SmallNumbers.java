package org.attest.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which counts may be shown to somebody who may not know people (welfare rule 40): counts of one to four are hidden, and
 * with them the cells that would give them away by subtraction from a total. Nobody is not a person: nought is shown.
 */
final class SmallNumbers {

    /** Counts below this could name a person. */
    static final int LEAST = 5;

    /** Forces with fewer people in service than this are left out of comparisons. */
    static final int LEAST_PEOPLE = 10;

    private SmallNumbers() {}

    static boolean isSmall(int count) {
        return count > 0 && count < LEAST;
    }

    /**
     * The counts with null for each that is hidden, when their total is shown beside them: every small one, and the next
     * smallest until what is hidden adds up to enough that no part of it can be told.
     */
    static List<Integer> hide(List<Integer> counts) {
        var shown = new ArrayList<>(counts);
        var order = IntStream.range(0, counts.size())
                .filter(i -> counts.get(i) > 0)
                .boxed()
                .sorted(Comparator.comparing(counts::get))
                .toList();
        int hidden = 0;
        int sum = 0;
        for (int i : order) {
            int count = counts.get(i);
            boolean needed = isSmall(count) || (hidden > 0 && (hidden < 2 || sum < LEAST));
            if (!needed) break;
            shown.set(i, null);
            hidden++;
            sum += count;
        }
        return shown;
    }

    /** Whether a part and the rest of a total may both be known. */
    static boolean maySplit(int part, int total) {
        return !isSmall(part) && !isSmall(total - part);
    }
}
