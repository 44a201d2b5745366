package org.attest.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What every requirement has, whatever its kind.
 *
 * @param code identifies it within its tier; a force's requirement of the same code takes the national one's place
 * @param tiers the tiers it is asked for
 * @param truth as a truth that should hold: {@code Attested as a special constable}
 * @param rule where it comes from: {@code training rule 8}
 * @param reasons who may know why it is not met
 * @param unmet what is said, and who can mend it, when it does not hold
 * @param missing the same when a fact is missing
 */
public record Terms(
        String code,
        List<Tier> tiers,
        Severity severity,
        String truth,
        String rule,
        Reasons reasons,
        Gap unmet,
        Gap missing) {

    /** Order: fewer know, later. */
    public enum Reasons {
        /** Everybody who may see the person. */
        EVERYBODY,
        /** Whoever is entitled to the cause, and the person. */
        ENTITLED
    }

    /**
     * What is wrong, in a short sentence without a name, and whose move it is.
     *
     * @param move what the owner has to do, as a command; empty where nobody can act
     */
    public record Gap(String sentence, Owner owner, String move) {
        public Gap {
            requireNonNull(sentence, "sentence");
            requireNonNull(owner, "owner");
            requireNonNull(move, "move");
        }
    }

    public Terms {
        requireNonNull(code, "code");
        tiers = List.copyOf(tiers);
        requireNonNull(severity, "severity");
        requireNonNull(truth, "truth");
        requireNonNull(rule, "rule");
        requireNonNull(reasons, "reasons");
        requireNonNull(unmet, "unmet");
        requireNonNull(missing, "missing");
    }

    boolean isAsStrictAs(Terms national) {
        return severity.compareTo(national.severity) <= 0 && reasons.compareTo(national.reasons) >= 0;
    }
}
