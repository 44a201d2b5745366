package org.attest.dashboard;

import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.attest.force.Establishment;
import org.attest.force.Force;
import org.attest.policy.Tier;
import org.attest.readiness.Answer;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.StageTimes;

/**
 * What is counted of one force: aggregates in native SQL that names the force itself. Six statements, whatever the number
 * of people, and no row about a person leaves the database.
 *
 * @param answers people in service by the answer for {@link #TIER}; who has none stored cannot be decided
 * @param changing people in service whose answer or a finding of it changes within {@link #SOON} days if nobody acts
 * @param staying of those deployable today, how many still are after each of {@link #AHEAD} days if nobody acts
 * @param stages every stage before service
 * @param attested people attested in the last twelve months whose application day is known
 * @param daysToAttestation their median days from application; null when there are none
 */
record ForceCounts(
        Map<Answer, Integer> answers,
        int changing,
        List<Integer> staying,
        List<StageCount> stages,
        int attested,
        Integer daysToAttestation,
        int posts) {

    /** What "deployable" means where no tier is named. */
    static final Tier TIER = Tier.FIRST_LIVE;

    /** Days ahead for which it is said who is still deployable if nobody acts. */
    static final List<Integer> AHEAD = List.of(30, 60, 90);

    /** Days ahead that count as soon. */
    static final int SOON = 30;

    /**
     * One stage before service.
     *
     * @param people in it now
     * @param medianDays of those who moved on from it in the last twelve months; null when nobody did
     * @param target days after which somebody waits too long
     * @param over people in it longer than that, paused days left out, and not paused now
     */
    record StageCount(Stage stage, int people, Integer medianDays, int movedOn, int target, int over) {

        public boolean isSlow() {
            return medianDays != null && medianDays > target;
        }
    }

    private static final String ANSWERS = """
            select coalesce(d.answer, 'CANNOT_DECIDE') as answer, count(*) as people,
                   sum(case when d.next_change_on <= :soon then 1 else 0 end) as changing,
                   sum(case when d.answer_until is null or d.answer_until >= :in30 then 1 else 0 end) as still30,
                   sum(case when d.answer_until is null or d.answer_until >= :in60 then 1 else 0 end) as still60,
                   sum(case when d.answer_until is null or d.answer_until >= :in90 then 1 else 0 end) as still90
            from volunteer v left join determination d on d.volunteer_id = v.id and d.tier = :tier
            where v.force_id = :force and v.stage = 'SERVICE'
            group by coalesce(d.answer, 'CANNOT_DECIDE')
            """;

    private static final String STAGES = """
            select v.stage as stage, count(*) as people,
                   sum(case when v.paused_since is null and (v.stage = 'ENQUIRY' and v.clock_from < :enquiry
                              or v.stage = 'APPLIED' and v.clock_from < :applied
                              or v.stage = 'INTERVIEW' and v.clock_from < :interview
                              or v.stage = 'VETTING' and v.clock_from < :vetting
                              or v.stage = 'TRAINING' and v.clock_from < :training
                              or v.stage = 'ATTESTATION' and v.clock_from < :attestation) then 1 else 0 end) as waiting
            from volunteer v
            where v.force_id = :force and v.stage not in ('SERVICE', 'LEFT')
            group by v.stage
            """;

    private static final String ATTESTED = """
            select count(distinct v.id) as people,
                   percentile_cont(0.5) within group (order by
                       (extract(epoch from a.attested_on) - extract(epoch from v.applied_on)) / 86400) as days
            from attestation a join volunteer v on v.id = a.volunteer_id
            where a.force_id = :force and a.attested_on > :since and a.attested_on <= :today
              and v.applied_on <= a.attested_on
            """;

    static ForceCounts of(Force force, StageSettings targets, LocalDate today) {
        var since = today.minusYears(1);
        var em = Force.getEntityManager();
        var answers = new EnumMap<Answer, Integer>(Answer.class);
        for (var answer : Answer.values()) answers.put(answer, 0);
        int changing = 0;
        var staying = new int[AHEAD.size()];
        for (var row : NationalCounts.rows(em.createNativeQuery(ANSWERS, Tuple.class)
                .setParameter("force", force.id)
                .setParameter("tier", TIER.name())
                .setParameter("soon", today.plusDays(SOON))
                .setParameter("in30", today.plusDays(AHEAD.get(0)))
                .setParameter("in60", today.plusDays(AHEAD.get(1)))
                .setParameter("in90", today.plusDays(AHEAD.get(2)))
                .getResultList())) {
            var answer = Answer.valueOf((String) row.get("answer"));
            answers.put(answer, NationalCounts.number(row, "people"));
            for (int i = 0; answer.isYes() && i < staying.length; i++) {
                staying[i] += NationalCounts.number(row, "still" + AHEAD.get(i));
            }
            changing += NationalCounts.number(row, "changing");
        }
        var attested = (Tuple) em.createNativeQuery(ATTESTED, Tuple.class)
                .setParameter("force", force.id)
                .setParameter("since", since)
                .setParameter("today", today)
                .getSingleResult();
        int attestedPeople = NationalCounts.number(attested, "people");
        return new ForceCounts(
                answers,
                changing,
                Arrays.stream(staying).boxed().toList(),
                stages(force, targets, today),
                attestedPeople,
                attestedPeople == 0 ? null : (Integer) NationalCounts.rounded(attested, "days"),
                Establishment.posts(force, today));
    }

    private static List<StageCount> stages(Force force, StageSettings targets, LocalDate today) {
        var query =
                Force.getEntityManager().createNativeQuery(STAGES, Tuple.class).setParameter("force", force.id);
        for (var stage : targets.days().keySet()) query.setParameter(stage.slug(), targets.over(stage, today));
        var now = new EnumMap<Stage, Tuple>(Stage.class);
        for (var row : NationalCounts.rows(query.getResultList())) {
            now.put(Stage.valueOf((String) row.get("stage")), row);
        }
        var medians = StageTimes.in(force, today);
        var stages = new ArrayList<StageCount>();
        targets.days().forEach((stage, target) -> {
            var people = now.get(stage);
            var median = medians.get(stage);
            stages.add(new StageCount(
                    stage,
                    people == null ? 0 : NationalCounts.number(people, "people"),
                    median == null ? null : (Integer) median.medianDays(),
                    median == null ? 0 : median.people(),
                    target,
                    people == null ? 0 : NationalCounts.number(people, "waiting")));
        });
        return stages;
    }

    public int inService() {
        return answers.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int deployable() {
        return inFull() + withLimits();
    }

    public int inFull() {
        return answers.get(Answer.DEPLOYABLE);
    }

    public int withLimits() {
        return answers.get(Answer.WITH_LIMITS);
    }

    public int notDeployable() {
        return answers.get(Answer.NOT_DEPLOYABLE);
    }

    public int undecided() {
        return answers.get(Answer.CANNOT_DECIDE);
    }

    public int vacant() {
        return Math.max(0, posts - inService());
    }

    /** People over the target of their stage. */
    public int stalled() {
        return stages.stream().mapToInt(StageCount::over).sum();
    }

    public int pipeline() {
        return stages.stream().mapToInt(StageCount::people).sum();
    }
}
