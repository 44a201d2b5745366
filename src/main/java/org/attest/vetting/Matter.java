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
import org.attest.force.Reference;
import org.attest.web.Refused;

/** A fact that has to be weighed, with its source and how far that can be trusted. Struck out where it was wrong, never deleted. */
@Entity(name = "VettingMatter")
@Table(name = "vetting_matter")
public class Matter extends ForceOwned {

    static final int LONGEST_SOURCE = 300;

    /** How far the source can be trusted. */
    public enum Grading {
        CONFIRMED("Confirmed"),
        CREDIBLE("Credible"),
        UNTESTED("Not tested"),
        DOUBTFUL("Doubtful");

        private final String words;

        Grading(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What is sealed of it. */
    record Text(String what, String source) {}

    static final String PURPOSE = "matter";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_matter_seq")
    @SequenceGenerator(name = "vetting_matter_seq", sequenceName = "vetting_matter_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", updatable = false)
    public VettingCase vettingCase;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public MatterKind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Grading grading;

    @Column(nullable = false, updatable = false)
    public byte[] sealed;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    @Column(name = "recorded_by_ref", nullable = false, updatable = false)
    public String recordedByRef;

    @Column(name = "struck_at")
    public Instant struckAt;

    @Column(name = "struck_by")
    public String struckBy;

    @Column(name = "sealed_why_struck")
    public byte[] sealedWhyStruck;

    /** The matters of a case, oldest first, those struck out among them. */
    static List<Matter> of(VettingCase vettingCase) {
        return list("vettingCase = ?1 order by recordedAt, id", vettingCase);
    }

    /** Those that count. */
    static List<Matter> standing(VettingCase vettingCase) {
        return list("vettingCase = ?1 and struckAt is null order by recordedAt, id", vettingCase);
    }

    /** Those of these cases, those struck out among them, in one statement. */
    static List<Matter> of(Collection<VettingCase> cases) {
        return list("vettingCase in ?1", cases);
    }

    static Optional<Matter> byRef(VettingCase vettingCase, String ref) {
        return find("vettingCase = ?1 and ref = ?2", vettingCase, Reference.normalise(ref))
                .firstResultOptional();
    }

    /** Whether the case is where facts can be recorded. */
    static boolean mayBeRecorded(VettingCase vettingCase) {
        return vettingCase.state.isWithTheUnit() || vettingCase.state == CaseState.UNDER_REVIEW;
    }

    /** A fact is recorded while the case is with the unit. */
    static CaseWorkedOn record(
            VettingCase vettingCase,
            MatterKind kind,
            Grading grading,
            Text text,
            Worker by,
            Compartment compartment,
            Clock clock) {
        VettingCase.refuseWithout(by, Hand.OFFICER, "The vetting unit records matters");
        if (!mayBeRecorded(vettingCase)) {
            throw new Refused("The case is not with the vetting unit", "vetting section 3.2");
        }
        if (text.what() == null) throw new Refused("Enter what was found", "vetting section 5");
        if (text.source() == null) throw new Refused("Enter where it comes from", "vetting section 5");
        var matter = new Matter();
        matter.force = vettingCase.force;
        matter.ref = Reference.random();
        matter.vettingCase = vettingCase;
        matter.kind = kind;
        matter.grading = grading;
        matter.sealed = compartment.closeAll(vettingCase, text, PURPOSE);
        matter.recordedAt = clock.instant();
        matter.recordedBy = by.actor().name();
        matter.recordedByRef = by.ref();
        matter.persist();
        Part.take(vettingCase, Part.Kind.RAN_CHECKS, by.actor(), clock);
        return new CaseWorkedOn(by.actor(), vettingCase, "matter");
    }

    /** It was wrong, or about somebody else; it stays to be read, and counts no more. */
    CaseWorkedOn strike(String why, Worker by, Compartment compartment, Clock clock) {
        VettingCase.refuseWithout(by, Hand.OFFICER, "The vetting unit records matters");
        if (struckAt != null) throw new Refused("It is struck out already", "");
        vettingCase.refuseStriking(recordedAt);
        if (why == null) throw new Refused("Enter why it is struck out", "");
        struckAt = clock.instant();
        struckBy = by.actor().name();
        sealedWhyStruck = compartment.close(vettingCase, why, PURPOSE + " struck");
        Part.take(vettingCase, Part.Kind.RAN_CHECKS, by.actor(), clock);
        return new CaseWorkedOn(by.actor(), vettingCase, "matter struck");
    }

    Text text(Compartment compartment) {
        return compartment.openAll(vettingCase, sealed, Text.class, PURPOSE);
    }

    /** Null while it counts. */
    String whyStruck(Compartment compartment) {
        return compartment.text(vettingCase, sealedWhyStruck, PURPOSE + " struck");
    }
}
