package org.attest.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.volunteer.JoiningRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five thousand rows of a hand-kept sheet: no clean row refused, every faulty one with its cell and its fault. */
class FiveThousandRowsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFaultyRowIsNamedAndNoCleanRowRefused(long seed) {
        var rows = new MixedRows(5_000, seed);
        long began = System.nanoTime();
        var sheet = Sheet.of(rows.text().getBytes(StandardCharsets.UTF_8), null, Limits.DEFAULT);
        var run = new DryRun(
                sheet,
                Mapping.guess(sheet.headings(), Kind.APPLICANTS),
                new FakePeople(),
                List.of(),
                Map.of(),
                new DryRun.Rules(JoiningRules.NATIONAL, DryRunTest.TODAY));
        var refused = new HashMap<Integer, CheckedRow>();
        var clean = new ArrayList<Integer>();
        run.run(lot -> lot.forEach(row -> {
            if (row.outcome() == Outcome.REFUSED) refused.put(row.number(), row);
            else clean.add(row.number());
        }));
        System.out.printf(
                "5,000 rows read and checked in %d ms: %d clean, %d refused%n",
                (System.nanoTime() - began) / 1_000_000, clean.size(), refused.size());

        rows.faults().forEach((number, fault) -> {
            var row = refused.get(number);
            assertTrue(row != null, "row " + number + " is not refused, though: " + fault);
            assertTrue(
                    row.faults().stream()
                            .anyMatch(f -> f.column().equals(fault.heading())
                                    && f.sentence().contains(fault.word())),
                    "row " + number + " names " + row.reasons() + " but not " + fault);
            assertTrue(row.faults().stream().noneMatch(f -> f.mend().isBlank()));
        });
        refused.keySet().removeAll(rows.faults().keySet());
        assertEquals(Map.of(), refused, "clean rows refused");
        assertEquals(rows.clean(), clean.size());
    }
}
