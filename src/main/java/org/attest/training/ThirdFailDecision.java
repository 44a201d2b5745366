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
import java.util.Collection;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * What a coordinator decided after somebody failed a module three times in twelve months (training rule 3): that they may
 * try again from a day, from when fails are counted anew, or that they do not. A later decision is another row.
 */
@Entity
@Table(name = "third_fail_decision")
public class ThirdFailDecision extends ForceOwned {

    static final int LONGEST_REASON = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "third_fail_decision_seq")
    @SequenceGenerator(name = "third_fail_decision_seq", sequenceName = "third_fail_decision_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "module_id", updatable = false)
    public Module module;

    @Column(name = "decided_at", nullable = false, updatable = false)
    public Instant decidedAt;

    @Column(name = "decided_by", nullable = false, updatable = false)
    public String decidedBy;

    @Column(name = "decided_by_ref", nullable = false, updatable = false)
    public String decidedByRef;

    /** First day of the next attempt; null where it is not tried again. */
    @Column(name = "try_from", updatable = false)
    public LocalDate tryFrom;

    @Column(nullable = false, updatable = false)
    public String reason;

    /** The person's, oldest first, with the module. */
    static List<ThirdFailDecision> of(Volunteer person) {
        return of(List.of(person));
    }

    /** Those of many people, oldest first, with the module; one statement. */
    static List<ThirdFailDecision> of(Collection<Volunteer> people) {
        if (people.isEmpty()) return List.of();
        return list(
                "from ThirdFailDecision d join fetch d.module where d.volunteer in ?1 order by d.decidedAt, d.id",
                people);
    }

    /**
     * Decides, as of today. Refused where nothing waits to be decided, without a reason, and for a day on which nobody could
     * try, whatever is decided.
     *
     * @param tryFrom null where it is not tried again
     */
    static ThirdFailDecided decide(
            TrainingRecord training, ModuleDocument module, LocalDate tryFrom, String reason, Actor by, Clock clock) {
        if (!training.isWithCoordinator(module.code())) {
            throw new Refused(
                    "There is nothing to decide: " + module.code() + " waits for no decision", "training rule 3");
        }
        if (reason == null) throw new Refused("Enter why", "");
        var earliest = earliest(training, module);
        if (tryFrom != null && tryFrom.isBefore(earliest)) {
            throw new Refused(
                    "The next attempt can begin on " + Formats.inWords(earliest) + " at the earliest",
                    "training rule 3");
        }
        var decision = new ThirdFailDecision();
        decision.force = training.person().force;
        decision.volunteer = training.person();
        decision.module = Module.of(module.code());
        decision.decidedAt = clock.instant();
        decision.decidedBy = by.name();
        decision.decidedByRef = by.ref();
        decision.tryFrom = tryFrom;
        decision.reason = reason;
        decision.persist();
        return new ThirdFailDecided(by, training.person(), decision);
    }

    /** From which day they may try again: seven full days after the last fail, and not today, for fails are counted by days. */
    static LocalDate earliest(TrainingRecord training, ModuleDocument module) {
        var tomorrow = training.day().plusDays(1);
        var from = AttemptLimit.from(training.failedOn(module.code()));
        return from == null || from.isBefore(tomorrow) ? tomorrow : from;
    }

    LocalDate decidedOn() {
        return LocalDate.ofInstant(decidedAt, ClockOfAttest.LONDON);
    }

    /** Whether they may try again. */
    public boolean isAgain() {
        return tryFrom != null;
    }
}
