package org.attest.exchange;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.attest.volunteer.Cohort;
import org.attest.web.Formats;

/** The free places of each cohort, taken row by row in the order of the file. */
final class Places {

    private final Map<Long, Integer> free;
    private final LocalDate today;

    /** @param free places of each cohort, by id */
    Places(Map<Long, Integer> free, LocalDate today) {
        this.free = new HashMap<>(free);
        this.today = today;
    }

    /** Only a row with nothing else wrong takes a place, so that a refused one leaves it to those after. */
    void take(Cohort cohort, RowFaults faults) {
        if (cohort == null || !faults.isEmpty()) return;
        if (cohort.endsOn != null && cohort.endsOn.isBefore(today)) {
            faults.add(Field.COHORT, "the cohort ended on " + Formats.inWords(cohort.endsOn), "Choose another cohort");
            return;
        }
        int left = free.getOrDefault(cohort.id, 0);
        if (left <= 0) {
            faults.add(
                    Field.COHORT,
                    "the cohort has room for " + cohort.capacity + " people, and is full with the rows before this one",
                    "Make more room in the cohort, or choose another");
            return;
        }
        free.put(cohort.id, left - 1);
    }
}
