package org.attest.volunteer;

import java.time.LocalDate;

/**
 * What vetting says before somebody takes office; vetting implements it. The pages that appoint and attest ask. What a file
 * brings when a force goes live is not asked: it is marked as brought in, and the answer says what is missing.
 */
public interface ClearanceOf {

    /**
     * Refuses the appointment of a special constable without live recruitment vetting on the day (vetting rule 1), or with one
     * that was too old (vetting rule 2).
     */
    void mayBeAppointed(Volunteer person, LocalDate day);

    /** Refuses the attestation of a special constable without live recruitment vetting on the day (vetting rule 1). */
    void mayBeAttested(Volunteer person, LocalDate day);
}
