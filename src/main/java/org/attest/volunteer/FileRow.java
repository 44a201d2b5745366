package org.attest.volunteer;

import java.time.LocalDate;
import java.util.Map;
import org.attest.force.Force;

/** A row of a file before a room: what it says, what the person has already, and where they stand. Compared by identity. */
public final class FileRow {

    private final Force force;
    private final Volunteer person;
    private final Map<FileColumn, Object> said;
    private final Map<FileColumn, Object> held;
    private final Standing standing;

    /** Where the person stands once the row is in; every part may be unknown but the stage and the capacity. */
    public record Standing(
            Stage stage, AppointmentType type, LocalDate birthDate, LocalDate appointedOn, LocalDate attestedOn) {}

    /** @param person null while rows are only looked at */
    public FileRow(
            Force force,
            Volunteer person,
            Map<FileColumn, Object> said,
            Map<FileColumn, Object> held,
            Standing standing) {
        this.force = force;
        this.person = person;
        this.said = said;
        this.held = held;
        this.standing = standing;
    }

    public Force force() {
        return force;
    }

    public Volunteer person() {
        return person;
    }

    public Standing standing() {
        return standing;
    }

    /** What the row adds: said, and not held already. Null where it adds nothing. */
    public Object adds(FileColumn column) {
        var value = said.get(column);
        return value == null || value.equals(held.get(column)) ? null : value;
    }

    /** What the row says; null where it says nothing. */
    public Object says(FileColumn column) {
        return said.get(column);
    }

    /** What the person has already; null where that is nothing. */
    public Object held(FileColumn column) {
        return held.get(column);
    }

    /** The day the row says; null where it says none. */
    public LocalDate day(FileColumn column) {
        return (LocalDate) said.get(column);
    }
}
