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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.ForceOwned;

/** One change of a case's state, with who, when and why. Rows are added and never changed. */
@Entity(name = "VettingStep")
@Table(name = "vetting_step")
public class CaseStep extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_step_seq")
    @SequenceGenerator(name = "vetting_step_seq", sequenceName = "vetting_step_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", updatable = false)
    public VettingCase vettingCase;

    /** Null where the case began. */
    @Enumerated(EnumType.STRING)
    @Column(name = "from_state", updatable = false)
    public CaseState from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state", nullable = false, updatable = false)
    public CaseState to;

    @Column(name = "on_day", nullable = false, updatable = false)
    public LocalDate onDay;

    /** Why, for the case team; null where nothing was said. */
    @Column(name = "sealed_note", updatable = false)
    public byte[] sealedNote;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    @Column(name = "recorded_by_ref", nullable = false, updatable = false)
    public String recordedByRef;

    /** The steps of a case, oldest first. */
    static List<CaseStep> of(VettingCase vettingCase) {
        return list("vettingCase = ?1 order by recordedAt, id", vettingCase);
    }

    /** The last one. */
    static CaseStep newest(VettingCase vettingCase) {
        var steps = of(vettingCase);
        return steps.get(steps.size() - 1);
    }

    /** What the unit said is missing when the form last went back; null unless it is back now. */
    static String whatIsMissing(VettingCase vettingCase, Compartment compartment) {
        if (vettingCase.state != CaseState.RETURNED) return null;
        return of(vettingCase).stream()
                .filter(s -> s.to == CaseState.RETURNED)
                .reduce((earlier, later) -> later)
                .map(s -> s.note(compartment))
                .orElse(null);
    }

    /** Why, in the words of who did it; null where nothing was said. */
    String note(Compartment compartment) {
        return sealedNote == null ? null : compartment.text(vettingCase, sealedNote, "step");
    }
}
