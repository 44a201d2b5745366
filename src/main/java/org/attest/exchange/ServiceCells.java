package org.attest.exchange;

import java.time.LocalDate;
import org.attest.volunteer.Ages;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.FileRow.Standing;
import org.attest.volunteer.Stage;
import org.attest.web.Formats;

/** What a row says of the appointment and the attestation, held against the rules of both. */
final class ServiceCells {

    private ServiceCells() {}

    /**
     * @param standing where the person stands, the row's own days apart
     * @param appointedBefore day of the appointment that lasts already; null without one
     */
    static void check(ReadRow row, Standing standing, LocalDate appointedBefore, LocalDate today, RowFaults faults) {
        var appointed = row.day(Field.APPOINTED_ON);
        if (appointed != null && appointedBefore == null) appointment(appointed, standing, today, faults);
        var attested = row.day(Field.ATTESTED_ON);
        if (attested != null) {
            attestation(attested, appointed != null ? appointed : appointedBefore, standing, today, faults);
        }
    }

    private static void appointment(LocalDate day, Standing standing, LocalDate today, RowFaults faults) {
        var born = standing.birthDate();
        if (standing.stage().compareTo(Stage.VETTING) < 0 || standing.stage() == Stage.LEFT) {
            faults.add(
                    Field.APPOINTED_ON,
                    "the person is in the " + standing.stage().slug()
                            + " stage, and people are appointed from the vetting stage on",
                    "Correct the stage, or empty this cell");
        } else if (born == null) {
            faults.add(
                    Field.APPOINTED_ON,
                    "nobody is appointed without a birth date (vetting rule 16)",
                    "Add the birth date, or empty this cell");
        } else if (!Ages.reached(born, Ages.APPOINTMENT, day)) {
            faults.add(
                    Field.APPOINTED_ON,
                    "nobody is appointed before the 18th birthday, here "
                            + Formats.inWords(Ages.birthday(born, Ages.APPOINTMENT)) + " (vetting rule 16)",
                    "Correct this day or the birth date");
        } else if (day.isAfter(today.plusYears(1))) {
            faults.add(Field.APPOINTED_ON, "the day is more than a year ahead", "Correct the day");
        }
    }

    private static void attestation(
            LocalDate day, LocalDate since, Standing standing, LocalDate today, RowFaults faults) {
        if (standing.type() != AppointmentType.SPECIAL_CONSTABLE) {
            faults.add(
                    Field.ATTESTED_ON,
                    "only special constables are attested (training rule 8)",
                    "Correct the appointment, or empty this cell");
        } else if (standing.stage() != Stage.ATTESTATION && standing.stage() != Stage.SERVICE) {
            faults.add(
                    Field.ATTESTED_ON,
                    "the person is in the " + standing.stage().slug() + " stage, before attestation (training rule 8)",
                    "Correct the stage, or empty this cell");
        } else if (day.isAfter(today)) {
            faults.add(Field.ATTESTED_ON, "the day is in the future", "Correct the day, or empty the cell until then");
        } else if (since == null) {
            faults.add(
                    Field.ATTESTED_ON,
                    "nobody is attested who was not appointed (training rule 8)",
                    "Add the day of the appointment, or empty this cell");
        } else if (day.isBefore(since)) {
            faults.add(
                    Field.ATTESTED_ON,
                    "the day is before the appointment, on " + Formats.inWords(since),
                    "Correct one of the two days");
        }
    }
}
