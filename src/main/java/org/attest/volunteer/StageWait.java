package org.attest.volunteer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.force.Force;

/**
 * People who are longer in one stage than its target.
 *
 * @param since first day in the stage of the one who waits longest
 */
public record StageWait(Stage stage, long people, LocalDate since) {

    /** Stages in which somebody waits too long, the oldest promise first; one statement, within scope. */
    public static List<StageWait> in(Force force, StageTargets targets, LocalDate today) {
        var bound = new HashMap<String, Object>();
        var over = targets.days().keySet().stream()
                .map(stage -> {
                    bound.put("stage" + stage.ordinal(), stage);
                    bound.put("day" + stage.ordinal(), targets.over(stage, today));
                    return "v.stage = :stage" + stage.ordinal() + " and v.stageSince < :day" + stage.ordinal();
                })
                .collect(Collectors.joining(" or ", "(", ")"));
        var query = Volunteer.getEntityManager()
                .createQuery(
                        "select v.stage, count(v), min(v.stageSince) from Volunteer v where v.force = :force and "
                                + over + " group by v.stage",
                        Object[].class)
                .setParameter("force", force);
        bound.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new StageWait((Stage) row[0], (Long) row[1], (LocalDate) row[2]))
                .sorted((a, b) -> promise(a, targets).compareTo(promise(b, targets)))
                .toList();
    }

    private static LocalDate promise(StageWait wait, StageTargets targets) {
        return wait.since.plusDays(targets.days().get(wait.stage));
    }
}
