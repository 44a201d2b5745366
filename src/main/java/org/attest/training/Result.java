package org.attest.training;

import java.time.LocalDate;
import org.attest.security.Account;

/**
 * That somebody has passed a module taught elsewhere, or has learned the same before.
 *
 * @param mark of a hundred; null where the module gives none
 * @param assessor null where nobody signs
 * @param evidence where what shows it is kept; null for nothing
 * @param verified whether whoever records it has seen that
 * @param prior what was learned elsewhere and is accepted in its place; null where the module itself was passed
 */
record Result(
        LocalDate earnedOn, Integer mark, Account assessor, String evidence, boolean verified, PriorLearning prior) {

    /** The module itself was passed. */
    Result(LocalDate earnedOn, Integer mark, Account assessor, String evidence, boolean verified) {
        this(earnedOn, mark, assessor, evidence, verified, null);
    }
}
