package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.ForceOwned;

/** The solemn declaration before a magistrate (Police Act 1996, section 29): no constable's powers before it. */
@Entity
public class Attestation extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attestation_seq")
    @SequenceGenerator(name = "attestation_seq", sequenceName = "attestation_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Column(name = "attested_on", nullable = false)
    public LocalDate attestedOn;

    /** Before whom it was made. */
    @Column(nullable = false)
    public String magistrate;

    @Column(nullable = false)
    public String place;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** The person's attestations, oldest first. */
    public static List<Attestation> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by attestedOn, id", volunteer);
    }
}
