package org.attest.volunteer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time in one stage. What was recorded and taken back again is no stretch.
 *
 * @param lastDay last day in it, inclusive; null while it lasts
 * @param days days in the stage without paused ones, the first counted; an open one is counted to today
 * @param pausedDays days of it in which the application rested
 * @param began the row that began it: who, when and why
 */
public record StagePeriod(
        Stage stage, LocalDate firstDay, LocalDate lastDay, long days, long pausedDays, StageChange began) {

    static List<StagePeriod> of(List<StageChange> all, List<Pause> pauses, LocalDate today) {
        var changes = StageChange.standing(all);
        var periods = new ArrayList<StagePeriod>();
        for (int i = 0; i < changes.size(); i++) {
            var began = changes.get(i);
            var next = i + 1 < changes.size() ? changes.get(i + 1).onDay : null;
            var until = next == null ? today.plusDays(1) : next;
            long paused = pauses.stream()
                    .mapToLong(p -> p.daysWithin(began.onDay, until))
                    .sum();
            periods.add(new StagePeriod(
                    began.to,
                    began.onDay,
                    next == null ? null : next.minusDays(1),
                    Math.max(0, ChronoUnit.DAYS.between(began.onDay, until) - paused),
                    paused,
                    began));
        }
        return periods;
    }
}
