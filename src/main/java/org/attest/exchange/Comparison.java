package org.attest.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.attest.exchange.CheckedRow.Change;
import org.attest.exchange.DryRun.Rules;
import org.attest.volunteer.Details;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.FileRow.Standing;
import org.attest.volunteer.Stage;
import org.attest.web.Formats;

/** A row beside what Attest has about its person. Empty cells say nothing. */
final class Comparison {

    private final ReadRow row;
    private final KnownPerson person;
    private final Mapping mapping;
    private final RowReading reading;
    private final Rules rules;
    private final List<Change> changes = new ArrayList<>();

    Comparison(ReadRow row, KnownPerson person, Mapping mapping, RowReading reading, Rules rules) {
        this.row = row;
        this.person = person;
        this.mapping = mapping;
        this.reading = reading;
        this.rules = rules;
    }

    /** What would be another. */
    List<Change> changes() {
        return changes;
    }

    /** Where the person stands once the row is in. */
    static Standing standing(ReadRow row, KnownPerson person) {
        var details = person.details();
        return new Standing(
                person.stage(),
                or(row.appointmentType(), details.appointmentType()),
                or(row.day(Field.BIRTH_DATE), details.birthDate()),
                or(row.day(Field.APPOINTED_ON), person.appointedOn()),
                or(row.day(Field.ATTESTED_ON), person.attestedOn()));
    }

    /** What the row says over what is held. */
    static Details over(ReadRow row, Details held) {
        return new Details(
                or(row.fullName(), held.fullName()),
                or(row.text(Field.KNOWN_AS), held.knownAs()),
                or(row.day(Field.BIRTH_DATE), held.birthDate()),
                or(row.text(Field.EMAIL), held.email()),
                or(row.text(Field.PHONE), held.phone()),
                or(row.text(Field.EMERGENCY_NAME), held.emergencyName()),
                or(row.text(Field.EMERGENCY_PHONE), held.emergencyPhone()),
                held.adjustments(),
                or(row.appointmentType(), held.appointmentType()),
                or(row.text(Field.FORCE_NUMBER), held.forceNumber()));
    }

    private static <T> T or(T said, T held) {
        return said != null ? said : held;
    }

    /** Everything the file has a column for is as Attest has it, empty or not. */
    boolean nothingDiffers(RowFaults none) {
        if (!Objects.equals(row.fullName(), person.details().fullName())) return false;
        compare(none);
        if (!none.isEmpty() || !changes.isEmpty()) return false;
        var details = person.details();
        return alike(Field.FORCE_NUMBER, details.forceNumber())
                && alike(Field.EMAIL, details.email())
                && alike(Field.BIRTH_DATE, details.birthDate())
                && (!mapping.has(Field.PHONE) || alike(Field.PHONE, details.phone()));
    }

    private boolean alike(FileColumn column, Object held) {
        return Objects.equals(row.said().get(column), held);
    }

    void compare(RowFaults faults) {
        var details = person.details();
        text(Field.FULL_NAME, row.fullName(), details.fullName());
        text(Field.KNOWN_AS, row.text(Field.KNOWN_AS), details.knownAs());
        day(Field.BIRTH_DATE, details.birthDate());
        text(Field.EMAIL, row.text(Field.EMAIL), details.email());
        text(Field.PHONE, row.text(Field.PHONE), details.phone());
        text(Field.EMERGENCY_NAME, row.text(Field.EMERGENCY_NAME), details.emergencyName());
        text(Field.EMERGENCY_PHONE, row.text(Field.EMERGENCY_PHONE), details.emergencyPhone());
        text(Field.FORCE_NUMBER, row.text(Field.FORCE_NUMBER), details.forceNumber());
        appointmentType(faults);
        fixed(Field.STAGE, person.stage(), faults);
        if (row.stage() == null || row.stage() == person.stage()) fixed(Field.STAGE_SINCE, person.stageSince(), faults);
        applied(faults);
        cohort(faults);
        once(Field.APPOINTED_ON, person.appointedOn(), faults);
        once(Field.ATTESTED_ON, person.attestedOn(), faults);
        if (person.attestedOn() != null) {
            fixed(Field.MAGISTRATE, person.magistrate(), faults);
            fixed(Field.ATTESTED_AT, person.attestedAt(), faults);
        }
        appointedAgain(faults);
        appointed(faults);
        eligibility();
        mapping.columns().keySet().stream()
                .filter(column -> !Field.values().contains(column) && !column.isOfOthers())
                .forEach(column -> once(column, person.inRooms().get(column), faults));
        sound(faults);
    }

    private void change(FileColumn column, Object before, Object after) {
        changes.add(new Change(
                column,
                reading.heading(column),
                before == null || before.equals("") ? "nothing" : words(column, before),
                words(column, after)));
    }

    private static String words(FileColumn column, Object value) {
        return value instanceof String text ? text : column.inWords(value);
    }

    private void text(FileColumn column, String said, String held) {
        if (said != null && !said.equals(held)) change(column, held, said);
    }

    private void day(FileColumn column, LocalDate held) {
        var said = row.day(column);
        if (said != null && !said.equals(held)) change(column, held, said);
    }

    private void appointmentType(RowFaults faults) {
        var said = row.appointmentType();
        var held = person.details().appointmentType();
        if (said == null || said == held) return;
        if (person.appointedOn() != null) {
            faults.add(
                    Field.APPOINTMENT_TYPE,
                    "the person is appointed as " + Words.of(held).toLowerCase() + " since "
                            + Formats.inWords(person.appointedOn()),
                    "End that appointment on the record first, or correct the cell");
        } else {
            change(Field.APPOINTMENT_TYPE, held, said);
        }
    }

    /** What has a history of its own is not rewritten by a file. */
    private void fixed(FileColumn column, Object held, RowFaults faults) {
        var said = row.said().get(column);
        if (said == null || said.equals(held)) return;
        faults.add(
                column,
                held == null
                        ? "Attest has none for this person, and a file does not add it afterwards"
                        : "Attest has " + words(column, held) + ", and a file does not change it",
                column == Field.STAGE
                        ? "Move the person on their record, or empty this cell"
                        : "Correct it on the person’s record, or empty this cell");
    }

    /** What a person has once: a file adds it where there is none. */
    private void once(FileColumn column, Object held, RowFaults faults) {
        var said = row.said().get(column);
        if (said == null || said.equals(held)) return;
        if (held != null) fixed(column, held, faults);
        else change(column, null, said);
    }

    /** The day of an application that nobody wrote down can be added: without it, residence cannot be decided. */
    private void applied(RowFaults faults) {
        once(Field.APPLIED_ON, person.appliedOn(), faults);
        var said = row.day(Field.APPLIED_ON);
        if (said == null || person.appliedOn() != null) return;
        if (person.stage() == Stage.ENQUIRY) {
            faults.add(
                    Field.APPLIED_ON,
                    "the person has not applied yet",
                    "Move the person on their record, or empty this cell");
        } else if (said.isAfter(rules.today())) {
            faults.add(Field.APPLIED_ON, "the application day is in the future", "Correct the day");
        } else if (said.isAfter(person.stageSince())) {
            faults.add(
                    Field.APPLIED_ON,
                    "the day is after the stage now began, on " + Formats.inWords(person.stageSince()),
                    "Correct the day");
        }
    }

    /** The commit would refuse it: on that day an appointment lasted that has ended since. */
    private void appointedAgain(RowFaults faults) {
        var said = row.day(Field.APPOINTED_ON);
        var until = person.appointedUntil();
        if (said == null || until == null || person.appointedOn() != null || said.isAfter(until)) return;
        faults.add(
                Field.APPOINTED_ON,
                "an earlier appointment of the person ended on " + Formats.inWords(until)
                        + ", and a new one begins after it",
                "Correct the day, or empty this cell");
    }

    private void appointed(RowFaults faults) {
        boolean fresh = (row.day(Field.APPOINTED_ON) != null && person.appointedOn() == null)
                || (row.day(Field.ATTESTED_ON) != null && person.attestedOn() == null);
        if (!fresh || !faults.isEmpty()) return;
        ServiceCells.check(row, standing(row, person), person.appointedOn(), rules.today(), faults);
    }

    private void cohort(RowFaults faults) {
        if (!joins()) return;
        if (person.stage() == Stage.LEFT) {
            faults.add(Field.COHORT, "the person has left", "Empty this cell");
            return;
        }
        change(Field.COHORT, person.cohort(), row.cohort().name);
    }

    /** Whether the row names another cohort than the person's. */
    boolean joins() {
        return row.cohort() != null && !row.cohort().id.equals(person.cohortId());
    }

    private void eligibility() {
        var held = person.eligibility();
        said(Field.RIGHT_TO_REMAIN, held == null ? null : held.rightToRemain());
        said(Field.RESIDENT_SINCE, held == null ? null : held.residentSince());
        said(Field.LONG_ABROAD, held == null ? null : held.longAbroad());
        said(Field.GOOD_CONDUCT, held != null && held.goodConductSeen());
        said(Field.OCCUPATION, held == null ? null : held.occupation());
        said(Field.OCCUPATION_FINDING, held == null ? null : held.occupationFinding());
    }

    private void said(FileColumn column, Object held) {
        var said = row.said().get(column);
        if (said != null && !said.equals(held)) change(column, held, said);
    }

    /** The person as they would be then must be as sound as one typed in a form. */
    private void sound(RowFaults faults) {
        if (changes.isEmpty()) return;
        boolean ageMatters = changes(Field.BIRTH_DATE) || changes(Field.APPLIED_ON);
        var applied = or(row.day(Field.APPLIED_ON), person.appliedOn());
        for (var fault :
                over(row, person.details()).faults(rules.joining(), ageMatters ? applied : null, rules.today())) {
            var column = RowFaults.columnOf(fault.field());
            if (changes(column) || (column == Field.BIRTH_DATE && ageMatters)) faults.add(fault);
        }
        EligibilityCells.check(row, person.eligibility(), rules, faults);
    }

    private boolean changes(FileColumn column) {
        return changes.stream().anyMatch(change -> change.field() == column);
    }
}
