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
        CARRIED,
        /** The act that put them on the list was undone. */
        TAKEN_BACK
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

    /** No two who wait for a cohort are alike. */
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
    public static List<CohortWait> ofAll(Collection<Long> volunteerIds) {
        return volunteerIds.isEmpty()
                ? List.of()
                : list(
                        "from CohortWait w join fetch w.cohort where w.volunteer.id in ?1 and w.endedAt is null",
                        volunteerIds);
    }

    /** When the last one joined each of these lists, whether they wait still or not, by the cohort's id, in one statement. */
    static Map<Long, Instant> lastJoined(Collection<Cohort> cohorts) {
        return getEntityManager()
                .createQuery(
                        "select w.cohort.id, max(w.joinedAt) from CohortWait w where w.cohort in :cohorts group by w.cohort.id",
                        Object[].class)
                .setParameter("cohorts", cohorts)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Instant) row[1]));
    }

    /** At the end of the list; the cohort is held, and nobody joined as late. */
    static WaitingBegun begin(Cohort cohort, Volunteer person, Instant joinedAt, Actor by) {
        return keep(cohort, person, joinedAt, by.name(), by);
    }

    private static WaitingBegun keep(Cohort cohort, Volunteer person, Instant joinedAt, String joinedBy, Actor by) {
        var wait = new CohortWait();
        wait.force = cohort.force;
        wait.cohort = cohort;
        wait.volunteer = person;
        wait.joinedAt = joinedAt;
        wait.joinedBy = joinedBy;
        wait.persist();
        return new WaitingBegun(by, wait);
    }

    /** What ended by mistake goes on, by a row of its own and where it stood in the line. */
    public WaitingBegun goOn(Actor by) {
        if (endedAt == null) throw new Refused("They wait still", "");
        return keep(cohort, volunteer, joinedAt, joinedBy, by);
    }

    /** Who joined these lists later than somebody and has a place in the cohort now, in one statement. */
    public static List<CohortWait> placedFrom(Collection<Cohort> cohorts) {
        return cohorts.isEmpty()
                ? List.of()
                : list(
                        "from CohortWait w join fetch w.volunteer where w.cohort in ?1 and w.ending = ?2"
                                + " and w.volunteer.cohort = w.cohort and w.volunteer.stage <> ?3 order by w.joinedAt, w.id",
                        cohorts,
                        Ending.PLACED,
                        Stage.LEFT);
    }

    /** From 1: who has it moves up next. */
    public long position() {
        return 1 + count("cohort = ?1 and endedAt is null and joinedAt < ?2", cohort, joinedAt);
    }

    /** The person waits no longer, by their own wish or the coordinator's. */
    public WaitingEnded giveUp(Actor by, Clock clock) {
        return stop(Ending.GAVE_UP, by, clock);
    }

    /** As if they had never joined the list. */
    public WaitingEnded takeBack(Actor by, Clock clock) {
        return stop(Ending.TAKEN_BACK, by, clock);
    }

    private WaitingEnded stop(Ending how, Actor by, Clock clock) {
        if (endedAt != null) throw new Refused("They wait no longer", "");
        end(how, by, clock);
        return new WaitingEnded(by, volunteer, cohort, how);
    }

    void end(Ending how, Actor by, Clock clock) {
        ending = how;
        endedAt = clock.instant();
        endedBy = by.name();
    }
}
