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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;

/** A name the person had before another was recorded. Rows are only added. */
@Entity
public class FormerName extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "former_name_seq")
    @SequenceGenerator(name = "former_name_seq", sequenceName = "former_name_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Column(name = "full_name", nullable = false, updatable = false)
    public String fullName;

    /** When the other name was recorded. */
    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    static void keep(Volunteer person, String name, Actor by, Clock clock) {
        var former = new FormerName();
        former.force = person.force;
        former.volunteer = person;
        former.fullName = name;
        former.recordedAt = clock.instant();
        former.recordedBy = by.name();
        former.persist();
    }

    /** The person's former names, oldest first. */
    public static List<FormerName> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by recordedAt, id", volunteer);
    }
}
