package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.web.Refused;

/**
 * How a force treats an occupation, over the national list or beside it (vetting section 6: the chief officer decides). A
 * change adds a row; the newest of each occupation applies, and nothing that was found before is another for it.
 */
@Entity
public class OccupationRule extends ForceOwned {

    public static final int LONGEST_OCCUPATION = 100;
    public static final int LONGEST_REASON = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "occupation_rule_seq")
    @SequenceGenerator(name = "occupation_rule_seq", sequenceName = "occupation_rule_seq", allocationSize = 50)
    public Long id;

    /** As the force calls it. */
    @Column(nullable = false, updatable = false)
    public String occupation;

    /** {@link Occupations#key} of the occupation. */
    @Column(name = "found_by", nullable = false, updatable = false)
    public String foundBy;

    /** Null where the national list applies again. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    public OccupationFinding finding;

    @Column(nullable = false, updatable = false)
    public String reason;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    /** How occupations are treated in the force now; one statement. */
    public static Occupations in(Force force) {
        var treatment = new HashMap<>(Occupations.NATIONAL.treatment());
        for (var rule : of(force)) {
            var finding = rule.finding != null
                    ? rule.finding
                    : Occupations.NATIONAL.treatment().get(rule.foundBy);
            if (finding == null) treatment.remove(rule.foundBy);
            else treatment.put(rule.foundBy, finding);
        }
        return new Occupations(treatment, EligibilityAnswers.NOTHING);
    }

    /** What the force has set, oldest first. */
    public static List<OccupationRule> of(Force force) {
        return list("force = ?1 order by recordedAt, id", force);
    }

    /**
     * Sets how the force treats an occupation from now on.
     *
     * @param finding barred, permission needed or no conflict; null for as the national list says
     */
    public static OccupationRuleSet set(
            Force force, String occupation, OccupationFinding finding, String reason, Actor by, Clock clock) {
        var name = Texts.line(occupation);
        if (name == null || Occupations.key(name).isEmpty()) throw new Refused("Enter the occupation", "");
        var wrong = Texts.fault(name, LONGEST_OCCUPATION, false);
        if (wrong != null) throw new Refused(wrong, "");
        if (finding == OccupationFinding.PERMISSION_GIVEN) {
            throw new Refused("Permission is given to a person, not to an occupation", "vetting section 6");
        }
        var why = Texts.lines(reason);
        if (why == null) throw new Refused("Enter why", "");
        wrong = Texts.fault(why, LONGEST_REASON, true);
        if (wrong != null) throw new Refused(wrong, "");
        var key = Occupations.key(name);
        var now = of(force).stream()
                .filter(r -> r.foundBy.equals(key))
                .reduce((earlier, later) -> later)
                .map(r -> r.finding)
                .orElse(null);
        if (Objects.equals(now, finding)) throw new Refused("It is treated like that already", "");
        var rule = new OccupationRule();
        rule.force = force;
        rule.occupation = name;
        rule.foundBy = key;
        rule.finding = finding;
        rule.reason = why;
        rule.recordedAt = clock.instant();
        rule.recordedBy = by.name();
        rule.persist();
        return new OccupationRuleSet(by, rule);
    }
}
