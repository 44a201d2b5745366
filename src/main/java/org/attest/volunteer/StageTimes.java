package org.attest.volunteer;

import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;

/**
 * How long people usually stay in a stage, paused days left out.
 *
 * @param people who moved on from it in the last twelve months
 * @param medianDays of their days in it
 */
public record StageTimes(int people, int medianDays) {

    /** Days between one move and the next of the same person; who left did not move on. */
    private static final String MEDIANS = """
            select m.from_stage as stage, count(*) as people,
                   percentile_cont(0.5) within group (order by m.days) as days
            from (select g.from_stage, g.to_stage, g.on_day,
                         (extract(epoch from g.on_day) - extract(epoch from g.began)) / 86400 - coalesce((
                             select sum((extract(epoch from p.last_day) - extract(epoch from p.starts_on)) / 86400 + 1)
                             from application_pause p
                             where p.volunteer_id = g.volunteer_id and p.last_day is not null
                               and p.starts_on >= g.began and p.starts_on < g.on_day), 0) as days
                  from (select c.volunteer_id, c.from_stage, c.to_stage, c.on_day,
                               lag(c.on_day) over (partition by c.volunteer_id order by c.on_day, c.id) as began
                        from stage_change c
                        where c.force_id = :force and c.undoes_id is null and %s
                          and not exists (select 1 from stage_change u where u.undoes_id = c.id)) g) m
            where m.from_stage is not null and m.to_stage <> 'LEFT' and m.days is not null
              and m.on_day > :since and m.on_day <= :today
            group by m.from_stage
            """;

    /** By stage, for the stages somebody moved on from; one statement, which names the force itself. */
    public static Map<Stage, StageTimes> in(Force force, LocalDate today) {
        return times(Force.getEntityManager()
                .createNativeQuery(MEDIANS.formatted("true"), Tuple.class)
                .setParameter("force", force.id)
                .setParameter("since", today.minusYears(1))
                .setParameter("today", today));
    }

    /**
     * By stage, of those who entered the pipeline between two days, whenever they moved on; one statement.
     *
     * @param cohort of these only; null for all
     */
    public static Map<Stage, StageTimes> ofEntered(
            Force force, Cohort cohort, LocalDate from, LocalDate until, LocalDate today) {
        return times(Force.getEntityManager()
                .createNativeQuery(MEDIANS.formatted(ENTERED), Tuple.class)
                .setParameter("force", force.id)
                .setParameter("since", LocalDate.EPOCH)
                .setParameter("today", today)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("cohort", cohort == null ? -1L : cohort.id));
    }

    private static final String ENTERED = """
            c.volunteer_id in (
                select e.volunteer_id from stage_change e join volunteer v on v.id = e.volunteer_id
                where e.force_id = :force and e.from_stage is null and e.to_stage not in ('SERVICE', 'LEFT')
                  and e.on_day >= :from and e.on_day <= :until and (:cohort = -1 or v.cohort_id = :cohort))
            """;

    @SuppressWarnings("unchecked")
    private static Map<Stage, StageTimes> times(Query query) {
        var times = new EnumMap<Stage, StageTimes>(Stage.class);
        for (var row : (List<Tuple>) query.getResultList()) {
            times.put(
                    Stage.valueOf((String) row.get("stage")),
                    new StageTimes(((Number) row.get("people")).intValue(), (int)
                            Math.round(((Number) row.get("days")).doubleValue())));
        }
        return times;
    }
}
