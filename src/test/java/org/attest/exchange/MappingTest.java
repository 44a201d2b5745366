package org.attest.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.Test;

/** The headings of a force's own: known by what forces call things. */
class MappingTest {

    private static Mapping guess(String... headings) {
        return Mapping.guess(List.of(headings), Kind.APPLICANTS);
    }

    @Test
    void knowsWhatForcesCallThings() {
        var mapping = guess(
                "Surname",
                "Forename(s)",
                "DOB",
                "E-mail address",
                "Collar no",
                "Stage",
                "Cohort",
                "Mobile No.",
                "Next of Kin",
                "NOK Tel",
                "Date of application",
                "Shoe size");
        assertEquals(
                Map.ofEntries(
                        Map.entry(Field.LAST_NAME, 0),
                        Map.entry(Field.FIRST_NAME, 1),
                        Map.entry(Field.BIRTH_DATE, 2),
                        Map.entry(Field.EMAIL, 3),
                        Map.entry(Field.FORCE_NUMBER, 4),
                        Map.entry(Field.STAGE, 5),
                        Map.entry(Field.COHORT, 6),
                        Map.entry(Field.PHONE, 7),
                        Map.entry(Field.EMERGENCY_NAME, 8),
                        Map.entry(Field.EMERGENCY_PHONE, 9),
                        Map.entry(Field.APPLIED_ON, 10)),
                mapping.columns());
    }

    @Test
    void saysWhatItLeavesOut() {
        var headings = List.of("Name", "Shoe size", "Column C (no heading)");
        assertEquals(
                List.of("Shoe size", "Column C (no heading)"),
                Mapping.guess(headings, Kind.APPLICANTS).ignored(headings));
    }

    @Test
    void theFirstOfSeveralAlikeIsTaken() {
        assertEquals(1, guess("Name", "Email", "Email (second)").columns().get(Field.EMAIL));
    }

    @Test
    void aNameBesideASurnameIsTheFirstNames() {
        assertEquals(
                Map.of(Field.FIRST_NAME, 0, Field.LAST_NAME, 1),
                guess("Name", "Surname").columns());
        assertFalse(guess("Full name", "First name", "Last name").has(Field.FULL_NAME));
    }

    @Test
    void aNameIsTheOneThingItNeeds() {
        var headings = List.of("Email");
        var faults = Mapping.guess(headings, Kind.APPLICANTS).faults(headings);
        assertTrue(faults.get("FULL_NAME").startsWith("Choose the column of the full name"));
    }

    @Test
    void aColumnServesOneField() {
        var headings = List.of("Name", "Date");
        var mapping = new Mapping(
                Map.of(Field.FULL_NAME, 0, Field.BIRTH_DATE, 1, Field.APPLIED_ON, 1),
                guess().appointmentType(),
                Stage.APPLIED);
        var faults = mapping.faults(headings);
        assertEquals(1, faults.size());
        assertTrue(faults.values().iterator().next().contains("chosen for another field"));
    }

    @Test
    void isKeptAndFoundAgain() {
        var mapping = guess("Name", "DOB");
        assertEquals(mapping, Mapping.fromJson(mapping.toJson(), Columns.OURS));
    }
}
