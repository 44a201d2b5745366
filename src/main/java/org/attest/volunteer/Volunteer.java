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
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;

/**
 * A person in one force, from enquiry to leaving. What changes over time (stages, appointments, holds, equipment) is rows
 * of its own; here stands only who the person is and the stage they are in now.
 */
@Entity
public class Volunteer extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "volunteer_seq")
    @SequenceGenerator(name = "volunteer_seq", sequenceName = "volunteer_seq", allocationSize = 50)
    public Long id;

    /** Random reference, safe in an address. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    /** The force's own number, kept with its leading zeros; unique in the force where there is one. */
    @Column(name = "force_number")
    public String forceNumber;

    /** The name as the person writes it, in any script, one word or many. */
    @Column(name = "full_name", nullable = false)
    public String fullName;

    /** What to call them; null where the full name serves. */
    @Column(name = "known_as")
    public String knownAs;

    @Column(name = "birth_date")
    public LocalDate birthDate;

    public String email;
    public String phone;

    @Column(name = "emergency_name")
    public String emergencyName;

    @Column(name = "emergency_phone")
    public String emergencyPhone;

    /** What the person needs to take part. */
    public String adjustments;

    @Enumerated(EnumType.STRING)
    @Column(name = "appointment_type", nullable = false)
    public AppointmentType appointmentType;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "cohort_id")
    public Cohort cohort;

    /** The stage now; its history is {@link StageChange}. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Stage stage;

    /** First day of the stage now. */
    @Column(name = "stage_since", nullable = false)
    public LocalDate stageSince;

    /** Day of the application; null for an enquiry. */
    @Column(name = "applied_on")
    public LocalDate appliedOn;

    /** Account they sign in with, when they have one. */
    @Column(name = "account_id")
    public Long accountId;

    @Version
    public int version;

    /** By reference as typed, within scope. */
    public static Optional<Volunteer> byRef(String typed) {
        return find("ref", Reference.normalise(typed)).firstResultOptional();
    }

    /** The person's own record, within scope. */
    public static Optional<Volunteer> byAccount(Long accountId) {
        return find("accountId = ?1 order by id", accountId).firstResultOptional();
    }

    /** What to call them in a sentence. */
    public String called() {
        return knownAs != null ? knownAs : fullName;
    }
}
