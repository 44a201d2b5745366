package org.attest.readiness;

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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.policy.Owner;
import org.attest.policy.PolicyHistory;
import org.attest.policy.Tier;
import org.attest.volunteer.Volunteer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The stored answer for one person and tier: what lists, boards and dashboards read. Nobody types it; it is worked out
 * again in the transaction of any deed that touches the person, and by the daily sweep when {@code nextChangeOn} has come.
 */
@Entity
public class Determination extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "determination_seq")
    @SequenceGenerator(name = "determination_seq", sequenceName = "determination_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Tier tier;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Answer answer;

    /** First day of this answer, as far as Attest has seen it. */
    @Column(name = "answer_since", nullable = false)
    public LocalDate answerSince;

    /** Last day of this answer if nobody acts; null when no end is in sight. */
    @Column(name = "answer_until")
    public LocalDate answerUntil;

    /** The day it was worked out for. */
    @Column(name = "decided_for", nullable = false)
    public LocalDate decidedFor;

    /** First later day on which anything in it changes if nobody acts; null when none is in sight. */
    @Column(name = "next_change_on")
    public LocalDate nextChangeOn;

    /** How many requirements are not met. */
    @Column(name = "unmet_count", nullable = false)
    public int unmet;

    /** How many cannot be decided. */
    @Column(name = "unknown_count", nullable = false)
    public int unknown;

    /** In a few words, the same for everybody who may see the person: names no hidden cause. */
    @Column(nullable = false)
    public String why;

    /** Whose moves are open, as names of {@link Owner} with commas; empty when nobody's. A hidden cause adds nobody. */
    @Column(nullable = false)
    public String movers;

    /** The policy applied: {@code national 1}. */
    @Column(nullable = false)
    public String policy;

    /** The whole verdict as JSON. Causes are not in it, so that people who differ only in the cause are stored alike. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "verdict", nullable = false)
    Verdict verdict;

    /** The facts it was worked out from, as JSON; without the causes of holds, which change nothing in it. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "facts", nullable = false)
    Facts facts;

    private static final int REASONS_NAMED = 2;

    /** The stored answer for the person in the tier, within scope. */
    public static Optional<Determination> of(Volunteer volunteer, Tier tier) {
        return find("volunteer = ?1 and tier = ?2", volunteer, tier).firstResultOptional();
    }

    private static final String BLOCKED =
            "v.force = ?1 and d.tier = ?2 and v.stage = SERVICE and d.answer = NOT_DEPLOYABLE and d.movers like ?3";

    /** People in service who are not deployable and whom the owner can move on, with the person, longest first. */
    public static List<Determination> blockedInService(Force force, Tier tier, Owner mover, int most) {
        return Determination.<Determination>find(
                        "from Determination d join fetch d.volunteer v where " + BLOCKED
                                + " order by d.answerSince, v.fullName, v.id",
                        force,
                        tier,
                        "%" + mover.name() + "%")
                .page(0, most)
                .list();
    }

    /** How many {@link #blockedInService} there are. */
    public static long countBlockedInService(Force force, Tier tier, Owner mover) {
        return count("from Determination d join d.volunteer v where " + BLOCKED, force, tier, "%" + mover.name() + "%");
    }

    /** People in service who can be deployed until a day in this time and not after it, with the person, the first day first. */
    public static List<Determination> endingInService(Force force, Tier tier, LocalDate from, LocalDate until) {
        return list(
                "from Determination d join fetch d.volunteer v where v.force = ?1 and d.tier = ?2 and v.stage = SERVICE"
                        + " and d.answer in (DEPLOYABLE, WITH_LIMITS) and d.answerUntil between ?3 and ?4"
                        + " order by d.answerUntil, v.fullName, v.id",
                force,
                tier,
                from,
                until);
    }

    /** People in service with at least one requirement that cannot be decided, with the person, by name, in one statement. */
    public static List<Determination> withGapsInService(Force force, Tier tier) {
        return list(
                "from Determination d join fetch d.volunteer v where v.force = ?1 and d.tier = ?2 and v.stage = SERVICE"
                        + " and d.unknown > 0 order by v.foundBy, v.id",
                force,
                tier);
    }

    /** The requirements that cannot be decided: a missing fact, which nobody hides. */
    public List<Finding> undecided() {
        return verdict.findings().stream()
                .filter(finding -> finding.standing() == Standing.CANNOT_DECIDE)
                .toList();
    }

    private static final String UNDECIDED =
            "v.force = ?1 and d.tier = ?2 and v.stage = SERVICE and d.answer = CANNOT_DECIDE";

    /** People in service about whom a fact is missing, with the person, longest first. */
    public static List<Determination> undecidedInService(Force force, Tier tier, int most) {
        return Determination.<Determination>find(
                        "from Determination d join fetch d.volunteer v where " + UNDECIDED
                                + " order by d.answerSince, v.fullName, v.id",
                        force,
                        tier)
                .page(0, most)
                .list();
    }

    /** How many {@link #undecidedInService} there are. */
    public static long countUndecidedInService(Force force, Tier tier) {
        return count("from Determination d join d.volunteer v where " + UNDECIDED, force, tier);
    }

    /** Ids of the people whose answer may be another on the day, in order, after the given one. */
    static List<Long> dueOn(LocalDate day, long afterId, int most) {
        return getEntityManager()
                .createQuery(
                        "select d.volunteer.id from Determination d where d.nextChangeOn <= :day and d.volunteer.id >"
                                + " :after order by d.volunteer.id",
                        Long.class)
                .setParameter("day", day)
                .setParameter("after", afterId)
                .setMaxResults(most)
                .getResultList();
    }

    /** Everybody in the force, or in every force where it is null, whether an answer is stored or is missing. */
    static List<Long> volunteerIds(Force force) {
        return getEntityManager()
                .createQuery(
                        "select v.id from Volunteer v where :force is null or v.force = :force order by v.id",
                        Long.class)
                .setParameter("force", force)
                .getResultList();
    }

    /** Sees that the answers of the force, or of all where it is null, are looked at again on the day. */
    static void changeBy(LocalDate day, Force force) {
        var later = "nextChangeOn = ?1 where (nextChangeOn is null or nextChangeOn > ?1)";
        if (force == null) update(later, day);
        else update(later + " and force = ?2", day, force);
    }

    /**
     * Whether the answer ends because something lapses that somebody can renew: not because of a hold, not by a mere limit,
     * and not by what nobody can help.
     */
    boolean endsForWantOfRenewal(PolicyHistory history) {
        var after = Deployability.decide(facts, history, tier, answerUntil.plusDays(1));
        return !after.answer().isYes()
                && after.findings().stream()
                        .filter(f -> f.blocks() || f.standing() == Standing.CANNOT_DECIDE)
                        .anyMatch(f -> !f.hidden() && f.owner() != Owner.NOBODY && f.mend() != Finding.Mend.BY_ITSELF);
    }

    /** Whether the row would read the same if it were written anew. */
    boolean stillSays(Verdict now, Facts known) {
        return answer == now.answer()
                && Objects.equals(nextChangeOn, now.nextChangeOn())
                && Objects.equals(answerUntil, now.lastDay())
                && policy.equals(now.policy())
                && verdict.findings().equals(now.findings())
                && facts.equals(known);
    }

    void write(Verdict now, Facts known) {
        if (answer != now.answer()) {
            answer = now.answer();
            answerSince = now.since() == null ? now.day() : now.since();
        }
        answerUntil = now.lastDay();
        decidedFor = now.day();
        nextChangeOn = now.nextChangeOn();
        unmet = now.standing(Standing.UNMET).size();
        unknown = now.standing(Standing.CANNOT_DECIDE).size();
        why = why(now);
        movers = now.findings().stream()
                .filter(f -> !f.isMet() && !f.hidden() && f.owner() != Owner.NOBODY)
                .map(f -> f.owner().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        policy = now.policy();
        verdict = now;
        facts = known;
    }

    /** In a few words that count no days: {@code Not attested. No warrant card. 2 more}. */
    static String why(Verdict verdict) {
        var reasons = verdict.findings().stream()
                .filter(f -> !f.isMet())
                .sorted(Comparator.comparing(Finding::standing))
                .map(Finding::sentence)
                .toList();
        if (reasons.isEmpty()) return "All " + verdict.findings().size() + " requirements are met";
        var named = reasons.stream().limit(REASONS_NAMED).collect(Collectors.joining(". "));
        int more = reasons.size() - REASONS_NAMED;
        return more > 0 ? named + ". " + more + " more" : named;
    }
}
