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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;

/** One move from stage to stage: who, when, why. Rows are only added. */
@Entity
public class StageChange extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stage_change_seq")
    @SequenceGenerator(name = "stage_change_seq", sequenceName = "stage_change_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    /** Null for the first stage. */
    @Enumerated(EnumType.STRING)
    @Column(name = "from_stage")
    public Stage from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_stage", nullable = false)
    public Stage to;

    /** First day of the new stage. */
    @Column(name = "on_day", nullable = false)
    public LocalDate onDay;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** In words, with the record and nowhere else. */
    public String reason;

    /** Why somebody left; null for every other move. */
    @Enumerated(EnumType.STRING)
    @Column(name = "leaving_reason")
    public LeavingReason leavingReason;

    /** Why somebody who had left is taken up again; null for every other move. */
    @Enumerated(EnumType.STRING)
    @Column(name = "reopening_reason")
    public ReopeningReason reopeningReason;

    /** The move that this one takes back, as if it had not been made; null for every other. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "undoes_id", updatable = false)
    public StageChange undoes;

    static final int LONGEST_REASON = 500;

    static StageChange record(
            Volunteer person, Stage from, Stage to, LocalDate day, String reason, Actor by, Clock clock) {
        var change = of(person, from, to, day, reason, by, clock);
        change.persist();
        return change;
    }

    /** {@link #record} for who has more to say in the row before it is stored. */
    static StageChange of(Volunteer person, Stage from, Stage to, LocalDate day, String reason, Actor by, Clock clock) {
        var change = new StageChange();
        change.force = person.force;
        change.volunteer = person;
        change.from = from;
        change.to = to;
        change.onDay = day;
        change.reason = reason;
        change.recordedAt = clock.instant();
        change.recordedBy = by.name();
        return change;
    }

    /** The person's stages, oldest first. */
    public static List<StageChange> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by onDay, recordedAt, id", volunteer);
    }

    /** The person's stages as periods, oldest first, with the days in each; the open one is counted to today. */
    public static List<StagePeriod> periods(Volunteer volunteer, LocalDate today) {
        return StagePeriod.of(of(volunteer), Pause.of(volunteer), today);
    }

    /** Those of one person's moves that were not taken back, without those that take back. */
    static List<StageChange> standing(List<StageChange> all) {
        var undone =
                all.stream().filter(c -> c.undoes != null).map(c -> c.undoes.id).collect(Collectors.toSet());
        return all.stream()
                .filter(c -> c.undoes == null && !undone.contains(c.id))
                .toList();
    }
}
