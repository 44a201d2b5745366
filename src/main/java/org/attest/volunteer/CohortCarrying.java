package org.attest.volunteer;

import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.web.Refused;

/** The waiting list of one cohort goes to another: everybody in their order, behind those who wait there already. */
public final class CohortCarrying {

    private CohortCarrying() {}

    /**
     * One person who was carried.
     *
     * @param position on the other waiting list; 0 where they have a place, got now or before
     */
    public record Carried(Volunteer person, long position, List<Deed> deeds) {}

    /** Carries everybody who waits. Refuses where nobody does, and a cohort of another force or one that has ended. */
    public static List<Carried> carry(Cohort from, Cohort to, Actor by, Clock clock) {
        if (from.equals(to)) throw new Refused("Choose another cohort than this one", "");
        if (!from.force.id.equals(to.force.id)) throw new Refused("The cohort is of another force", "");
        if (to.hasEnded(LocalDate.now(clock))) throw new Refused(to.name + " has ended", "");
        // people before cohorts, as everywhere
        var waiting = CohortWait.in(from);
        if (waiting.isEmpty()) throw new Refused("Nobody is on the waiting list", "");
        waiting.stream()
                .map(w -> w.volunteer)
                .sorted(Comparator.comparing(v -> v.id))
                .forEach(person -> Volunteer.getEntityManager().refresh(person, LockModeType.PESSIMISTIC_WRITE));
        Cohort.hold(List.of(from, to));
        var held = waiting.stream().map(w -> w.id).collect(Collectors.toSet());
        var line = CohortLine.seen(List.of(to)).get(to);
        var carried = new ArrayList<Carried>();
        for (var wait : CohortWait.in(from)) {
            if (!held.contains(wait.id)) continue; // joined after we looked
            var person = wait.volunteer;
            var ended = new WaitingEnded(by, person, from, CohortWait.Ending.CARRIED);
            wait.end(CohortWait.Ending.CARRIED, by, clock);
            if (to.equals(person.cohort)) {
                carried.add(new Carried(person, 0, List.of(ended)));
                continue;
            }
            var begun = line.take(person, by, clock);
            carried.add(new Carried(person, begun instanceof WaitingBegun ? line.waiting() : 0, List.of(ended, begun)));
        }
        return carried;
    }
}
