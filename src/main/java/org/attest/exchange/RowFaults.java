package org.attest.exchange;

import java.util.ArrayList;
import java.util.List;
import org.attest.volunteer.Details;
import org.attest.volunteer.FileColumn;

/** What is found wrong with a row, cell by cell, as it is looked at. */
final class RowFaults {

    private final ReadRow row;
    private final RowReading reading;
    private final List<CellFault> found;

    RowFaults(ReadRow row, RowReading reading) {
        this.row = row;
        this.reading = reading;
        this.found = new ArrayList<>(row.faults());
    }

    /** Of the same row, with nothing found yet: to try something. */
    RowFaults blank() {
        var blank = new RowFaults(row, reading);
        blank.found.clear();
        return blank;
    }

    void add(FileColumn column, String reason, String mend) {
        found.add(new CellFault(reading.heading(column), Visible.of(shown(column)), reason, mend));
    }

    /** A fault of a form's field, beside the cell it is about. */
    void add(Details.Fault fault) {
        var column = columnOf(fault.field());
        add(column, lower(fault.sentence()), mend(column));
    }

    private String shown(FileColumn column) {
        var at = reading.column(column);
        if (at != null) return row.cells().size() > at ? Cells.shown(row.cells().get(at)) : "";
        var value = row.said().get(column);
        return value == null ? "" : value.toString();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean has(FileColumn column) {
        return found.stream().anyMatch(fault -> fault.column().equals(reading.heading(column)));
    }

    List<CellFault> all() {
        return found;
    }

    /** The column of a component of {@link Details}, an entry or the answers about eligibility. */
    static FileColumn columnOf(String component) {
        return switch (component) {
            case "knownAs" -> Field.KNOWN_AS;
            case "birthDate" -> Field.BIRTH_DATE;
            case "email" -> Field.EMAIL;
            case "phone" -> Field.PHONE;
            case "emergencyName" -> Field.EMERGENCY_NAME;
            case "emergencyPhone" -> Field.EMERGENCY_PHONE;
            case "appointmentType" -> Field.APPOINTMENT_TYPE;
            case "forceNumber" -> Field.FORCE_NUMBER;
            case "appliedOn" -> Field.APPLIED_ON;
            case "stage" -> Field.STAGE;
            case "stageSince" -> Field.STAGE_SINCE;
            case "residentSince" -> Field.RESIDENT_SINCE;
            case "goodConductSeen" -> Field.GOOD_CONDUCT;
            case "occupation" -> Field.OCCUPATION;
            case "occupationFinding" -> Field.OCCUPATION_FINDING;
            default -> Field.FULL_NAME;
        };
    }

    private static String mend(FileColumn column) {
        if (column == Field.EMAIL) return "Correct the address, or empty the cell";
        if (column == Field.STAGE) return "Take the row out, or name the stage the person is in now";
        if (column == Field.FULL_NAME) return "Correct the name";
        return column.isDay() ? "Correct the day" : "Correct the cell, or empty it";
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
