package org.attest.volunteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.attest.volunteer.Likeness.Signs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks for two records being one person's, and what does not. */
class LikenessTest {

    private static final LocalDate BORN = LocalDate.of(1990, 5, 5);

    private static Signs named(String name) {
        return new Signs(1L, "R", name, null, BORN, null, null, null, Stage.APPLIED, BORN, List.of());
    }

    private static Signs with(LocalDate born, String name, String email, String phone, String number) {
        return new Signs(2L, "S", name, null, born, email, phone, number, Stage.APPLIED, BORN, List.of());
    }

    private static boolean alike(String one, String other) {
        return !Likeness.of(named(one), named(other)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Rowan Ashdown, Rowan Ashdown",
        "Rowan Ashdown, ASHDOWN Rowan",
        "Jon Smith, John Smith",
        "Jon Smyth, John Smith",
        "Liz Okafor, Elizabeth Okafor",
        "Anna Maria Lopez, Anna Lopez",
        "Róisín ní Dhuibhir, Roisin Ni Dhuibhir",
        "Mary O'Neill, Mary ONeill Smith",
        "Nguyễn Thị Hạnh, Nguyen Thi Hanh",
        "Siân Evnas, Sian Evans"
    })
    void theSameBirthDateAndASimilarNameAreEvidence(String one, String other) {
        assertTrue(alike(one, other), one + " and " + other);
        assertTrue(alike(other, one));
    }

    @ParameterizedTest
    @CsvSource({
        "John Smith, Jane Smith",
        "Rowan Ashdown, Kim Priestley",
        "Mohammed Khan, Mohammed Ali",
        "Priya, Priya Patel",
        "Ann Lee, Bo Lee"
    })
    void aSharedSurnameOrFirstNameIsNone(String one, String other) {
        assertFalse(alike(one, other), one + " and " + other);
    }

    @Test
    void aNameAloneIsNoProof() {
        var nameless = with(null, "Rowan Ashdown", null, null, null);
        var evidence = Likeness.of(named("Rowan Ashdown"), nameless);
        assertEquals(1, evidence.size());
        assertFalse(evidence.get(0).proof());
        assertTrue(evidence.get(0).sentence().contains("A name alone is no proof"));
        assertEquals(
                List.of(),
                Likeness.of(named("Rowan Ashdown"), with(BORN.plusDays(1), "Rowan Ashdown", null, null, null)),
                "another birth date is another person");
    }

    @Test
    void aMailboxATelephoneAndANumberAreReadAsPeopleWriteThem() {
        var one = with(BORN, "Rowan Ashdown", "rowan@post.example", "01622 555 0101", "0042");
        var other = with(BORN, "R Ashdown", "rowan+police@post.example", "+44 1622 5550101", "42");
        var sentences = Likeness.of(one, other).stream()
                .map(Likeness.Evidence::sentence)
                .toList();
        assertEquals(
                List.of(
                        "The same force number, but for zeros in front: 0042",
                        "The same mailbox: rowan@post.example",
                        "The same telephone number: 01622 555 0101"),
                sentences);
    }

    @Test
    void aHouseholdSharesATelephone() {
        var one = with(BORN, "Rowan Ashdown", null, "01622 555 0101", null);
        var partner = with(BORN.plusYears(2), "Kim Ashdown", null, "01622 555 0101", null);
        assertEquals(List.of(), Likeness.of(one, partner));
    }

    @Test
    void aFormerNameIsRemembered() {
        var married = new Signs(
                3L, "T", "Rowan Priestley", null, BORN, null, null, null, Stage.LEFT, BORN, List.of("Rowan Ashdown"));
        var evidence = Likeness.of(named("Rowan Ashdown"), married);
        assertEquals(
                "The same birth date, 5 May 1990, and a former name: Rowan Ashdown",
                evidence.get(0).sentence());
    }
}
