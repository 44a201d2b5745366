package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.web.Refused;

/** How long somebody refused can ask a force to look again, and from when they can apply anew. A change adds a row; the newest applies. */
@Entity
public class RefusalWindow extends ForceOwned {

    private static final int LONGEST_APPEAL = 365;
    private static final int LONGEST_WAIT = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "refusal_window_seq")
    @SequenceGenerator(name = "refusal_window_seq", sequenceName = "refusal_window_seq", allocationSize = 50)
    public Long id;

    @Column(name = "appeal_days", nullable = false)
    public int appealDays;

    @Column(name = "reapply_months", nullable = false)
    public int reapplyMonths;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /**
     * The two windows.
     *
     * @param appealDays days after the refusal within which it can be questioned
     * @param reapplyMonths months after the refusal before another application; the product's own proposal, no rule is known
     */
    public record Values(int appealDays, int reapplyMonths) {

        /** Where a force has set nothing. */
        public static final Values USUAL = new Values(28, 6);

        public LocalDate appealUntil(LocalDate refusedOn) {
            return refusedOn.plusDays(appealDays);
        }

        public LocalDate reapplyFrom(LocalDate refusedOn) {
            return refusedOn.plusMonths(reapplyMonths);
        }
    }

    /** What applies in the force now. */
    public static Values in(Force force) {
        return of(force).stream()
                .reduce((earlier, later) -> later)
                .map(set -> new Values(set.appealDays, set.reapplyMonths))
                .orElse(Values.USUAL);
    }

    /** What the force has set, oldest first. */
    public static List<RefusalWindow> of(Force force) {
        return list("force = ?1 order by recordedAt, id", force);
    }

    /** Sets both windows for refusals from now on. */
    public static RefusalWindowSet set(Force force, Values values, Actor by, Clock clock) {
        if (values.appealDays < 1 || values.appealDays > LONGEST_APPEAL) {
            throw new Refused("The window to question a refusal is between 1 and " + LONGEST_APPEAL + " days", "");
        }
        if (values.reapplyMonths < 0 || values.reapplyMonths > LONGEST_WAIT) {
            throw new Refused("The wait before another application is at most " + LONGEST_WAIT + " months", "");
        }
        var row = new RefusalWindow();
        row.force = force;
        row.appealDays = values.appealDays;
        row.reapplyMonths = values.reapplyMonths;
        row.recordedAt = clock.instant();
        row.recordedBy = by.name();
        row.persist();
        return new RefusalWindowSet(by, force, values);
    }
}
