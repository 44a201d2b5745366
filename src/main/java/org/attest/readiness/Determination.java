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
import java.util.Optional;
import org.attest.force.ForceOwned;
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

    /** The policy applied: {@code national 1}. */
    @Column(nullable = false)
    public String policy;

    /** The whole verdict as JSON: causes included, so it never leaves this package unmasked. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "verdict", nullable = false)
    Verdict verdict;

    /** The facts it was worked out from, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "facts", nullable = false)
    Facts facts;

    /** The stored answer for the person in the tier, within scope. */
    public static Optional<Determination> of(Volunteer volunteer, Tier tier) {
        return find("volunteer = ?1 and tier = ?2", volunteer, tier).firstResultOptional();
    }
}
