package org.attest.volunteer;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must hold before somebody enters a stage: what this package knows, and what each room that knows more adds. What is
 * not met and was waived counts as met while the waiver lasts.
 */
@Singleton
public class StageCriteria {

    private final Iterable<CriterionSource> rooms;

    @Inject
    StageCriteria(@Any Instance<CriterionSource> rooms) {
        this.rooms = rooms;
    }

    StageCriteria(List<CriterionSource> rooms) {
        this.rooms = rooms;
    }

    /** The criteria for one person, in the order in which they are best mended. */
    public List<Criterion> of(Volunteer person, Stage target, LocalDate day) {
        return of(List.of(person), target, day).get(person);
    }

    /** The criteria for people of one force, in a fixed number of statements. */
    public Map<Volunteer, List<Criterion>> of(Collection<Volunteer> people, Stage target, LocalDate day) {
        var all = new LinkedHashMap<Volunteer, List<Criterion>>();
        if (people.isEmpty()) return all;
        var rules = JoiningRule.in(people.iterator().next().force);
        JoiningFacts.of(people)
                .forEach((person, facts) -> all.put(person, new ArrayList<>(facts.criteria(target, day, rules))));
        for (var room : rooms) {
            room.criteria(people, target, day)
                    .forEach((person, more) -> all.get(person).addAll(more));
        }
        waive(all, day);
        return all;
    }

    private static void waive(Map<Volunteer, List<Criterion>> all, LocalDate day) {
        boolean someUnmet = all.values().stream().flatMap(List::stream).anyMatch(c -> !c.isMet());
        if (!someUnmet) return;
        Waiver.granted(all.keySet(), day)
                .forEach((person, waivers) -> all.get(person).replaceAll(criterion -> {
                    var waiver = criterion.isMet() ? null : waivers.get(criterion.truth());
                    return waiver == null || !criterion.waivable() ? criterion : waiver.applied(criterion, day);
                }));
    }
}
