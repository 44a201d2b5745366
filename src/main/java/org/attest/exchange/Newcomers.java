package org.attest.exchange;

import java.time.LocalDate;
import org.attest.exchange.DryRun.Rules;
import org.attest.volunteer.Ages;
import org.attest.volunteer.Details;
import org.attest.volunteer.Entry;
import org.attest.volunteer.FileRow.Standing;
import org.attest.volunteer.Stage;
import org.attest.web.Formats;

/** People whom Attest does not have, as rows of a file say they are. */
final class Newcomers {

    private final Mapping mapping;
    private final Rules rules;
    private final Places places;

    Newcomers(Mapping mapping, Rules rules, Places places) {
        this.mapping = mapping;
        this.rules = rules;
        this.places = places;
    }

    /** A new person as the row says it. */
    Entry entry(ReadRow row) {
        var stage = stage(row);
        return new Entry(details(row), stage, since(row, stage), row.day(Field.APPLIED_ON), row.cohort(), null);
    }

    /** Where the new person stands. */
    Standing standing(ReadRow row) {
        return new Standing(
                stage(row),
                row.appointmentType() != null ? row.appointmentType() : mapping.appointmentType(),
                row.day(Field.BIRTH_DATE),
                row.day(Field.APPOINTED_ON),
                row.day(Field.ATTESTED_ON));
    }

    private Stage stage(ReadRow row) {
        return row.stage() != null ? row.stage() : mapping.stage();
    }

    private LocalDate since(ReadRow row, Stage stage) {
        var since = row.day(Field.STAGE_SINCE);
        if (since == null && stage == Stage.APPLIED) since = row.day(Field.APPLIED_ON);
        if (since == null && stage == Stage.SERVICE) {
            since = row.day(Field.ATTESTED_ON) != null ? row.day(Field.ATTESTED_ON) : row.day(Field.APPOINTED_ON);
            if (since != null && since.isAfter(rules.today())) since = null;
        }
        return since != null ? since : rules.today();
    }

    private Details details(ReadRow row) {
        return new Details(
                row.fullName(),
                row.text(Field.KNOWN_AS),
                row.day(Field.BIRTH_DATE),
                row.text(Field.EMAIL),
                row.text(Field.PHONE),
                row.text(Field.EMERGENCY_NAME),
                row.text(Field.EMERGENCY_PHONE),
                null,
                row.appointmentType() != null ? row.appointmentType() : mapping.appointmentType(),
                row.text(Field.FORCE_NUMBER));
    }

    /** Everything wrong with the entry; with nothing wrong, the row takes its place in the cohort. */
    void check(ReadRow row, Entry entry, RowFaults faults) {
        for (var fault : entry.faults(rules.joining(), rules.today())) {
            if (!faults.has(RowFaults.columnOf(fault.field()))) faults.add(fault);
        }
        tooYoung(entry, faults);
        ServiceCells.check(row, standing(row), null, rules.today(), faults);
        EligibilityCells.check(row, null, rules, faults);
        places.take(row.cohort(), faults);
    }

    /** Vetting rule 16, where no day of application is given: whoever is too young today was so then. */
    private void tooYoung(Entry entry, RowFaults faults) {
        var born = entry.details().birthDate();
        boolean serving = entry.stage() == Stage.SERVICE;
        if (born == null || born.isAfter(rules.today()) || entry.stage() == Stage.ENQUIRY) return;
        if (entry.appliedOn() != null && !serving) return;
        int youngest = serving ? Ages.APPOINTMENT : rules.joining().youngestApplicant();
        if (!Ages.reached(born, youngest, rules.today())) {
            faults.add(
                    Field.BIRTH_DATE,
                    "under " + youngest + " today, and nobody is "
                            + (serving ? "in service" : "an applicant") + " before "
                            + Formats.inWords(Ages.birthday(born, youngest))
                            + " with this birth date (vetting rule 16)",
                    "Correct the birth date, or take the row out until that day");
        }
    }
}
