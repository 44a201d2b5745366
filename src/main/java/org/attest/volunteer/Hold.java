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

/** A period in which the person is not available for duty. Every cause carries a start and a review day, and reads alike to whoever may not know it. */
@Entity
@jakarta.persistence.Table(name = "duty_hold")
public class Hold extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "duty_hold_seq")
    @SequenceGenerator(name = "duty_hold_seq", sequenceName = "duty_hold_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public HoldCause cause;

    @Column(name = "starts_on", nullable = false)
    public LocalDate startsOn;

    /** By when it is looked at again; it goes on until somebody ends it. */
    @Column(name = "review_on", nullable = false)
    public LocalDate reviewOn;

    /** Last day of the hold; null while it lasts. */
    @Column(name = "ended_on")
    public LocalDate endedOn;

    @Column(name = "ended_by")
    public String endedBy;

    /** Why, for those who may know the cause. */
    public String note;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** The person's holds, oldest first. */
    public static List<Hold> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by startsOn, id", volunteer);
    }
}
