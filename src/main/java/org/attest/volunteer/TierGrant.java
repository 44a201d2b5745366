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
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.policy.Tier;

/**
 * The highest tier the force has given the person, from a day on. What a file says is what the force attests: nothing is
 * deployable by it, for the answer is worked out from the facts that a tier needs.
 */
@Entity
public class TierGrant extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tier_grant_seq")
    @SequenceGenerator(name = "tier_grant_seq", sequenceName = "tier_grant_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Tier tier;

    @Column(name = "granted_on", nullable = false)
    public LocalDate grantedOn;

    /** Last day; null while it lasts. */
    @Column(name = "ended_on")
    public LocalDate endedOn;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** The person's tiers, oldest first. */
    public static List<TierGrant> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by grantedOn, id", volunteer);
    }

    /** The tiers these people have on the day, in one statement. */
    static List<TierGrant> lasting(Collection<Long> people, LocalDate day) {
        return people.isEmpty()
                ? List.of()
                : list("volunteer.id in ?1 and (endedOn is null or endedOn >= ?2) order by grantedOn, id", people, day);
    }

    static TierGrant attested(Volunteer person, Tier tier, LocalDate day, Actor by, Clock clock) {
        var grant = new TierGrant();
        grant.force = person.force;
        grant.volunteer = person;
        grant.tier = tier;
        grant.grantedOn = day;
        grant.recordedAt = clock.instant();
        grant.recordedBy = by.name();
        grant.persist();
        return grant;
    }

    /** Whether the person has it on the day. */
    public boolean lastsOn(LocalDate day) {
        return !day.isBefore(grantedOn) && (endedOn == null || !day.isAfter(endedOn));
    }
}
