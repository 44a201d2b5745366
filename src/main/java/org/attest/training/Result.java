package org.attest.training;

import java.time.LocalDate;
import org.attest.security.Account;

/**
 * That somebody has passed a module taught elsewhere.
 *
 * @param mark of a hundred; null where the module gives none
 * @param assessor null where nobody signs
 * @param evidence where what shows it is kept; null for nothing
 * @param verified whether whoever records it has seen that
 */
record Result(LocalDate earnedOn, Integer mark, Account assessor, String evidence, boolean verified) {}
