package org.attest.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.exchange.CheckedRow.Change;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Details;
import org.attest.volunteer.JoiningRules;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file beside the people a force has: every row new, changed, same or refused, and nothing merged on a name. */
class DryRunTest {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 16);
    private static final LocalDate BORN = LocalDate.of(1990, 3, 2);

    private final FakePeople people = new FakePeople();
    private final List<Cohort> cohorts = new ArrayList<>();
    private final Map<Long, Integer> room = new HashMap<>();
    private Kind kind = Kind.APPLICANTS;

    private DryRun dryRun(String text) {
        var sheet = Sheet.of(text.getBytes(StandardCharsets.UTF_8), Delimiter.COMMA, Limits.DEFAULT);
        var mapping = Mapping.guess(sheet.headings(), kind);
        assertEquals(Map.of(), mapping.faults(sheet.headings()));
        return new DryRun(sheet, mapping, people, cohorts, room, new DryRun.Rules(JoiningRules.NATIONAL, TODAY));
    }

    private List<CheckedRow> check(String text) {
        var rows = new ArrayList<CheckedRow>();
        dryRun(text).run(rows::addAll);
        return rows;
    }

    private CheckedRow only(String text) {
        var rows = check(text);
        assertEquals(1, rows.size());
        return rows.get(0);
    }

    private void refuses(String text, String... words) {
        refuses(only(text), words);
    }

    private static void refuses(CheckedRow row, String... words) {
        assertEquals(Outcome.REFUSED, row.outcome(), row.toString());
        for (var word : words) assertTrue(row.reasons().contains(word), word + " in: " + row.reasons());
    }

    private Cohort cohort(String name, int places) {
        var cohort = new Cohort();
        cohort.id = (long) cohorts.size() + 1;
        cohort.name = name;
        cohort.capacity = places;
        cohorts.add(cohort);
        room.put(cohort.id, places);
        return cohort;
    }

    // --- new people

    @Test
    void aStrangerIsNew() {
        var row = only(
                "Surname,Forename(s),DOB,E-mail address,Collar no\nO’Brien,Zoë Anne,2/3/1990,Zoe@Kent.example,0042\n");
        assertEquals(Outcome.NEW, row.outcome(), row.reasons());
        assertEquals("Zoë Anne O’Brien", row.name());
        assertEquals("zoe@kent.example", row.row().text(Field.EMAIL));
        assertEquals("0042", row.row().text(Field.FORCE_NUMBER));
        assertEquals(LocalDate.of(1990, 3, 2), row.row().day(Field.BIRTH_DATE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sukarno",
                "李小龍",
                "محمد علي",
                "Ngọc Trịnh",
                "Björk",
                "N!xau",
                "=1+1",
                "{x}",
                "<b>Bo</b>",
                "X Æ A-12"
            })
    void namesAreTakenAsPeopleHaveThem(String name) {
        var row = only("Name\n\"" + name + "\"\n");
        assertEquals(Outcome.NEW, row.outcome(), row.reasons());
        assertEquals(name, row.name());
    }

    @Test
    void lettersWrittenInTwoPartsAreOneLetterAndSpacesOne() {
        assertEquals("Zoë Lee", only("Name\n\" Zoe\u0308 \u00a0 Lee \"\n").name());
    }

    @Test
    void hiddenMarksInANameAreRefusedAndShown() {
        refuses("Name\nAnn \u202eeeL\n", "Name “Ann [U+202E]eeL”", "direction of writing", "character 5");
        refuses("Name\nAnn\u0007Lee\n", "[U+0007]", "control character");
        refuses("Name\n\"Ann\nLee\"\n", "line break");
        refuses("Name\nAnn \ufffd Lee\n", "could not be read");
    }

    @Test
    void aRowWithoutANameIsRefused() {
        refuses("Name,Email\n,a@b.example\n", "the row has no name");
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        refuses("Name,Email\nAnn,ann.example\n", "Email “ann.example”", "enter an email address");
    }

    @Test
    void everyDoubtfulCellOfARowIsNamed() {
        refuses("Name,DOB,Email\nAnn,31/02/1990,nowhere\n", "DOB “31/02/1990”", "no such day", "Email “nowhere”");
    }

    @Test
    void moreCellsThanHeadingsAreRefused() {
        refuses("Name,Email\nLee, Ann,a@b.example\n", "the row has 3 cells, and there are 2 headings");
        assertEquals(Outcome.NEW, only("Name,Email\nAnn,a@b.example,,\n").outcome());
        assertEquals(Outcome.NEW, only("Name,Email\nAnn\n").outcome());
    }

    /** vetting rule 16 */
    @Test
    void applicantsUnderSeventeenAreRefused() {
        refuses("Name,DOB,Date applied\nAnn,17/06/2009,16/06/2026\n", "17", "17 June 2026");
        refuses("Name,DOB\nAnn,17/06/2009\n", "under 17 today", "vetting rule 16");
        assertEquals(Outcome.NEW, only("Name,DOB\nAnn,16/06/2009\n").outcome());
        kind = Kind.VOLUNTEERS;
        refuses("Name,DOB\nAnn,16/06/2009\n", "under 18 today");
    }

    @Test
    void unknownWordsAreRefusedWithTheList() {
        refuses("Name,Stage\nAnn,Limbo\n", "Stage “Limbo”", "Write Enquiry, Applied");
        refuses("Name,Appointment type\nAnn,Wizard\n", "Special constable, Designated volunteer");
        refuses("Name,Right to remain\nAnn,yes\n", "Indefinite leave");
        refuses("Name,Cohort\nAnn,Autumn\n", "no cohort of this name", "Make the cohort first");
    }

    @Test
    void scIsASpecialConstableAndNeverASecurityCheck() {
        assertEquals(
                AppointmentType.SPECIAL_CONSTABLE,
                only("Name,Role\nAnn,SC\n").row().appointmentType());
        refuses("Name,Role\nAnn,SC cleared\n", "reads like a clearance");
        refuses("Name,Role\nAnn,Security check\n", "reads like a clearance");
        assertFalse(Mapping.guess(List.of("Name", "SC", "SC clearance"), Kind.APPLICANTS)
                .has(Field.APPOINTMENT_TYPE));
    }

    @Test
    void nobodyIsAttestedWhoWasNotAppointed() {
        kind = Kind.VOLUNTEERS;
        var head = "Name,DOB,Appointed,Attested,Role\n";
        assertEquals(
                Outcome.NEW, only(head + "Ann,2/3/1990,1/5/2026,2/5/2026,SC\n").outcome());
        refuses(head + "Ann,2/3/1990,,2/5/2026,SC\n", "not appointed");
        refuses(head + "Ann,2/3/1990,3/5/2026,2/5/2026,SC\n", "before the appointment");
        refuses(head + "Ann,2/3/1990,1/5/2026,2/5/2026,PSV\n", "only special constables are attested");
        refuses(head + "Ann,2/3/1990,1/1/2007,2/1/2007,SC\n", "18th birthday", "vetting rule 16");
    }

    @Test
    void aCohortTakesAsManyAsItHasRoomFor() {
        cohort("Spring 2026", 2);
        var rows = check("Name,Cohort\nAnn,spring 2026\nBo,Spring 2026\nCy,Spring 2026\n");
        assertEquals(Outcome.NEW, rows.get(1).outcome());
        refuses(rows.get(2), "room for 2 people");
    }

    /** Whoever is refused leaves the place to the rows after. */
    @Test
    void aRefusedRowTakesNoPlaceInItsCohort() {
        cohort("Summer 2026", 1);
        var rows = check("Name,DOB,Type,Cohort,Stage,Date appointed,Attested\n"
                + "Ann,2/3/1990,PSV,Summer 2026,In service,1/5/2025,8/5/2025\n"
                + "Bo,2/3/1991,PSV,Summer 2026,In service,1/5/2025,\n");
        assertEquals(Outcome.REFUSED, rows.get(0).outcome());
        assertEquals(Outcome.NEW, rows.get(1).outcome());
    }

    @Test
    void daysOfAColumnWrittenMonthFirstAreDoubtful() {
        var rows = check("Name,DOB\nAnn,06/25/1990\nBo,04/05/1990\nCy,4 May 1990\n");
        refuses(rows.get(0), "month first", "25 June 1990");
        refuses(rows.get(1), "could be 4 May 1990 or 5 April 1990");
        assertEquals(Outcome.NEW, rows.get(2).outcome());

        var few = check("Name,DOB\nAnn,06/25/1990\nBo,04/05/1990\nCy,25/06/1990\nDi,26/06/1990\n");
        refuses(few.get(0), "month first");
        assertEquals(LocalDate.of(1990, 5, 4), few.get(1).row().day(Field.BIRTH_DATE));
    }

    // --- people the force has

    @Test
    void theForceNumberFindsThePerson() {
        people.add("Ann Lee", BORN, "0042", "ann@kent.example");
        var row = only("Name,Collar no,Tel\nAnn Lee-Ray,0042,01622 000000\n");
        assertEquals(Outcome.CHANGED, row.outcome(), row.reasons());
        assertEquals(
                List.of(
                        new Change(Field.FULL_NAME, "Name", "Ann Lee", "Ann Lee-Ray"),
                        new Change(Field.PHONE, "Tel", "nothing", "01622 000000")),
                row.changes());
        assertEquals(Outcome.NEW, only("Name,Collar no\nAnn Ray,42\n").outcome(), "42 is not 0042");
    }

    @Test
    void theAddressFindsThePersonInAnyCase() {
        people.add("Ann Lee", BORN, null, "ann@kent.example");
        assertEquals(
                Outcome.SAME, only("Name,Email\nAnn Lee,ANN@Kent.Example\n").outcome());
    }

    @Test
    void emptyCellsEraseNothing() {
        people.add("Ann Lee", BORN, "0042", "ann@kent.example");
        assertEquals(
                Outcome.SAME, only("Name,Collar no,Email,DOB\nAnn Lee,0042,,\n").outcome());
    }

    @Test
    void aNameNeverMerges() {
        people.add("Ann Lee", BORN, null, "ann@kent.example");
        refuses("Name,DOB\nANN LEE,2/3/1990\n", "looks like REF1", "same name and birth date");
        refuses("Name,DOB,Email\nAnn Lee,2/3/1990,other@kent.example\n", "looks like REF1");
        refuses("Name\nAnn Lee\n", "looks like REF1", "nothing in the row tells them apart");
        assertEquals(Outcome.NEW, only("Name,DOB\nAnn Lee,3/3/1990\n").outcome(), "another birth date, another person");
        assertEquals(
                Outcome.NEW, only("Name,Email\nAnn Lee,al@kent.example\n").outcome(), "no birth date, another address");
    }

    @Test
    void twoForceNumbersTellPeopleOfOneNameAndBirthDateApart() {
        people.add("Ann Lee", BORN, "0042", null);
        assertEquals(
                Outcome.NEW, only("Name,DOB,Collar no\nAnn Lee,2/3/1990,0043\n").outcome());
    }

    @Test
    void aRowWithNothingButANameIsTheSameAgainNextTime() {
        people.add("Sukarno", null, null, null);
        assertEquals(Outcome.SAME, only("Name,Email,DOB\nSukarno,,\n").outcome());
    }

    @Test
    void aNumberWithAnothersNameAndBirthDateIsRefused() {
        people.add("Ann Lee", BORN, "0042", null);
        refuses("Name,DOB,Collar no\nBo Ray,1/1/1980,0042\n", "neither the name nor the birth date", "force number");
    }

    @Test
    void aNumberOfOneAndAnAddressOfAnotherAreRefused() {
        people.add("Ann Lee", BORN, "0042", "ann@kent.example");
        people.add("Bo Ray", BORN, "0043", "bo@kent.example");
        refuses("Name,Collar no,Email\nAnn Lee,0042,bo@kent.example\n", "the address is that of REF2");
    }

    @Test
    void aFileMovesNobody() {
        people.add("Ann Lee", BORN, "0042", null);
        refuses("Name,Collar no,Stage\nAnn Lee,0042,Vetting\n", "Attest has Interview", "on their record");
        refuses("Name,Collar no,Date applied\nAnn Lee,0042,2/4/2026\n", "Attest has 1 April 2026");
        assertEquals(
                Outcome.SAME,
                only("Name,Collar no,Stage\nAnn Lee,0042,interviewing\n").outcome());
    }

    @Test
    void whoIsAppointedKeepsTheirCapacity() {
        people.add(
                new Details(
                        "Ann Lee", null, BORN, null, null, null, null, null, AppointmentType.SPECIAL_CONSTABLE, "0042"),
                Stage.SERVICE,
                LocalDate.of(2025, 1, 1),
                null,
                LocalDate.of(2025, 1, 1));
        refuses("Name,Collar no,Role\nAnn Lee,0042,PSV\n", "appointed as special constable since 1 January 2025");
        refuses("Name,Collar no,Appointed\nAnn Lee,0042,2/1/2025\n", "Attest has 1 January 2025");
        assertEquals(
                Outcome.CHANGED,
                only("Name,Collar no,Appointed,Attested\nAnn Lee,0042,,3/1/2025\n")
                        .outcome());
    }

    @Test
    void nobodyIsAppointedAgainForADayThatWasCovered() {
        people.addReleased(
                new Details(
                        "Ann Lee", null, BORN, null, null, null, null, null, AppointmentType.SPECIAL_CONSTABLE, "0042"),
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 9, 30));
        refuses("Name,Collar no,Appointed\nAnn Lee,0042,1/1/2025\n", "Appointed", "ended on 30 September 2025");
        refuses("Name,Collar no,Appointed\nAnn Lee,0042,30/9/2025\n", "a new one begins after it");
        assertEquals(
                Outcome.CHANGED,
                only("Name,Collar no,Appointed\nAnn Lee,0042,1/10/2025\n").outcome());
    }

    // --- rows beside each other

    @Test
    void theLaterOfTwoRowsWithOneAddressIsRefused() {
        var rows = check("Name,Email\nAnn,a@b.example\nBo,A@B.EXAMPLE\n");
        assertEquals(Outcome.NEW, rows.get(0).outcome());
        refuses(rows.get(1), "row 2 has this address too");
    }

    @Test
    void theLaterOfTwoRowsWithOneNumberOrOnePersonIsRefused() {
        refuses(check("Name,Collar no\nAnn,1\nBo,1\n").get(1), "row 2 has this number too");
        people.add("Ann Lee", BORN, "0042", "ann@kent.example");
        refuses(
                check("Name,Collar no,Email\nAnn Lee,0042,\nAnn Lee,,ann@kent.example\n")
                        .get(1),
                "row 2 is about the same person");
    }

    @Test
    void twoRowsThatNothingTellsApartAreDoubtful() {
        refuses(
                check("Name,DOB,Email\nAnn Lee,2/3/1990,a@b.example\nann lee,2/3/1990,c@d.example\n")
                        .get(1),
                "row 2");
        assertEquals(
                Outcome.NEW,
                check("Name,DOB,Collar no\nAnn Lee,2/3/1990,1\nAnn Lee,2/3/1990,2\n")
                        .get(1)
                        .outcome());
    }

    // --- what was found has a mark

    @Test
    void theMarkChangesWithWhatIsFound() {
        people.add("Ann Lee", BORN, "0042", null);
        var text = "Name,Collar no,Tel\nAnn Lee,0042,1\n";
        var first = dryRun(text);
        first.run(lot -> {});
        var second = dryRun(text);
        second.run(lot -> {});
        assertEquals(first.fingerprint(), second.fingerprint());
        people.add("Bo Ray", BORN, "0043", null);
        var third = dryRun("Name,Collar no,Tel\nAnn Lee,0043,1\n");
        third.run(lot -> {});
        assertNotEquals(first.fingerprint(), third.fingerprint());
        assertEquals(new Counts(0, 1, 0, 0), first.counts());
    }
}
