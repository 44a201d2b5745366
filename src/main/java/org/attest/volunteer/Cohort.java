package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.force.Force;
import org.attest.force.ForceOwned;

/** People who are brought in together. */
@Entity
public class Cohort extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cohort_seq")
    @SequenceGenerator(name = "cohort_seq", sequenceName = "cohort_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    /** Unique in its force, whatever the case. */
    @Column(nullable = false)
    public String name;

    @Column(name = "starts_on", nullable = false)
    public LocalDate startsOn;

    /** Last day; null while open. */
    @Column(name = "ends_on")
    public LocalDate endsOn;

    /** How many people it has room for. */
    public int capacity;

    /** How many of them should end deployable. */
    @Column(name = "target_deployable")
    public int targetDeployable;

    /** Who leads it, by name. */
    @Column(name = "lead_name")
    public String leadName;

    @Version
    public int version;

    /** The force's cohorts, newest first. */
    public static List<Cohort> of(Force force) {
        return list("force = ?1 order by startsOn desc, name", force);
    }

    /** By reference, within scope. */
    public static Optional<Cohort> byRef(String ref) {
        return find("ref", ref).firstResultOptional();
    }
}
