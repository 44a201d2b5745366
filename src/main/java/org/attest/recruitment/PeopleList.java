package org.attest.recruitment;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.attest.policy.Tier;
import org.attest.readiness.Answer;
import org.attest.volunteer.Stage;
import org.attest.web.Paging;

/**
 * Reads the list of people in two statements, whatever the number of people: one that counts, by stage and answer, and one
 * that reads the rows of the page. It loads no entity, and orders by nothing that a viewer may not know.
 */
@ApplicationScoped
class PeopleList {

    private static final String FROM =
            " from Volunteer v left join v.cohort c left join Determination d on d.volunteer = v and d.tier = :tier where ";

    /** In service without a yes first, then what changes soonest; then the pipeline, who waits longest first. */
    private static final String NEEDS_A_MOVE =
            "case when v.stage = SERVICE then case when d.answer = NOT_DEPLOYABLE then 0"
                    + " when d.answer is null or d.answer = CANNOT_DECIDE then 1"
                    + " when d.answer = WITH_LIMITS then 2 else 3 end"
                    + " when v.stage = LEFT then 5 else 4 end,"
                    + " case when v.stage = SERVICE then d.nextChangeOn end nulls last, v.clockFrom, v.foundBy, v.id";

    /** How many people stand where. */
    public record Counts(
            long total,
            long deployable,
            long withLimits,
            long notDeployable,
            long undecided,
            long pipeline,
            long left) {}

    private record Line(Stage stage, Answer answer, long people) {}

    Counts count(PeopleFilter filter) {
        var lines = query(
                        filter,
                        "select new org.attest.recruitment.PeopleList$Line(v.stage, d.answer, count(v))",
                        " group by v.stage, d.answer",
                        Line.class)
                .getResultList();
        return new Counts(
                lines.stream().mapToLong(Line::people).sum(),
                inService(lines, Answer.DEPLOYABLE),
                inService(lines, Answer.WITH_LIMITS),
                inService(lines, Answer.NOT_DEPLOYABLE),
                inService(lines, Answer.CANNOT_DECIDE) + inService(lines, null),
                lines.stream()
                        .filter(l -> l.stage.isPipeline())
                        .mapToLong(Line::people)
                        .sum(),
                lines.stream()
                        .filter(l -> l.stage == Stage.LEFT)
                        .mapToLong(Line::people)
                        .sum());
    }

    private static long inService(List<Line> lines, Answer answer) {
        return lines.stream()
                .filter(l -> l.stage == Stage.SERVICE && l.answer == answer)
                .mapToLong(Line::people)
                .sum();
    }

    /** How many of them stand in each stage; stages without anybody are missing. One statement. */
    Map<Stage, Long> byStage(PeopleFilter filter) {
        var counts = new EnumMap<Stage, Long>(Stage.class);
        query(
                        filter,
                        "select new org.attest.recruitment.PeopleList$Line(v.stage, d.answer, count(v))",
                        " group by v.stage, d.answer",
                        Line.class)
                .getResultList()
                .forEach(line -> counts.merge(line.stage, line.people, Long::sum));
        return counts;
    }

    /** The first so many of them. */
    List<PersonRow> first(PeopleFilter filter, int most) {
        return rows(filter).setMaxResults(most).getResultList();
    }

    /** References of the first so many of them; only of these stages, by their slugs, where some are named. */
    List<String> refs(PeopleFilter filter, List<String> stages, int most) {
        if (filter.fault() != null) return List.of();
        return rows(filter).getResultList().stream()
                .filter(row -> stages.isEmpty() || stages.contains(row.stage().slug()))
                .map(PersonRow::ref)
                .limit(most)
                .toList();
    }

    List<PersonRow> page(PeopleFilter filter, Paging paging) {
        return rows(filter)
                .setFirstResult(paging.offset())
                .setMaxResults(paging.size())
                .getResultList();
    }

    List<PersonRow> all(PeopleFilter filter) {
        return rows(filter).getResultList();
    }

    private static TypedQuery<PersonRow> rows(PeopleFilter filter) {
        var order =
                switch (filter.order()) {
                    case "name" -> "v.foundBy, v.id";
                    case "newest" -> "v.id desc";
                    default -> NEEDS_A_MOVE;
                };
        return query(
                filter,
                "select new org.attest.recruitment.PersonRow(v.ref, v.fullName, v.forceNumber, v.appointmentType, v.stage,"
                        + " v.stageSince, v.clockFrom, v.pausedSince, c.name, d.answer, d.why, d.nextChangeOn, d.movers)",
                " order by " + order,
                PersonRow.class);
    }

    private static <T> TypedQuery<T> query(PeopleFilter filter, String select, String rest, Class<T> type) {
        var condition = filter.condition();
        var query = Panache.getEntityManager()
                .createQuery(select + FROM + condition.hql() + rest, type)
                .setParameter("tier", Tier.FIRST_LIVE);
        condition.bound().forEach(query::setParameter);
        return query;
    }
}
