package org.attest.volunteer;

import java.time.LocalDate;
import org.attest.web.Formats;

/**
 * Who may join, as far as it is eligibility (vetting rules 12 to 17). A force may only be stricter.
 *
 * @param youngestApplicant years; vetting rule 16 says 17, a force may say 18
 * @param residencyYears unbroken years in the United Kingdom up to the application (vetting rule 12, recruitment vetting)
 */
public record JoiningRules(int youngestApplicant, int residencyYears) {

    /** What applies where a force has set nothing of its own. */
    public static final JoiningRules NATIONAL = new JoiningRules(17, 3);

    /** Unbroken years for management vetting (vetting rule 12). */
    public static final int RESIDENCY_FOR_MANAGEMENT_VETTING = 5;

    /** Why an application is too early, with the first day on which it is not (vetting rule 16). */
    String tooYoung(LocalDate born) {
        return "Applications are accepted from the age of " + youngestApplicant + ": for this birth date from "
                + Formats.inWords(Ages.birthday(born, youngestApplicant));
    }
}
