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
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.attest.force.ForceOwned;
import org.attest.web.Refused;

/**
 * What an officer makes of a case before it is decided: the national decision model, the two-stage test, the presumption and
 * mitigation (vetting section 3.1). A later one of the same round takes its place and leaves it standing.
 */
@Entity(name = "VettingAssessment")
@Table(name = "vetting_assessment")
public class Assessment extends ForceOwned {

    static final int LONGEST = 6000;

    /**
     * The texts. Null where nothing was said.
     *
     * @param information step 1 of the national decision model: what is known
     * @param threat step 2: threat and risk
     * @param powers step 3: powers and policy
     * @param options step 4: options and contingencies
     * @param action step 5: what is proposed, and how it is reviewed
     * @param suspected stage 1: reasonable grounds to suspect an involvement
     * @param refusalFits stage 2: refusal is appropriate in all the circumstances
     * @param rebuttal why the presumption against a conviction or caution is rebutted (vetting rule 21)
     * @param advisory what was considered about an entry on the advisory list (vetting rule 18)
     */
    public record Text(
            String information,
            String threat,
            String powers,
            String options,
            String action,
            Boolean suspected,
            String suspectedWhy,
            Boolean refusalFits,
            String refusalFitsWhy,
            String mitigation,
            String rebuttal,
            String advisory) {}

    /** What its deed says was worked on. */
    static final String DEED = "assessment";

    static final String PURPOSE = "assessment";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_assessment_seq")
    @SequenceGenerator(name = "vetting_assessment_seq", sequenceName = "vetting_assessment_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", updatable = false)
    public VettingCase vettingCase;

    @Column(nullable = false, updatable = false)
    public int round;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Outcome recommends;

    @Column(nullable = false, updatable = false)
    public byte[] sealed;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    @Column(name = "recorded_by_ref", nullable = false, updatable = false)
    public String recordedByRef;

    /** The assessments of a case, oldest first. */
    static List<Assessment> of(VettingCase vettingCase) {
        return list("vettingCase = ?1 order by recordedAt, id", vettingCase);
    }

    /** Of these cases, those of the round that runs, oldest first, in one statement: the last of a case counts. */
    static List<Assessment> current(Collection<VettingCase> cases) {
        return list("vettingCase in ?1 and round = vettingCase.round order by recordedAt, id", cases);
    }

    /** The one that counts in the round that runs. */
    static Optional<Assessment> current(VettingCase vettingCase) {
        return find("vettingCase = ?1 and round = ?2 order by recordedAt desc, id desc", vettingCase, vettingCase.round)
                .firstResultOptional();
    }

    /**
     * Refused before the checks are done (vetting rule 24), without what is known and what is proposed, and in an adverse case
     * without both answers of the test and their reasons (vetting rule 25).
     */
    static CaseWorkedOn assess(
            VettingCase vettingCase, Outcome recommends, Text text, Worker by, Compartment compartment, Clock clock) {
        VettingCase.refuseWithout(by, Hand.OFFICER, "The vetting unit assesses a case");
        if (vettingCase.state != CaseState.ASSESSMENT) {
            throw new Refused("The case is not to be assessed: its checks come first", "vetting rule 24");
        }
        if (Part.took(vettingCase, by.ref(), Part.Kind.HEARD)) {
            throw new Refused("Whoever heard the appeal cannot assess the case anew", "vetting rule 27");
        }
        VettingCase.refuseOpenChecks(vettingCase);
        if (text.information() == null) throw new Refused("Enter what is known", "vetting section 3.1");
        if (text.action() == null) throw new Refused("Enter what is proposed and why", "vetting section 3.1");
        if (Findings.of(vettingCase).isAdverse()) twoStages(text);
        var assessment = new Assessment();
        assessment.force = vettingCase.force;
        assessment.vettingCase = vettingCase;
        assessment.round = vettingCase.round;
        assessment.recommends = recommends;
        assessment.sealed = compartment.closeAll(vettingCase, text, PURPOSE);
        assessment.recordedAt = clock.instant();
        assessment.recordedBy = by.actor().name();
        assessment.recordedByRef = by.ref();
        assessment.persist();
        Part.take(vettingCase, Part.Kind.ASSESSED, by.actor(), clock);
        HalfWritten.end(vettingCase, HalfWritten.Kind.ASSESSMENT, by);
        return new CaseWorkedOn(by.actor(), vettingCase, DEED);
    }

    /** Both answers and both reasons (vetting rule 25). */
    static void twoStages(Text text) {
        if (text.suspected() == null || text.suspectedWhy() == null) {
            throw new Refused("Answer the first stage of the test, with reasons", "vetting rule 25");
        }
        if (text.refusalFits() == null || text.refusalFitsWhy() == null) {
            throw new Refused("Answer the second stage of the test, with reasons", "vetting rule 25");
        }
    }

    Text text(Compartment compartment) {
        return compartment.openAll(vettingCase, sealed, Text.class, PURPOSE);
    }
}
