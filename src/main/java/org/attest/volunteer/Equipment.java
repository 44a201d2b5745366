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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.ForceOwned;

/** A thing issued to the person and, some day, returned: the third word of vet, train and equip. */
@Entity
public class Equipment extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "equipment_seq")
    @SequenceGenerator(name = "equipment_seq", sequenceName = "equipment_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public EquipmentKind kind;

    /** Serial or asset number, or account name; never a password. */
    public String serial;

    @Column(name = "issued_on", nullable = false)
    public LocalDate issuedOn;

    /** Day it came back; from that day it is not held. Null while held. */
    @Column(name = "returned_on")
    public LocalDate returnedOn;

    @Column(name = "returned_by")
    public String returnedBy;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** Everything ever issued to the person, oldest first. */
    public static List<Equipment> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by issuedOn, id", volunteer);
    }
}
