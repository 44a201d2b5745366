package org.attest.volunteer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.force.Force;

/**
 * People who are longer in one stage than its target, paused days left out. Nobody whose application rests is among them.
 *
 * @param since first day on the clock of the one who waits longest
 */
public record StageWait(Stage stage, long people, LocalDate since) {

    /** Stages in which somebody waits too long, the oldest promise first; one statement, within scope. */
    public static List<StageWait> in(Force force, StageSettings settings, LocalDate today) {
        var bound = new HashMap<String, Object>();
        var over = settings.days().keySet().stream()
                .map(stage -> {
                    bound.put("stage" + stage.ordinal(), stage);
                    bound.put("day" + stage.ordinal(), settings.over(stage, today));
                    return "v.stage = :stage" + stage.ordinal() + " and v.clockFrom < :day" + stage.ordinal();
                })
                .collect(Collectors.joining(" or ", "(", ")"));
        var query = Volunteer.getEntityManager()
                .createQuery(
                        "select v.stage, count(v), min(v.clockFrom) from Volunteer v where v.force = :force"
                                + " and v.pausedSince is null and "
                                + over + " group by v.stage",
                        Object[].class)
                .setParameter("force", force);
        bound.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new StageWait((Stage) row[0], (Long) row[1], (LocalDate) row[2]))
                .sorted((a, b) -> promise(a, settings).compareTo(promise(b, settings)))
                .toList();
    }

    private static LocalDate promise(StageWait wait, StageSettings settings) {
        return wait.since.plusDays(settings.days().get(wait.stage));
    }
}
