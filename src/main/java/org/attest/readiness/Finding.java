package org.attest.readiness;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.attest.policy.Owner;
import org.attest.policy.Severity;

/**
 * How one requirement stands on one day, and why. Everything but {@code behind} may be known to whoever may see the
 * person.
 *
 * @param code identifies the requirement within its policy
 * @param truth the requirement as a truth that should hold: {@code Aged 18 or over}
 * @param rule where it comes from: {@code training rule 14}
 * @param stricterHere required by the force beyond the national baseline
 * @param since first day it has stood like this without a break; null where it always has, as far as is known
 * @param lastDay last day it stands like this if nobody acts, inclusive; null when no end is in sight
 * @param reviewedBy for a hold: the day by which it is looked at again; null otherwise
 * @param sentence what is wrong, shortly and without a name; empty when met
 * @param evidence the facts behind it, in words
 * @param owner whose move it is
 * @param move what the owner has to do; empty when met
 * @param mend from when it could be met
 * @param hidden whether there is a cause that only the entitled may know
 * @param behind the causes, each for those entitled to it; never stored, never shown unasked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
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
        String sentence,
        String evidence,
        Owner owner,
        String move,
        Mend mend,
        boolean hidden,
        @JsonIgnore List<Behind> behind) {

    /** From when a requirement that is not met could be. */
    public enum Mend {
        /** As soon as the owner acts. */
        WHEN_OWNER_ACTS,
        /** By itself, the day after {@code lastDay}. */
        BY_ITSELF,
        /** Not before it has been reviewed. */
        AT_REVIEW,
        /** Nobody can say. */
        NO_DATE
    }

    /**
     * A cause that only some may know.
     *
     * @param permission whoever holds it in the force may know; so may the person
     * @param inWords for those entitled: {@code Resting from live work}
     * @param toThePerson kindly, in the second person
     */
    public record Behind(
            String permission,
            String inWords,
            String toThePerson,
            LocalDate since,
            LocalDate reviewedBy,
            LocalDate lastDay) {}

    public Finding {
        behind = behind == null ? List.of() : List.copyOf(behind);
    }

    public boolean isMet() {
        return standing == Standing.MET || standing == Standing.DUE_SOON;
    }

    /** Whether it keeps the person from being deployed. */
    public boolean blocks() {
        return !isMet() && severity == Severity.BLOCKS;
    }

    /** Without what only the entitled may know. */
    Finding masked() {
        return behind.isEmpty()
                ? this
                : new Finding(
                        code,
                        truth,
                        rule,
                        stricterHere,
                        severity,
                        standing,
                        since,
                        lastDay,
                        reviewedBy,
                        sentence,
                        evidence,
                        owner,
                        move,
                        mend,
                        hidden,
                        List.of());
    }
}
