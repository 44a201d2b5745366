package org.attest.volunteer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attest.audit.Actor;

/**
 * The line for a cohort, with the one rule for whoever is put into it, alone or with many: a place while one is free and
 * nobody waits for it, else the end of the waiting list. Counts on as people are put in, so that each stands behind those
 * before.
 */
public final class CohortLine {

    private final Cohort cohort;
    private long free;
    private long waiting;
    private Instant last;

    private CohortLine(Cohort cohort, long free, long waiting, Instant last) {
        this.cohort = cohort;
        this.free = free;
        this.waiting = waiting;
        this.last = last;
    }

    /** As the lines stand now, by cohort, in a fixed number of statements. Somebody else may be faster. */
    public static Map<Cohort, CohortLine> seen(Collection<Cohort> cohorts) {
        if (cohorts.isEmpty()) return Map.of();
        var members = Cohort.members(cohorts);
        var waiting = CohortWait.counts(cohorts);
        var last = CohortWait.lastJoined(cohorts);
        var lines = new HashMap<Cohort, CohortLine>();
        for (var cohort : cohorts) {
            lines.put(
                    cohort,
                    new CohortLine(
                            cohort,
                            Math.max(0, cohort.capacity - members.getOrDefault(cohort, 0L)),
                            waiting.getOrDefault(cohort.id, 0L),
                            last.get(cohort.id)));
        }
        return lines;
    }

    /**
     * {@link #seen}, with the cohorts held until the transaction ends.
     *
     * @param left those from which people will come; held as well, in the one order in which all are held
     */
    public static Map<Cohort, CohortLine> held(Collection<Cohort> wanted, Collection<Cohort> left) {
        var all = Stream.concat(wanted.stream(), left.stream()).collect(Collectors.toSet());
        Cohort.hold(all);
        return seen(wanted);
    }

    /** Where the next one will stand, who is counted in by asking: 0 for a place, else the number on the waiting list. */
    public long next() {
        if (free > 0 && waiting == 0) {
            free--;
            return 0;
        }
        return ++waiting;
    }

    /** The person is put in, or on the waiting list. The line is held, and {@link Cohort#refusal} refuses nothing. */
    public AboutVolunteer take(Volunteer person, Actor by, Clock clock) {
        if (next() == 0) return person.joinCohortWithRoom(cohort, by, clock);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // no two are alike, whatever the clocks of several nodes say
        last = last == null || last.isBefore(now) ? now : last.plus(1, ChronoUnit.MICROS);
        return CohortWait.begin(cohort, person, last, by);
    }

    /** How many wait, with those counted in. */
    public long waiting() {
        return waiting;
    }

    static CohortLine held(Cohort wanted, Cohort left) {
        return held(List.of(wanted), left == null ? List.of() : List.of(left)).get(wanted);
    }
}
