package org.attest.dashboard;

import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageTimes;

/**
 * How far those came who entered the pipeline between two days: aggregates in native SQL that names the force itself. Who
 * left came as far as the stage they left from last; a stage that was entered by mistake and taken back does not count.
 *
 * @param entered everybody who entered in a stage before service
 */
record FunnelCounts(int entered, List<Step> steps) {

    /** The stages of a funnel, from the first to service. */
    static final List<Stage> STAGES =
            Arrays.stream(Stage.values()).filter(s -> s != Stage.LEFT).toList();

    /**
     * One stage.
     *
     * @param reached came at least so far
     * @param now stand there today
     * @param left left from there
     * @param times median days of those who moved on from it; null when nobody did
     */
    record Step(Stage stage, int reached, int now, int left, StageTimes times) {}

    private static final String FAR = """
            select f.far as far, f.present as present, f.cohort_id as cohort, count(*) as people
            from (select v.cohort_id, v.stage as present,
                         case when v.stage <> 'LEFT' then v.stage else (
                             select l.from_stage from stage_change l
                             where l.volunteer_id = v.id and l.to_stage = 'LEFT' order by l.id desc limit 1) end as far
                  from volunteer v
                  where v.force_id = :force and (:cohort = -1 or v.cohort_id = :cohort)
                    and exists (select 1 from stage_change e
                                where e.volunteer_id = v.id and e.from_stage is null
                                  and e.to_stage not in ('SERVICE', 'LEFT')
                                  and e.on_day >= :from and e.on_day <= :until)) f
            group by f.far, f.present, f.cohort_id
            """;

    /** @param cohort of these only; null for all */
    static FunnelCounts of(Force force, Cohort cohort, LocalDate from, LocalDate until, LocalDate today) {
        var far = new EnumMap<Stage, Integer>(Stage.class);
        var now = new EnumMap<Stage, Integer>(Stage.class);
        var left = new EnumMap<Stage, Integer>(Stage.class);
        int entered = 0;
        for (var row : rows(force, cohort, from, until)) {
            var reached = row.get("far") == null ? Stage.ENQUIRY : Stage.valueOf((String) row.get("far"));
            int people = NationalCounts.number(row, "people");
            entered += people;
            far.merge(reached, people, Integer::sum);
            (Stage.LEFT.name().equals(row.get("present")) ? left : now).merge(reached, people, Integer::sum);
        }
        var times = StageTimes.ofEntered(force, cohort, from, until, today);
        var steps = new ArrayList<Step>();
        for (var stage : STAGES) {
            int reached = far.entrySet().stream()
                    .filter(e -> e.getKey().compareTo(stage) >= 0)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            steps.add(new Step(
                    stage,
                    reached,
                    now.getOrDefault(stage, 0),
                    left.getOrDefault(stage, 0),
                    stage == Stage.SERVICE ? null : times.get(stage)));
        }
        return new FunnelCounts(entered, steps);
    }

    /** Of each cohort of the force, how many entered and how many came as far as training and service; one statement. */
    static Map<Long, int[]> byCohort(Force force, LocalDate from, LocalDate until) {
        var cohorts = new LinkedHashMap<Long, int[]>();
        for (var row : rows(force, null, from, until)) {
            if (row.get("cohort") == null) continue;
            var counts = cohorts.computeIfAbsent(((Number) row.get("cohort")).longValue(), id -> new int[3]);
            var reached = row.get("far") == null ? Stage.ENQUIRY : Stage.valueOf((String) row.get("far"));
            int people = NationalCounts.number(row, "people");
            counts[0] += people;
            if (reached.compareTo(Stage.TRAINING) >= 0) counts[1] += people;
            if (reached == Stage.SERVICE) counts[2] += people;
        }
        return cohorts;
    }

    private static List<Tuple> rows(Force force, Cohort cohort, LocalDate from, LocalDate until) {
        return NationalCounts.rows(Force.getEntityManager()
                .createNativeQuery(FAR, Tuple.class)
                .setParameter("force", force.id)
                .setParameter("cohort", cohort == null ? -1L : cohort.id)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList());
    }
}
