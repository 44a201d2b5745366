package org.attest.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of counts with the small ones hidden, whose first column is a whole and each other column a part of it, and whose
 * columns may have a total shown beside them. Neither a row nor a column gives a hidden count away by subtraction.
 */
final class HiddenTable {

    private final List<List<Integer>> counts;
    private final List<Integer> totals = new ArrayList<>();
    private final boolean[][] hidden;

    private HiddenTable(List<List<Integer>> counts) {
        this.counts = counts;
        this.hidden = new boolean[counts.size()][counts.get(0).size()];
    }

    /** @param counts rows of equal length */
    static HiddenTable of(List<List<Integer>> counts) {
        var table = new HiddenTable(counts);
        int columns = counts.get(0).size();
        var sums = IntStream.range(0, columns)
                .mapToObj(c -> counts.stream().mapToInt(r -> r.get(c)).sum())
                .toList();
        for (int c = 0; c < columns; c++) table.totals.add(shows(sums, c) ? sums.get(c) : null);
        for (int r = 0; r < counts.size(); r++) {
            for (int c = 0; c < columns; c++) table.hidden[r][c] = !shows(counts.get(r), c);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int c = 0; c < columns; c++) changed |= table.accompany(c);
        }
        return table;
    }

    /** A count may be known, and so may what it leaves of the whole. */
    private static boolean shows(List<Integer> row, int column) {
        int whole = row.get(0);
        if (SmallNumbers.isSmall(row.get(column))) return false;
        return column == 0 || SmallNumbers.isSmall(whole) || SmallNumbers.maySplit(row.get(column), whole);
    }

    /** Hides one more of a column where the total would tell what is hidden; whether it did. */
    private boolean accompany(int column) {
        if (totals.get(column) == null) return false;
        var gone =
                IntStream.range(0, counts.size()).filter(r -> hidden[r][column]).toArray();
        int sum = IntStream.of(gone).map(r -> counts.get(r).get(column)).sum();
        if (gone.length == 0 || gone.length > 1 && sum >= SmallNumbers.LEAST) return false;
        var next = IntStream.range(0, counts.size())
                .filter(r -> !hidden[r][column])
                .boxed()
                .min(Comparator.<Integer, Boolean>comparing(r -> counts.get(r).get(column) == 0)
                        .thenComparing(r -> counts.get(r).get(column)));
        next.ifPresent(r -> hidden[r][column] = true);
        return next.isPresent();
    }

    /** Null for each that is hidden. */
    List<Integer> totals() {
        return totals;
    }

    /** The rows, with null for each count that is hidden. */
    List<List<Integer>> rows() {
        var rows = new ArrayList<List<Integer>>();
        for (int r = 0; r < counts.size(); r++) {
            var row = new ArrayList<Integer>();
            for (int c = 0; c < counts.get(r).size(); c++)
                row.add(hidden[r][c] ? null : counts.get(r).get(c));
            rows.add(row);
        }
        return rows;
    }
}
