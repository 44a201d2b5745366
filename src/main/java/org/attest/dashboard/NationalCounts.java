package org.attest.dashboard;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.attest.force.Establishment;
import org.attest.force.Force;

/**
 * What is counted of the whole country: aggregates in native SQL past the row filter, because who holds a national role has
 * nobody's record in scope. No row about a person leaves the database. Five statements, whatever the number of people.
 *
 * @param pipeline people between enquiry and service
 * @param left people who left service in the last twelve months
 */
record NationalCounts(List<ForceCount> forces, int posts, int pipeline, int left) {

    private static final String SERVICE = """
            select v.force_id as force, count(*) as people,
                   sum(case when d.answer in ('DEPLOYABLE', 'WITH_LIMITS') then 1 else 0 end) as yes
            from volunteer v left join determination d on d.volunteer_id = v.id and d.tier = :tier
            where v.stage = 'SERVICE'
            group by v.force_id
            """;

    private static final String ATTESTED = """
            select a.force_id as force, count(distinct v.id) as people,
                   percentile_cont(0.5) within group (order by
                       (extract(epoch from a.attested_on) - extract(epoch from v.applied_on)) / 86400) as days
            from attestation a join volunteer v on v.id = a.volunteer_id
            where a.attested_on > :since and a.attested_on <= :today and v.applied_on <= a.attested_on
            group by a.force_id
            """;

    private static final String PIPELINE = """
            select
              (select count(*) from volunteer where stage not in ('SERVICE', 'LEFT')) as waiting,
              (select count(distinct c.volunteer_id)
               from stage_change c join volunteer v on v.id = c.volunteer_id
               where c.from_stage = 'SERVICE' and c.to_stage = 'LEFT' and v.stage = 'LEFT'
                 and c.on_day > :since and c.on_day <= :today) as gone
            """;

    static NationalCounts on(LocalDate today) {
        var since = today.minusYears(1);
        var em = Force.getEntityManager();
        var service = new HashMap<Long, Tuple>();
        for (var row : rows(em.createNativeQuery(SERVICE, Tuple.class)
                .setParameter("tier", ForceCounts.TIER.name())
                .getResultList())) service.put(id(row), row);
        var attested = new HashMap<Long, Tuple>();
        for (var row : rows(em.createNativeQuery(ATTESTED, Tuple.class)
                .setParameter("since", since)
                .setParameter("today", today)
                .getResultList())) attested.put(id(row), row);
        var pipeline = pipeline(em, since, today);
        var posts = Establishment.posts(today);

        var forces = Force.all().stream()
                .filter(f -> f.existsOn(today) && (TileMap.knows(f.slug) || service.containsKey(f.id)))
                .toList();
        var counts = forces.stream()
                .map(f -> {
                    var people = service.get(f.id);
                    var newOnes = attested.get(f.id);
                    return new ForceCount(
                            f.slug,
                            f.shortName(),
                            people == null ? 0 : number(people, "people"),
                            people == null ? 0 : number(people, "yes"),
                            newOnes == null ? 0 : number(newOnes, "people"),
                            newOnes == null ? null : (Integer) rounded(newOnes, "days"));
                })
                .toList();
        return new NationalCounts(
                counts,
                forces.stream().mapToInt(f -> posts.getOrDefault(f.id, 0)).sum(),
                number(pipeline, "waiting"),
                number(pipeline, "gone"));
    }

    private static Tuple pipeline(EntityManager em, LocalDate since, LocalDate today) {
        return (Tuple) em.createNativeQuery(PIPELINE, Tuple.class)
                .setParameter("since", since)
                .setParameter("today", today)
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    static List<Tuple> rows(List<?> tuples) {
        return (List<Tuple>) tuples;
    }

    private static Long id(Tuple row) {
        return ((Number) row.get("force")).longValue();
    }

    static int number(Tuple row, String column) {
        var value = (Number) row.get(column);
        return value == null ? 0 : value.intValue();
    }

    static int rounded(Tuple row, String column) {
        return (int) Math.round(((Number) row.get(column)).doubleValue());
    }
}
