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
import java.util.Collection;
import java.util.List;
import org.attest.force.ForceOwned;

/** What was asked, or answered, about one check: who, when, of what day the data were, the result. Added, never changed. */
@Entity(name = "VettingCheckEntry")
@Table(name = "vetting_check_entry")
public class CheckEntry extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_check_entry_seq")
    @SequenceGenerator(name = "vetting_check_entry_seq", sequenceName = "vetting_check_entry_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "check_id", updatable = false)
    public Check check;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public CheckResult result;

    @Column(name = "answered_by", updatable = false)
    public String answeredBy;

    /** The day of the data that were looked at. */
    @Column(name = "data_on", updatable = false)
    public LocalDate dataOn;

    @Column(name = "sealed_note", updatable = false)
    public byte[] sealedNote;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    @Column(name = "recorded_by_ref", nullable = false, updatable = false)
    public String recordedByRef;

    /** Those of these cases that were adverse when they were recorded, in one statement. */
    static List<CheckEntry> adverse(Collection<VettingCase> cases) {
        return list(
                "from VettingCheckEntry e join fetch e.check c where c.vettingCase in ?1 and e.result = ?2",
                cases,
                CheckResult.ADVERSE);
    }

    /** Of all checks of a case, oldest first, in one statement. */
    static List<CheckEntry> of(VettingCase vettingCase) {
        return list(
                "from VettingCheckEntry e join fetch e.check c where c.vettingCase = ?1 order by e.recordedAt, e.id",
                vettingCase);
    }

    static String purpose(String code) {
        return "check " + code;
    }

    /** What the officer noted; null for nothing. */
    String note(Compartment compartment) {
        return compartment.text(check.vettingCase, sealedNote, purpose(check.code));
    }
}
