package org.attest.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attest.force.Force;

/**
 * Whoever has work to show on the home of a role or on a force's dashboard implements it as a bean. It decides for the
 * person signed in: what they may not know is not found, and work nobody of their role can do is not theirs. A fixed
 * number of statements, whatever the number of people.
 */
public interface WorkSource {

    /** What waits. The total may be larger than the rows: homes show the oldest promises only. */
    record Waiting(List<Work> oldest, long total) {

        public static final Waiting NOTHING = new Waiting(List.of(), 0);
    }

    /** What all of them have, oldest promise first. */
    static Waiting all(List<WorkSource> sources, Force force, LocalDate today, int most) {
        var oldest = new ArrayList<Work>();
        long total = 0;
        for (var source : sources) {
            var waiting = source.waiting(force, today, most);
            oldest.addAll(waiting.oldest());
            total += waiting.total();
        }
        oldest.sort(Comparator.comparing(Work::promised));
        return new Waiting(List.copyOf(oldest.subList(0, Math.min(most, oldest.size()))), total);
    }

    /**
     * What waits for the person signed in, oldest promise first.
     *
     * @param force the force they act in; null for work that belongs to no force
     * @param most rows to hand out at most
     */
    Waiting waiting(Force force, LocalDate today, int most);
}
