package org.attest.volunteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may join, as rules, without an application running. */
class JoiningRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 16);

    private static List<String> wrongFields(Details details) {
        return details.faults(JoiningRules.NATIONAL, null, TODAY).stream()
                .map(Details.Fault::field)
                .toList();
    }

    private static Details named(String name) {
        return Details.named(name, AppointmentType.SPECIAL_CONSTABLE);
    }

    /** Vetting rule 16, example E2: born 22 November 2009. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 17, false",
        "2026-11-22, 17, true",
        "2026-11-22, 18, false",
        "2027-11-21, 18, false",
        "2027-11-22, 18, true"
    })
    void anApplicantIsOldEnoughFromTheBirthday(LocalDate applied, int youngest, boolean accepted) {
        var faults = named("Ada")
                .withBirthDate(LocalDate.of(2009, 11, 22))
                .faults(new JoiningRules(youngest, 3), applied, LocalDate.of(2028, 1, 1));
        assertEquals(accepted, faults.isEmpty());
        if (!accepted) assertEquals("vetting rule 16", faults.get(0).rule());
    }

    @Test
    void whoIsBornOnALeapDayComesOfAgeOnTheFirstOfMarch() {
        var born = LocalDate.of(2008, 2, 29);
        assertFalse(Ages.reached(born, 18, LocalDate.of(2026, 2, 28)));
        assertTrue(Ages.reached(born, 18, LocalDate.of(2026, 3, 1)));
        assertTrue(Ages.reached(born, 20, LocalDate.of(2028, 2, 29)));
    }

    /** Vetting rule 12, example E1. */
    @ParameterizedTest
    @CsvSource({
        "2023-09-01, 3, 2026-09-01",
        "2023-09-01, 5, 2028-09-01",
        "2023-09-02, 3, 2026-09-02",
        "2024-02-29, 3, 2027-03-01"
    })
    void residencyIsCountedUpToTheDayOfApplication(LocalDate since, int years, LocalDate earliest) {
        var found = new Eligibility();
        found.residentSince = since;
        assertEquals(earliest, found.residencyMetFrom(years));
    }

    /** Vetting rule 16, example E2, as a criterion of the stages: born 22 November 2009, and nobody is in service at 17. */
    @ParameterizedTest
    @CsvSource({
        "APPLIED,   2026-11-21, 2028-01-01, false",
        "APPLIED,   2026-11-22, 2028-01-01, true",
        "INTERVIEW, 2026-11-21, 2028-01-01, false",
        "VETTING,   2026-11-21, 2028-01-01, false",
        "VETTING,   2026-11-22, 2028-01-01, true",
        "SERVICE,   2026-11-22, 2027-11-21, false",
        "SERVICE,   2026-11-22, 2027-11-22, true"
    })
    void whoIsTooYoungIsInNoStage(Stage target, LocalDate applied, LocalDate day, boolean met) {
        var person = new Volunteer();
        person.fullName = "Ada";
        person.stage = Stage.ENQUIRY;
        person.birthDate = LocalDate.of(2009, 11, 22);
        person.appliedOn = applied;
        var age = new JoiningFacts(person, null, List.of(), List.of())
                .criteria(target, day, JoiningRules.NATIONAL).stream()
                        .filter(c -> c.rule().equals("vetting rule 16"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(met, age.isMet());
    }

    /** Vetting rules 12, 14, 16 and 17 as criteria of the vetting stage: which of them are not met. */
    @ParameterizedTest
    @CsvSource(
            value = {
                "UK_OR_EEA_NATIONAL | 2020-01-01 | false | false | NO_CONFLICT       | ''",
                "INDEFINITE_LEAVE   | 2020-01-01 | true  | true  | PERMISSION_GIVEN  | ''",
                "LIMITED_LEAVE      | 2020-01-01 | false | false | NO_CONFLICT       | vetting rule 17",
                "UK_OR_EEA_NATIONAL | 2023-09-02 | false | false | NO_CONFLICT       | vetting rule 12",
                "UK_OR_EEA_NATIONAL | 2020-01-01 | true  | false | NO_CONFLICT       | vetting rule 14",
                "UK_OR_EEA_NATIONAL | 2020-01-01 | false | false | BARRED            | vetting section 6",
                "UK_OR_EEA_NATIONAL | 2020-01-01 | false | false | PERMISSION_NEEDED | vetting section 6",
                "                   | 2020-01-01 | false | false | NO_CONFLICT       | vetting rule 17",
                "UK_OR_EEA_NATIONAL |            | false | false | NO_CONFLICT       | vetting rule 12",
                "UK_OR_EEA_NATIONAL | 2020-01-01 |       | false | NO_CONFLICT       | vetting rule 14",
                "UK_OR_EEA_NATIONAL | 2020-01-01 | false | false |                   | vetting section 6"
            },
            delimiter = '|')
    void eligibilityIsSettledBeforeVetting(
            RightToRemain ground,
            LocalDate since,
            Boolean abroad,
            boolean certificate,
            OccupationFinding occupation,
            String unmet) {
        var person = new Volunteer();
        person.fullName = "Ada";
        person.stage = Stage.INTERVIEW;
        person.birthDate = LocalDate.of(1990, 1, 1);
        person.appliedOn = LocalDate.of(2026, 9, 1);
        var found = new Eligibility();
        found.rightToRemain = ground;
        found.residentSince = since;
        found.longAbroad = abroad;
        found.goodConductSeen = certificate;
        found.occupationFinding = occupation;
        found.recordedAt = java.time.Instant.EPOCH;
        var facts = new JoiningFacts(person, found, List.of(), List.of());
        assertEquals(
                unmet.isEmpty() ? List.of() : List.of(unmet),
                facts.criteria(Stage.VETTING, TODAY, JoiningRules.NATIONAL).stream()
                        .filter(c -> !c.isMet())
                        .map(Criterion::rule)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ngọc",
                "李明",
                "O’Brien-Smythe, Jr.",
                "محمد بن سلمان",
                "می\u200cخواهم",
                "Þórdís",
                "<b>Bobby</b>",
                "=HYPERLINK(\"x\")",
                "{#if x}Tables{/if}",
                "X"
            })
    void namesComeInAnyScriptAndOfAnyShape(String name) {
        assertEquals(List.of(), wrongFields(named(name)));
        assertEquals(name, named("  " + name + " ").fullName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "-",
                "Eve\u202Etxt.exe",
                "A\u0000B",
                "Bell\u0007",
                "\uD800lone",
                "A\u2067B",
                "Zero\uFEFFwidth"
            })
    void aNameThatDeceivesOrIsNoneIsRefused(String name) {
        assertEquals(List.of("fullName"), wrongFields(named(name)));
    }

    @Test
    void whatIsTooLongIsRefusedAndNamed() {
        assertEquals(List.of(), wrongFields(named("x".repeat(200))));
        assertEquals(List.of("fullName"), wrongFields(named("x".repeat(20_000))));
        assertEquals(List.of("email"), wrongFields(named("Ada").withEmail("a@" + "b".repeat(300) + ".example")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada", "ada@", "@example.org", "ada@example", "ada lovelace@example.org", "a@b@example.org"})
    void anAddressMustLookLikeOne(String address) {
        assertEquals(List.of("email"), wrongFields(named("Ada").withEmail(address)));
    }

    @Test
    void anAddressIsKeptInSmallLetters() {
        assertEquals(
                "ada@example.org", named("Ada").withEmail(" ADA@Example.ORG ").email());
        assertEquals(List.of(), wrongFields(named("Ada").withEmail("ada@bücher.example")));
    }

    @Test
    void aBirthDateIsNeitherToComeNorLongPast() {
        assertEquals(List.of("birthDate"), wrongFields(named("Ada").withBirthDate(TODAY.plusDays(1))));
        assertEquals(List.of("birthDate"), wrongFields(named("Ada").withBirthDate(LocalDate.of(1900, 1, 1))));
    }

    @Test
    void aSearchForgetsCaseAndAccents() {
        assertEquals(Texts.folded("ngoc"), Texts.folded("NGỌC"));
        assertEquals(Texts.folded("straße"), Texts.folded("STRASSE"));
        assertEquals(Texts.folded("Οδυσσευς"), Texts.folded("ΟΔΥΣΣΕΥΣ"));
    }

    @Test
    void aListedOccupationIsNeverWithoutConflict() {
        var answers = new EligibilityAnswers(
                null, null, null, false, "Police Community Support Officer", OccupationFinding.NO_CONFLICT);
        assertEquals(
                "occupationFinding",
                answers.faults(Occupations.NATIONAL, TODAY).get(0).field());
        assertEquals(
                List.of(),
                new EligibilityAnswers(null, null, null, false, "Magistrate", OccupationFinding.PERMISSION_GIVEN)
                        .faults(Occupations.NATIONAL, TODAY));
        assertEquals(
                OccupationFinding.PERMISSION_NEEDED,
                Occupations.NATIONAL.treatmentOf("nurse").orElseThrow());
    }
}
