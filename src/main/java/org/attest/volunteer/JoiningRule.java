package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.web.Refused;

/** What a force asks of applicants beyond the national rule. A change adds a row; the newest applies. */
@Entity
public class JoiningRule extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "joining_rule_seq")
    @SequenceGenerator(name = "joining_rule_seq", sequenceName = "joining_rule_seq", allocationSize = 50)
    public Long id;

    /** Years of age from which an application is accepted. */
    @Column(name = "youngest_applicant", nullable = false)
    public int youngestApplicant;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** The rules that apply in the force now. */
    public static JoiningRules in(Force force) {
        return of(force).stream()
                .reduce((earlier, later) -> later)
                .map(rule -> new JoiningRules(rule.youngestApplicant, JoiningRules.NATIONAL.residencyYears()))
                .orElse(JoiningRules.NATIONAL);
    }

    /** What the force has set, oldest first. */
    public static List<JoiningRule> of(Force force) {
        return list("force = ?1 order by recordedAt, id", force);
    }

    /** Sets the age from which the force accepts applications: 17, or 18 (vetting rule 16). */
    public static JoiningAgeSet setYoungestApplicant(Force force, int years, Actor by, Clock clock) {
        if (years != JoiningRules.NATIONAL.youngestApplicant() && years != Ages.APPOINTMENT) {
            throw new Refused(
                    "Applications are accepted from the age of 17, or of 18 where a force asks for more",
                    "vetting rule 16");
        }
        var rule = new JoiningRule();
        rule.force = force;
        rule.youngestApplicant = years;
        rule.recordedAt = clock.instant();
        rule.recordedBy = by.name();
        rule.persist();
        return new JoiningAgeSet(by, force, years);
    }
}
