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
import java.util.List;
import org.attest.force.ForceOwned;

/** One person to whom a message of a cohort went, and how. */
@Entity
public class CohortMessageLine extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cohort_message_line_seq")
    @SequenceGenerator(name = "cohort_message_line_seq", sequenceName = "cohort_message_line_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "message_id", updatable = false)
    public CohortMessage message;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Telling.Way way;

    static void add(CohortMessage message, Volunteer person, Telling.Way way) {
        var line = new CohortMessageLine();
        line.force = message.force;
        line.message = message;
        line.volunteer = person;
        line.way = way;
        line.persist();
    }

    /** The lines of a message with their people, by name. */
    public static List<CohortMessageLine> of(CohortMessage message) {
        return list(
                "from CohortMessageLine l join fetch l.volunteer v where l.message = ?1 order by v.foundBy, v.id",
                message);
    }
}
