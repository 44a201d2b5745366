package org.attest.exchange;

import java.time.LocalDate;
import java.util.Map;
import org.attest.volunteer.Details;
import org.attest.volunteer.EligibilityAnswers;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.Stage;

/**
 * What Attest holds about a person, as far as a file can say it too.
 *
 * @param cohort name of the cohort; null in none
 * @param appointedOn day of the appointment that lasts; null without one
 * @param appointedUntil last day of the newest appointment that ended; null without one
 * @param attestedOn day of the newest attestation; null without one
 * @param eligibility the newest finding; null before the first
 * @param inRooms what rooms hold, by their columns
 * @param accountId the account that opens the record as its own; null without one
 */
record KnownPerson(
        Long id,
        String ref,
        Details details,
        Stage stage,
        LocalDate stageSince,
        LocalDate appliedOn,
        Long cohortId,
        String cohort,
        LocalDate appointedOn,
        LocalDate appointedUntil,
        LocalDate attestedOn,
        String magistrate,
        String attestedAt,
        EligibilityAnswers eligibility,
        Map<FileColumn, Object> inRooms,
        Long accountId) {}
