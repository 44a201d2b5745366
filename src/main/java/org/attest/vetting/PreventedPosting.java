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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.volunteer.Volunteer;

/** Somebody was to be put into a designated post without the clearance it asks for, and was not (vetting rule 8). */
@Entity
public class PreventedPosting extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "prevented_posting_seq")
    @SequenceGenerator(name = "prevented_posting_seq", sequenceName = "prevented_posting_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "post_id", updatable = false)
    public DesignatedPost post;

    /** From which day they were to hold it. */
    @Column(name = "from_day", nullable = false, updatable = false)
    public LocalDate fromDay;

    /** The clearance that was not there. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public ClearanceLevel needed;

    @Column(name = "prevented_at", nullable = false, updatable = false)
    public Instant preventedAt;

    @Column(name = "asked_by", nullable = false, updatable = false)
    public String askedBy;

    /** Those of the force, the newest first, at most so many. */
    static List<PreventedPosting> of(Force force, int most) {
        return PreventedPosting.<PreventedPosting>find(
                        "from PreventedPosting p join fetch p.post join fetch p.volunteer where p.force = ?1"
                                + " order by p.preventedAt desc, p.id desc",
                        force)
                .page(0, most)
                .list();
    }

    static PreventedPosting keep(
            DesignatedPost post, Volunteer person, LocalDate from, ClearanceLevel needed, Actor by, Clock clock) {
        var prevented = new PreventedPosting();
        prevented.force = person.force;
        prevented.volunteer = person;
        prevented.post = post;
        prevented.fromDay = from;
        prevented.needed = needed;
        prevented.preventedAt = clock.instant();
        prevented.askedBy = by.name();
        prevented.persist();
        return prevented;
    }
}
