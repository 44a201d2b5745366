package org.attest.recruitment.meeting;

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
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;

/** One result as it was recorded; the newest applies, a correction is a row more. */
@Entity
@Table(name = "meeting_outcome")
public class RecordedOutcome extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "meeting_outcome_seq")
    @SequenceGenerator(name = "meeting_outcome_seq", sequenceName = "meeting_outcome_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "booking_id", updatable = false)
    public Booking booking;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public MeetingOutcome outcome;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    /** What was recorded last for each of these bookings, in one statement. */
    static Map<Booking, RecordedOutcome> newestOf(Collection<Booking> bookings) {
        return RecordedOutcome.<RecordedOutcome>list("booking in ?1 order by recordedAt, id", bookings).stream()
                .collect(Collectors.toMap(row -> row.booking, row -> row, (earlier, later) -> later));
    }

    static void add(Booking booking, MeetingOutcome outcome, Actor by, Clock clock) {
        var row = new RecordedOutcome();
        row.force = booking.force;
        row.booking = booking;
        row.outcome = outcome;
        row.recordedAt = clock.instant();
        row.recordedBy = by.name();
        row.persist();
    }
}
