package org.attest.vetting;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to be known of many cases at once to say how each stands and whose move it is: seven statements, whatever their number. */
final class Standings {

    private final LocalDate today;
    private final Map<Long, Set<ClockStop.Reason>> stops = new HashMap<>();
    private final Set<Long> checksOpen = new HashSet<>();
    private final Set<Long> adverse = new HashSet<>();
    private final Map<Long, Outcome> assessed = new HashMap<>();
    private final Map<Long, Set<Part.Kind>> parts = new HashMap<>();
    private final Map<Long, Boolean> answered = new HashMap<>();

    private Standings(LocalDate today) {
        this.today = today;
    }

    /** @param accountRef of the reader, for what they did in the cases */
    static Standings of(List<VettingCase> cases, String accountRef, LocalDate today) {
        var all = new Standings(today);
        if (!cases.isEmpty()) all.load(cases, accountRef);
        return all;
    }

    private void load(List<VettingCase> cases, String accountRef) {
        for (var stop : ClockStop.lasting(cases)) {
            stops.computeIfAbsent(stop.vettingCase.id, id -> EnumSet.noneOf(ClockStop.Reason.class))
                    .add(stop.reason);
        }
        for (var check : Check.of(cases)) {
            if (check.mandatory && !check.result.isDone()) checksOpen.add(check.vettingCase.id);
            if (check.result.isAdverse()) adverse.add(check.vettingCase.id);
        }
        Matter.of(cases).forEach(m -> adverse.add(m.vettingCase.id));
        CheckEntry.adverse(cases).forEach(e -> adverse.add(e.check.vettingCase.id));
        Assessment.current(cases).forEach(a -> assessed.put(a.vettingCase.id, a.recommends));
        for (var part : Part.of(cases, accountRef)) {
            parts.computeIfAbsent(part.vettingCase.id, id -> EnumSet.noneOf(Part.Kind.class))
                    .add(part.part);
        }
        Question.of(cases).forEach(q -> answered.put(q.vettingCase.id, Boolean.TRUE.equals(q.answered)));
    }

    Set<ClockStop.Reason> stops(VettingCase vettingCase) {
        return stops.getOrDefault(vettingCase.id, Set.of());
    }

    Promise promise(VettingCase vettingCase) {
        return Promise.of(vettingCase, stops(vettingCase), today);
    }

    NextMove.Standing standing(VettingCase vettingCase) {
        return new NextMove.Standing(
                vettingCase.stateOn(today),
                stops(vettingCase),
                checksOpen.contains(vettingCase.id),
                adverse.contains(vettingCase.id),
                assessed.get(vettingCase.id),
                parts.getOrDefault(vettingCase.id, Set.of()),
                answered.getOrDefault(vettingCase.id, false));
    }
}
