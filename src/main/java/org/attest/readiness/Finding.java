package org.attest.readiness;

import java.time.LocalDate;
import org.attest.policy.Owner;
import org.attest.policy.Severity;

/**
 * How one requirement stands on one day, and why.
 *
 * @param code identifies the requirement within its policy
 * @param truth the requirement as a truth that should hold: {@code Aged 18 or over}
 * @param rule where it comes from: {@code training rule 14}
 * @param stricterHere required by the force beyond the national baseline
 * @param since first day it has stood like this; null where unknown
 * @param lastDay last day it stands like this if nobody acts, inclusive; null when no end is in sight
 * @param reviewedBy for a hold: the day by which it is looked at again; null otherwise
 * @param evidence the facts behind it, in words
 * @param owner whose move it is
 * @param move what the owner has to do; empty when met
 * @param secret the permission without which the cause is not known to the viewer; null when everybody may know
 * @param cause what those may read who hold it; null where nothing is hidden
 */
public record Finding(
        String code,
        String truth,
        String rule,
        boolean stricterHere,
        Severity severity,
        Standing standing,
        LocalDate since,
        LocalDate lastDay,
        LocalDate reviewedBy,
        String evidence,
        Owner owner,
        String move,
        String secret,
        String cause) {

    public boolean isMet() {
        return standing == Standing.MET || standing == Standing.DUE_SOON;
    }

    public boolean isHidden() {
        return secret != null;
    }
}
