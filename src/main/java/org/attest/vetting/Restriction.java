package org.attest.vetting;

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
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.web.Refused;

/** A condition of a clearance: the code that deployment reads, when it is looked at again, and what is sealed of it. */
@Entity(name = "VettingRestriction")
@Table(name = "vetting_restriction")
public class Restriction extends ForceOwned {

    static final int LONGEST = 1000;

    /**
     * A condition as it is proposed. Each part must be there.
     *
     * @param told who is told of it
     */
    public record Draft(RestrictionCode code, LocalDate reviewOn, String text, String why, String told) {}

    /** What is sealed of it. */
    record Text(String text, String why, String told) {}

    static final String PURPOSE = "restriction";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_restriction_seq")
    @SequenceGenerator(name = "vetting_restriction_seq", sequenceName = "vetting_restriction_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "decision_id", updatable = false)
    public Decision decision;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public RestrictionCode code;

    @Column(name = "review_on", nullable = false, updatable = false)
    public LocalDate reviewOn;

    @Column(nullable = false, updatable = false)
    public byte[] sealed;

    /** Of clearances of the force that are in force under conditions: those to be looked at again by that day, the first day first. */
    static List<Restriction> toReview(Force force, LocalDate until) {
        return list(
                "from VettingRestriction r join fetch r.decision d join fetch d.vettingCase c where r.force = ?1"
                        + " and c.state = ?2 and d.round = c.round and r.reviewOn <= ?3 and c.validUntil >= r.reviewOn"
                        + " order by r.reviewOn, r.id",
                force,
                CaseState.GRANTED_WITH_RESTRICTIONS,
                until);
    }

    static List<Restriction> of(Decision decision) {
        return list("decision = ?1 order by id", decision);
    }

    static void refuse(Draft draft, LocalDate today) {
        if (draft.code() == null || draft.text() == null || draft.why() == null || draft.told() == null) {
            throw new Refused(
                    "A condition needs its code, its words, its reason and who is told", "vetting section 3.2");
        }
        if (draft.reviewOn() == null || !draft.reviewOn().isAfter(today)) {
            throw new Refused("A condition needs a review day after today", "vetting section 3.2");
        }
    }

    static void add(Decision decision, Draft draft, Compartment compartment) {
        var restriction = new Restriction();
        restriction.force = decision.force;
        restriction.decision = decision;
        restriction.code = draft.code();
        restriction.reviewOn = draft.reviewOn();
        restriction.sealed =
                compartment.closeAll(decision.vettingCase, new Text(draft.text(), draft.why(), draft.told()), PURPOSE);
        restriction.persist();
    }

    Text text(Compartment compartment) {
        return compartment.openAll(decision.vettingCase, sealed, Text.class, PURPOSE);
    }
}
