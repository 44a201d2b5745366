package org.attest.readiness;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.attest.policy.Tier;

/**
 * May this person be deployed in this tier on this day? The answer with every finding, not the first.
 *
 * @param since first day of this answer without a break, by the facts and the policy of the day; null where it always was
 * @param lastDay last day of this answer if nobody acts; null when no end is in sight
 * @param nextChangeOn first later day on which the answer or any finding changes if nobody acts; null when none is in sight
 * @param policy the policy applied: {@code national 1} or {@code national 1, kent 2}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public record Verdict(
        Tier tier,
        LocalDate day,
        Answer answer,
        LocalDate since,
        LocalDate lastDay,
        List<Finding> findings,
        LocalDate nextChangeOn,
        String policy) {

    /** Findings that stand so, in the policy's order. */
    public List<Finding> standing(Standing standing) {
        return findings.stream().filter(f -> f.standing() == standing).toList();
    }

    /** Without what only the entitled may know. */
    Verdict masked() {
        return new Verdict(
                tier,
                day,
                answer,
                since,
                lastDay,
                findings.stream().map(Finding::masked).toList(),
                nextChangeOn,
                policy);
    }
}
