package org.attest.training;

import java.time.LocalDate;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * What somebody learned elsewhere, accepted in place of a module on evidence that is not too old (features row 35).
 *
 * @param shownOn the day that the evidence is of
 * @param months how old it may be at most on the day it is accepted
 */
record PriorLearning(LocalDate shownOn, int months) {

    /** What a refusal names as its rule. */
    static final String RULE = "prior learning";

    /** Last day on which it can be accepted, inclusive: the same day number so many months later, or the end of a shorter month. */
    public LocalDate acceptedUntil() {
        return shownOn.plusMonths(months);
    }

    /** Refuses it for the final board, without evidence, with evidence that is too old, and with some of a later day. */
    void refuseUnlessAccepted(ModuleDocument module, Result result) {
        if (module.code().equals(Assessors.FINAL_BOARD)) {
            throw new Refused("The final board is held by the force: nothing learned elsewhere takes its place", RULE);
        }
        if (result.evidence() == null) {
            throw new Refused("Prior learning is accepted on evidence alone: name what shows it", RULE);
        }
        if (shownOn.isAfter(result.earnedOn())) {
            throw new Refused("The evidence is of a later day than the one on which it is accepted", RULE);
        }
        if (acceptedUntil().isBefore(result.earnedOn())) {
            throw new Refused(
                    "Evidence may be " + Formats.of(months, "month", "months") + " old at most: that of "
                            + Formats.inWords(shownOn) + " could be accepted until " + Formats.inWords(acceptedUntil()),
                    RULE);
        }
    }
}
