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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/** That the coordinator looked at tutored shifts which take long, what was agreed, and when they look again (training rule 7). */
@Entity
@Table(name = "shift_review")
public class ShiftReview extends ForceOwned {

    static final int LONGEST = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shift_review_seq")
    @SequenceGenerator(name = "shift_review_seq", sequenceName = "shift_review_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    /** What was found and agreed. */
    @Column(nullable = false, updatable = false)
    public String words;

    /** The day of the next look, unless the shifts are complete by then. */
    @Column(name = "next_on", nullable = false, updatable = false)
    public LocalDate nextOn;

    @Column(name = "reviewed_at", nullable = false, updatable = false)
    public Instant reviewedAt;

    @Column(name = "reviewed_by", nullable = false, updatable = false)
    public String reviewedBy;

    /** The person's, newest first. */
    static List<ShiftReview> of(Volunteer person) {
        return list("volunteer = ?1 order by reviewedAt desc, id desc", person);
    }

    /** The day of the next look at each person of the force that was looked at, by the person's id; one statement. */
    static Map<Long, LocalDate> next(Force force) {
        return getEntityManager()
                .createQuery(
                        "select r.volunteer.id, max(r.nextOn) from ShiftReview r where r.force = :force group by"
                                + " r.volunteer.id",
                        Object[].class)
                .setParameter("force", force)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (LocalDate) row[1]));
    }

    /** Refused without words, and unless the next look is ahead and no further than the first one was. */
    static ShiftsReviewed record(
            Volunteer person, ShiftProgress progress, String words, LocalDate nextOn, Actor by, Clock clock) {
        var today = LocalDate.now(clock);
        if (progress.firstDay() == null) throw new Refused("There is no shift yet to look at", "");
        if (words == null) throw new Refused("Enter what was found and agreed", "");
        var latest = today.plusDays(progress.checklist().terms().reviewDays());
        if (!nextOn.isAfter(today) || nextOn.isAfter(latest)) {
            throw new Refused(
                    "Choose a day ahead, within " + progress.checklist().terms().reviewDays() + " days",
                    "training rule 7");
        }
        var review = new ShiftReview();
        review.force = person.force;
        review.volunteer = person;
        review.words = words;
        review.nextOn = nextOn;
        review.reviewedAt = clock.instant();
        review.reviewedBy = by.name();
        review.persist();
        return new ShiftsReviewed(by, person, nextOn);
    }
}
