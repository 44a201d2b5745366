package org.attest.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts of one to four, and what would give one away: by the row it is part of, or by the total of its column. */
class HiddenTableTest {

    private static List<Integer> row(Integer... counts) {
        return Arrays.asList(counts);
    }

    @Test
    void showsWhatNamesNobody() {
        var table = HiddenTable.of(List.of(row(20, 12, 8), row(30, 25, 5)));
        assertEquals(List.of(row(20, 12, 8), row(30, 25, 5)), table.rows());
        assertEquals(row(50, 37, 13), table.totals());
    }

    @Test
    void hidesWhatLeavesASmallRestOfItsRow() {
        var table = HiddenTable.of(List.of(row(6, 5, 1), row(30, 20, 10), row(40, 30, 10)));
        assertEquals(row(6, null, null), table.rows().get(0), "5 of 6 would tell the one");
        assertEquals(row(30, null, null), table.rows().get(1), "so would the totals");
        assertEquals(row(40, 30, 10), table.rows().get(2));
        assertEquals(row(76, 55, 21), table.totals());
    }

    @Test
    void hidesNobodyAsCompanyWhereThereIsNoOther() {
        var table = HiddenTable.of(List.of(row(6, 5), row(20, 0)));
        assertEquals(List.of(row(6, null), row(20, null)), table.rows());
    }

    @Test
    void hidesATotalThatLeavesASmallRest() {
        assertEquals(row(6, null, null), HiddenTable.of(List.of(row(6, 5, 1))).totals());
    }
}
