package org.attest.readiness;

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
import org.attest.policy.Tier;
import org.attest.volunteer.Volunteer;
import org.attest.web.TimelineEntry;

/** The stored answer about a person became another. Rows are only added; they name no cause and no actor. */
@Entity
public class AnswerChange extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "answer_change_seq")
    @SequenceGenerator(name = "answer_change_seq", sequenceName = "answer_change_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Tier tier;

    /** The day for which the new answer was worked out. */
    @Column(name = "on_day", nullable = false)
    public LocalDate onDay;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_answer", nullable = false)
    public Answer from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_answer", nullable = false)
    public Answer to;

    /** As {@link Determination#why}: names no hidden cause. */
    @Column(nullable = false)
    public String why;

    /** Whether a day came round, rather than somebody acting. */
    @Column(name = "by_daily_check", nullable = false)
    public boolean byDailyCheck;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    /** The changes of the person's answers, newest first. */
    public static List<AnswerChange> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by recordedAt desc, id desc", volunteer);
    }

    /** For the record's history, in words for everybody who may see the person: whoever acted, and why, reads alike. */
    public TimelineEntry inHistory() {
        return new TimelineEntry(
                "Answer changed: " + Words.answer(to).toLowerCase(),
                byDailyCheck ? "the daily check" : "an authorised person",
                recordedAt,
                why);
    }
}
