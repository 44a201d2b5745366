package org.attest.readiness;

import java.time.LocalDate;
import java.util.List;
import org.attest.policy.Tier;

/**
 * May this person be deployed in this tier on this day? The answer with every finding, not the first.
 *
 * @param nextChangeOn first later day on which the answer or any finding changes if nobody acts; null when none is in sight
 * @param policy the policy applied: {@code national 1} or {@code national 1, kent 2}
 */
public record Verdict(
        Tier tier, LocalDate day, Answer answer, List<Finding> findings, LocalDate nextChangeOn, String policy) {

    /** Findings that stand so, in the policy's order. */
    public List<Finding> standing(Standing standing) {
        return findings.stream().filter(f -> f.standing() == standing).toList();
    }
}
