package org.attest.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;

/**
 * A row with its cells understood: what each field says, and what could not be understood. A field that is missing says
 * nothing, and nothing is erased by it.
 */
record ReadRow(int number, List<String> cells, Map<FileColumn, Object> said, List<CellFault> faults) {

    String text(FileColumn field) {
        return (String) said.get(field);
    }

    LocalDate day(FileColumn field) {
        return (LocalDate) said.get(field);
    }

    AppointmentType appointmentType() {
        return (AppointmentType) said.get(Field.APPOINTMENT_TYPE);
    }

    Stage stage() {
        return (Stage) said.get(Field.STAGE);
    }

    RightToRemain rightToRemain() {
        return (RightToRemain) said.get(Field.RIGHT_TO_REMAIN);
    }

    OccupationFinding occupationFinding() {
        return (OccupationFinding) said.get(Field.OCCUPATION_FINDING);
    }

    /** A yes or a no; null where the row does not say. */
    Boolean yes(FileColumn field) {
        return (Boolean) said.get(field);
    }

    Cohort cohort() {
        return (Cohort) said.get(Field.COHORT);
    }

    /** The whole name, joined where the file has it in parts; null where it has none. */
    String fullName() {
        return text(Field.FULL_NAME);
    }
}
