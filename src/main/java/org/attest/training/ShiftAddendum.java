package org.attest.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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
import java.util.List;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.hibernate.annotations.Immutable;

/** Something that was added to a tutored shift after it was signed. Never changed; it changes no rating. */
@Entity
@Immutable
@Table(name = "shift_addendum")
public class ShiftAddendum extends ForceOwned {

    static final int LONGEST = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shift_addendum_seq")
    @SequenceGenerator(name = "shift_addendum_seq", sequenceName = "shift_addendum_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "shift_id", updatable = false)
    public TutoredShift shift;

    @Column(nullable = false)
    public String words;

    @Column(name = "written_at", nullable = false)
    public Instant writtenAt;

    @Column(name = "written_by", nullable = false)
    public String writtenBy;

    @Column(name = "written_by_ref", nullable = false)
    public String writtenByRef;

    /** In the order they were written. */
    static List<ShiftAddendum> of(TutoredShift shift) {
        return list("shift = ?1 order by writtenAt, id", shift);
    }

    static void write(TutoredShift shift, String words, Actor by, Clock clock) {
        var addendum = new ShiftAddendum();
        addendum.force = shift.force;
        addendum.shift = shift;
        addendum.words = words;
        addendum.writtenAt = clock.instant();
        addendum.writtenBy = by.name();
        addendum.writtenByRef = by.ref();
        addendum.persist();
    }
}
