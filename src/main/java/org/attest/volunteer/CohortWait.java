package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.web.Refused;

/**
 * Somebody waits for a place in a cohort. Who joined first moves up first; nobody waits for two cohorts at once. Ended,
 * never deleted.
 */
@Entity
public class CohortWait extends ForceOwned {

    /** How the waiting ended. */
    public enum Ending {
        PLACED,
        GAVE_UP,
        LEFT,
        CARRIED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cohort_wait_seq")
    @SequenceGenerator(name = "cohort_wait_seq", sequenceName = "cohort_wait_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "cohort_id", updatable = false)
    public Cohort cohort;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    /** No two of a cohort are alike, whatever the clocks of several nodes say. */
    @Column(name = "joined_at", nullable = false, updatable = false)
    public Instant joinedAt;

    @Column(name = "joined_by", nullable = false, updatable = false)
    public String joinedBy;

    /** Null while they wait. */
    @Column(name = "ended_at")
    public Instant endedAt;

    @Column(name = "ended_by")
    public String endedBy;

    @Enumerated(EnumType.STRING)
    public Ending ending;

    /** Who waits for the cohort, with their records, who moves up next first. */
    public static List<CohortWait> in(Cohort cohort) {
        return list(
                "from CohortWait w join fetch w.volunteer where w.cohort = ?1 and w.endedAt is null"
                        + " order by w.joinedAt, w.id",
                cohort);
    }

    /** The one waiting list the person is on. */
    public static Optional<CohortWait> of(Volunteer person) {
        return find("from CohortWait w join fetch w.cohort where w.volunteer = ?1 and w.endedAt is null", person)
                .firstResultOptional();
    }

    /** How many wait for each of these cohorts, by the cohort's id, in one statement. */
    public static Map<Long, Long> counts(Collection<Cohort> cohorts) {
        if (cohorts.isEmpty()) return Map.of();
        return getEntityManager()
                .createQuery(
                        "select w.cohort.id, count(w) from CohortWait w where w.cohort in :cohorts and w.endedAt is null"
                                + " group by w.cohort.id",
                        Object[].class)
                .setParameter("cohorts", cohorts)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    /** Cohorts of every force in scope for which somebody waits. */
    static List<Cohort> awaited() {
        return getEntityManager()
                .createQuery(
                        "from Cohort c where exists (select 1 from CohortWait w where w.cohort = c and w.endedAt is null)"
                                + " order by c.id",
                        Cohort.class)
                .getResultList();
    }

    /** What these people wait for now, in one statement. */
    static List<CohortWait> ofAll(Collection<Long> volunteerIds) {
        return volunteerIds.isEmpty() ? List.of() : list("volunteer.id in ?1 and endedAt is null", volunteerIds);
    }

    /** At the end of the list; the cohort is held. */
    static WaitingBegun begin(Cohort cohort, Volunteer person, Actor by, Clock clock) {
        var wait = new CohortWait();
        wait.force = cohort.force;
        wait.cohort = cohort;
        wait.volunteer = person;
        wait.joinedAt = afterTheLast(cohort, clock.instant().truncatedTo(ChronoUnit.MICROS));
        wait.joinedBy = by.name();
        wait.persist();
        return new WaitingBegun(by, person, cohort);
    }

    private static Instant afterTheLast(Cohort cohort, Instant now) {
        var last = getEntityManager()
                .createQuery("select max(w.joinedAt) from CohortWait w where w.cohort = :cohort", Instant.class)
                .setParameter("cohort", cohort)
                .getSingleResult();
        return last == null || last.isBefore(now) ? now : last.plus(1, ChronoUnit.MICROS);
    }

    /** From 1: who has it moves up next. */
    public long position() {
        return 1 + count("cohort = ?1 and endedAt is null and joinedAt < ?2", cohort, joinedAt);
    }

    /** The person waits no longer, by their own wish or the coordinator's. */
    public WaitingEnded giveUp(Actor by, Clock clock) {
        if (endedAt != null) throw new Refused("They wait no longer", "");
        end(Ending.GAVE_UP, by, clock);
        return new WaitingEnded(by, volunteer, cohort, Ending.GAVE_UP);
    }

    void end(Ending how, Actor by, Clock clock) {
        ending = how;
        endedAt = clock.instant();
        endedBy = by.name();
    }
}
