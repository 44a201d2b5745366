package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PrePersist;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** People who are brought in together. */
@Entity
public class Cohort extends ForceOwned {

    private static final int LONGEST_FOUND_BY = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cohort_seq")
    @SequenceGenerator(name = "cohort_seq", sequenceName = "cohort_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @Column(nullable = false)
    public String name;

    /** The name as {@link Texts#folded}, unique in the force. */
    @Column(name = "found_by", nullable = false)
    public String foundBy;

    @Column(name = "starts_on", nullable = false)
    public LocalDate startsOn;

    /** Last day; null while open. */
    @Column(name = "ends_on")
    public LocalDate endsOn;

    /** How many people it has room for. */
    public int capacity;

    /** How many of them should end deployable. */
    @Column(name = "target_deployable")
    public int targetDeployable;

    /** Who leads it, by name. */
    @Column(name = "lead_name")
    public String leadName;

    /** Account of who leads it; null where nobody is named, or somebody without one. */
    @Column(name = "lead_id")
    public Long leadId;

    /** Applicants may take a place themselves, while there is one, or wait for one. */
    @Column(name = "takes_applicants", nullable = false)
    public boolean takesApplicants;

    @Version
    public int version;

    /** The force's cohorts, newest first. */
    public static List<Cohort> of(Force force) {
        return list("force = ?1 order by startsOn desc, name", force);
    }

    /** Cohorts of the force that have not ended, soonest first. */
    public static List<Cohort> lasting(Force force, LocalDate today) {
        return list("force = ?1 and (endsOn is null or endsOn >= ?2) order by startsOn, name", force, today);
    }

    /** Cohorts of the force that start in this time, the first day first. */
    public static List<Cohort> startingBetween(Force force, LocalDate from, LocalDate until) {
        return list("force = ?1 and startsOn between ?2 and ?3 order by startsOn, name", force, from, until);
    }

    /** By reference, within scope. */
    public static Optional<Cohort> byRef(String ref) {
        return find("ref", ref).firstResultOptional();
    }

    /** By name in the force, whatever the case. */
    public static Optional<Cohort> named(Force force, String name) {
        return find("force = ?1 and foundBy = ?2", force, searched(name)).firstResultOptional();
    }

    /** The force opens a cohort. Refuses what {@link CohortPlan#faults} finds, and a name the force has already. */
    public static CohortOpened open(Force force, CohortPlan plan, Actor by) {
        var cohort = new Cohort();
        cohort.force = force;
        cohort.ref = Reference.random();
        cohort.write(plan);
        cohort.persist();
        return new CohortOpened(by, cohort);
    }

    /** The plan is another now. Refuses room for fewer people than are in it. Holds the cohort, so that nobody joins meanwhile. */
    public CohortPlanned plan(CohortPlan plan, Actor by) {
        getEntityManager().lock(this, LockModeType.PESSIMISTIC_WRITE);
        var members = members(List.of(this)).getOrDefault(this, 0L);
        if (plan.capacity() < members) {
            throw new Refused(members + " people are in the cohort: it cannot have room for " + plan.capacity(), "");
        }
        write(plan);
        return new CohortPlanned(by, this);
    }

    public CohortPlan plan() {
        return new CohortPlan(name, startsOn, endsOn, capacity, targetDeployable, leadName, leadId, takesApplicants);
    }

    private void write(CohortPlan plan) {
        plan.faults().stream().findFirst().ifPresent(fault -> {
            throw fault.refused();
        });
        named(force, plan.name()).filter(other -> other != this).ifPresent(other -> {
            throw new Refused("The force has a cohort of this name already", "");
        });
        name = plan.name();
        startsOn = plan.startsOn();
        endsOn = plan.endsOn();
        capacity = plan.capacity();
        targetDeployable = plan.targetDeployable();
        leadName = plan.leadName();
        leadId = plan.leadId();
        takesApplicants = plan.takesApplicants();
        prepareSearch();
    }

    private static String searched(String name) {
        var folded = Texts.folded(name);
        return folded.length() > LONGEST_FOUND_BY ? folded.substring(0, LONGEST_FOUND_BY) : folded;
    }

    @PrePersist
    void prepareSearch() {
        foundBy = searched(name);
    }

    /** How many people who have not left are in each of these cohorts, in one statement. */
    public static Map<Cohort, Long> members(Collection<Cohort> cohorts) {
        if (cohorts.isEmpty()) return Map.of();
        return getEntityManager()
                .createQuery(
                        "select v.cohort.id, count(v) from Volunteer v where v.cohort in :cohorts and v.stage <> :left"
                                + " group by v.cohort.id",
                        Object[].class)
                .setParameter("cohorts", cohorts)
                .setParameter("left", Stage.LEFT)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> cohorts.stream()
                                .filter(c -> c.id.equals(row[0]))
                                .findFirst()
                                .orElseThrow(),
                        row -> (Long) row[1]));
    }

    /**
     * Holds cohorts until the transaction ends, always in the same order, and reads them anew: of two desks that hand out
     * places the second sees what the first did. Whoever holds a person's row as well took that first.
     */
    static void hold(Collection<Cohort> cohorts) {
        var em = getEntityManager();
        cohorts.stream()
                .distinct()
                .filter(cohort -> em.getLockMode(cohort) != LockModeType.PESSIMISTIC_WRITE)
                .sorted(Comparator.comparing(c -> c.id))
                .forEach(cohort -> em.refresh(cohort, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Places nobody has; never below zero. Count on it only while the cohort is held. */
    public long free() {
        return Math.max(0, capacity - members(List.of(this)).getOrDefault(this, 0L));
    }

    public boolean hasEnded(LocalDate today) {
        return endsOn != null && endsOn.isBefore(today);
    }

    /** Whether somebody in the pipeline who has applied may take a place, or wait for one, without asking anybody. */
    public boolean isOpenTo(Volunteer person, LocalDate today) {
        return takesApplicants && !hasEnded(today) && person.stage.isPipeline() && person.stage != Stage.ENQUIRY;
    }

    /**
     * Refuses unless each cohort has room for as many more as it is named here. Locks the cohorts, so that two people at two
     * desks cannot both take the last place.
     */
    static void makeRoom(List<Cohort> wanted) {
        if (wanted.isEmpty()) return;
        var places = new LinkedHashMap<Cohort, Long>();
        wanted.forEach(cohort -> places.merge(cohort, 1L, Long::sum));
        hold(places.keySet());
        var taken = members(places.keySet());
        places.forEach((cohort, more) -> {
            long free = cohort.capacity - taken.getOrDefault(cohort, 0L);
            if (more > free) {
                throw new Refused(
                        cohort.name + " has room for " + cohort.capacity + ", and "
                                + Formats.of(Math.max(0, free), "place", "places") + " left",
                        "");
            }
        });
    }

    /** Places left, with the cohort locked until the transaction ends, so that nobody else takes one meanwhile. */
    public long placesHeld() {
        hold(List.of(this));
        return free();
    }

    /**
     * Why the person would get neither a place nor a number on the waiting list; empty when they would.
     *
     * @param waits what they wait for now; null for nothing
     */
    public Optional<Refused> refusal(Volunteer person, CohortWait waits, LocalDate today) {
        if (equals(person.cohort)) return Optional.of(new Refused(person.called() + " is in this cohort already", ""));
        try {
            mayTake(person, today);
            return Optional.ofNullable(waits)
                    .map(w -> new Refused(
                            person.called() + " waits for a place in " + w.cohort.name + ": end that first", ""));
        } catch (Refused refused) {
            return Optional.of(refused);
        }
    }

    /** Refuses people who cannot be in it: of another force, or gone; and everybody once it has ended. */
    void mayTake(Volunteer person, LocalDate today) {
        if (!force.id.equals(person.force.id)) throw new Refused("The cohort is of another force", "");
        if (person.stage == Stage.LEFT) throw new Refused(person.called() + " has left", "");
        if (hasEnded(today)) {
            throw new Refused(name + " ended on " + Formats.inWords(endsOn), "");
        }
    }
}
