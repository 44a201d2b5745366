package org.attest.vetting;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.attest.As;
import org.attest.TestClock;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vetting form over several evenings, its sending, and who reads it (vetting section 2). */
@QuarkusTest
class WritingAVettingFormTest {

    private static final String PARTS = "/me/vetting/form/parts/";

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/me/vetting", "/me/vetting/form", "/me/vetting/form/parts/names", "/me/vetting/form/check"})
    void isForThePersonAlone(String path) {
        As.stranger().get(path).statusCode(303).header("Location", containsString("/sign-in"));
        As.coordinatorOf("kent").get(path).statusCode(403);
        As.role(Role.VETTING_OFFICER, "kent").get(path).statusCode(403);
    }

    @Test
    void ofAnotherPersonIsNotFound() {
        var mine = TestForms.invited();
        var others = TestForms.invited();
        var missing = As.withoutToken(mine.browser()
                .get("/me/vetting/cases/ABCDEFGHJKMN")
                .statusCode(404)
                .extract()
                .asString());
        for (var page : List.of("", "/form", "/form.pdf", "/answer", "/withdrawal", "/appeal")) {
            var found = mine.browser()
                    .get("/me/vetting/cases/" + others.vetting().ref() + page)
                    .statusCode(404)
                    .extract()
                    .asString();
            assertEquals(missing, As.withoutToken(found), page);
        }
    }

    @Test
    void isAListOfPartsEachValid() {
        var forms = TestForms.invited();
        ValidHtml.assertValid(forms.browser()
                .get("/me/vetting/form")
                .statusCode(200)
                .body(allOf(containsString("0 of 13 parts are done"), containsString("Police matters")))
                .extract()
                .asString());
        for (var part : FormPart.values()) {
            ValidHtml.assertValid(forms.browser()
                    .get(PARTS + part.slug())
                    .statusCode(200)
                    .extract()
                    .asString());
        }
        forms.browser().get(PARTS + "nothing").statusCode(404);
    }

    @Test
    void keepsWhatWasSavedWithItsGapsUntilAnotherEvening() {
        var forms = TestForms.invited();
        forms.save("work", Map.of("occupation", "Bell founder")).statusCode(303);
        forms.browser()
                .get("/me/vetting/form")
                .body(allOf(containsString("2 answers are open"), containsString("0 of 13")));
        forms.browser().get(PARTS + "work").body(containsString("value=\"Bell founder\""));
        assertTrue(Rows.trail("kent", forms.person().ref).contains("vetting case worked on"));
        forms.send().statusCode(422).body(containsString("Something is still missing"));
    }

    @Test
    void growsRowByRowAndLosesTheEmptyAndTheTicked() {
        var forms = TestForms.invited();
        var first = new HashMap<>(Map.of("rows", "1", "row0-site", "A forum", "row0-name", "one", "then", "add"));
        forms.save("online", first).statusCode(303).header("Location", containsString("?add=yes#row1"));
        forms.browser().get(PARTS + "online?add=yes").body(containsString("Profile 2"));
        forms.save("online", Map.of("rows", "3", "row0-site", "A forum", "row0-name", "one", "row2-site", "A game"))
                .statusCode(303);
        forms.browser()
                .get(PARTS + "online")
                .body(allOf(containsString("Profile 2"), not(containsString("Profile 3")), containsString("A game")));
        forms.save("online", Map.of("rows", "2", "row0-site", "A forum", "row0-remove", "yes", "row1-site", "A game"))
                .statusCode(303);
        forms.browser()
                .get(PARTS + "online")
                .body(allOf(
                        not(containsString("A forum")), containsString("A game"), not(containsString("Profile 2"))));
    }

    @ParameterizedTest
    @CsvSource({
        "NAMES, birthDate-day, 31, is not a day of the calendar",
        "NAMES, birthDate-year, 2010, 'so from 5 May 2027 (vetting rule 16)'",
        "NAMES, remain, LIMITED_LEAVE, an application cannot proceed (vetting rule 17)",
        "NAMES, remain, KING, Choose one of the list",
        "NAMES, fullName, '\u202Efdp', turns the direction of writing",
        "ADDRESSES, row0-from-year, 2031, This day is in the future",
        "ADDRESSES, row1-to-year, 2012, This is before the first day",
        "PEOPLE, row0-birthDate-year, 2019, Leave out whoever is younger than 10 (vetting section 2.2)",
        "POLICE, none, yes, take this tick away"
    })
    void refusesWhatIsWrongBesideItsFieldAtOnce(FormPart part, String field, String value, String message) {
        var forms = TestForms.invited();
        var typed = new HashMap<>(TestForms.typed(part));
        typed.put(field, value);
        if (field.equals("birthDate-day")) typed.put("birthDate-month", "6");
        forms.save(part.slug(), typed)
                .statusCode(422)
                .body(containsString("There is a problem"))
                .body(containsString(message));
        assertTrue(
                Rows.of(() -> FormSheet.list("vettingCase.ref", forms.vetting().ref()))
                        .isEmpty());
    }

    /** Worked example E2, the part that is the form's: born on 22 November 2009. */
    @Test
    void e2_takesAnApplicationFromTheSeventeenthBirthday() {
        TestClock.set(LocalDate.of(2026, 11, 21));
        var forms = TestForms.invited();
        var typed = new HashMap<>(TestForms.typed(FormPart.NAMES));
        TestForms.day(typed, "birthDate", LocalDate.of(2009, 11, 22));
        typed.put("rows", "0");
        forms.save("names", typed).statusCode(422).body(containsString("vetting rule 16"));
        TestClock.set(LocalDate.of(2026, 11, 22));
        TestForms.invited().save("names", typed).statusCode(303);
    }

    /** Vetting rule 12: without a gap for the years of the level. */
    @Test
    void asksForAddressesWithoutAGapForTheYearsOfTheLevel() {
        var forms = TestForms.complete();
        var typed = new HashMap<>(TestForms.typed(FormPart.ADDRESSES));
        TestForms.day(typed, "row1-to", LocalDate.of(2024, 1, 10));
        forms.save("addresses", typed).statusCode(303);
        forms.browser()
                .get("/me/vetting/form/check")
                .body(containsString("No address from 11 January 2024 to 29 February 2024"));
        forms.send().statusCode(422);
    }

    /** Vetting rule 22. */
    @Test
    void asksSpecialConstablesForEverythingAndVolunteersForNothingProtected() {
        TestForms.invited()
                .browser()
                .get(PARTS + "police")
                .body(containsString("spent and protected cautions and convictions as well"));
        TestForms.invited("kent", People.support())
                .browser()
                .get(PARTS + "police")
                .body(allOf(
                        containsString("Leave out protected cautions and convictions"),
                        not(containsString("leaves nothing out"))));
    }

    /** Vetting section 2.2. */
    @Test
    void asksOfEachPersonNamedWhetherTheyWereTold() {
        var forms = TestForms.complete();
        var typed = new HashMap<>(TestForms.typed(FormPart.PEOPLE));
        typed.remove("row0-whyNot");
        typed.put("partner", "yes");
        forms.save("people", typed).statusCode(303);
        forms.browser()
                .get("/me/vetting/form/check")
                .body(allOf(containsString("Person 1: if not, why not"), containsString("Name your partner")));
    }

    @Test
    void ofTwoWindowsTheSecondSeesBoth() {
        var forms = TestForms.invited();
        var stamp = forms.stamp("work");
        forms.save("work", Map.of("occupation", "Bell founder")).statusCode(303);
        forms.browser()
                .post(PARTS + "work", Map.of("stamp", stamp, "occupation", "Librarian"))
                .statusCode(409)
                .body(allOf(
                        containsString("This part was saved after you opened it"),
                        containsString("Bell founder"),
                        containsString("value=\"Librarian\"")));
        forms.browser()
                .post(PARTS + "work", Map.of("stamp", stamp, "occupation", "Bell founder"))
                .statusCode(303);
        forms.save("work", Map.of("occupation", "Librarian")).statusCode(303);
    }

    @Test
    void ofTwoSavingsAtOnceOneIsKeptWhole() throws Exception {
        var forms = TestForms.invited();
        var stamp = forms.stamp("work");
        // the browser has its token before, so that the two do not fetch one each
        forms.browser().withToken();
        var pool = Executors.newFixedThreadPool(2);
        try {
            var saves = List.<Callable<Integer>>of(
                    () -> status(forms, stamp, "Bell founder"), () -> status(forms, stamp, "Librarian"));
            int both = 0;
            for (var answer : pool.invokeAll(saves)) both += answer.get();
            assertEquals(303 + 409, both);
        } finally {
            pool.shutdown();
        }
    }

    private static int status(TestForms forms, String stamp, String occupation) {
        return forms.browser()
                .post(PARTS + "work", Map.of("stamp", stamp, "occupation", occupation))
                .extract()
                .statusCode();
    }

    @Test
    void isSentOnceAndThenOnlyRead() {
        var forms = TestForms.complete();
        ValidHtml.assertValid(forms.browser()
                .get("/me/vetting/form/check")
                .statusCode(200)
                .body(allOf(
                        not(containsString("Still missing")),
                        containsString("treble7"),
                        containsString("Resident since 1 January 2015: 3 years are met")))
                .extract()
                .asString());
        forms.browser()
                .post("/me/vetting/form/check", Map.of())
                .statusCode(422)
                .body(containsString("Tick the box to declare"));
        forms.send().statusCode(303).header("Location", containsString("/me/vetting"));
        assertEquals(CaseState.SUBMITTED, (CaseState) forms.vetting().read(c -> c.state));
        forms.browser().get("/me/vetting/form").statusCode(303);
        forms.browser()
                .post(PARTS + "work", Map.of("occupation", "Another"))
                .statusCode(303)
                .header("Location", containsString("/me/vetting"));
        ValidHtml.assertValid(forms.browser()
                .get("/me/vetting/cases/" + forms.vetting().ref() + "/form")
                .statusCode(200)
                .body(allOf(containsString("kestrel"), containsString("Librarian")))
                .extract()
                .asString());
        var pdf = forms.browser()
                .get("/me/vetting/cases/" + forms.vetting().ref() + "/form.pdf")
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .asByteArray();
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
    }

    @Test
    void isSealedInTheDatabase() {
        var forms = TestForms.complete();
        for (var sheet : Rows.of(() ->
                FormSheet.<FormSheet>list("vettingCase.ref", forms.vetting().ref()))) {
            var bytes = new String(sheet.sealed, StandardCharsets.UTF_8);
            assertFalse(bytes.contains("kestrel") || bytes.contains("treble7") || bytes.contains("rows"), "in clear");
        }
    }

    @Test
    void cannotBeWrittenOnceTheInvitationHasRunOut() {
        var written = TestForms.complete();
        TestClock.set(TestClock.TODAY.plusDays(21));
        var forms = written.signedInAgain();
        forms.browser().get("/me/vetting/form").statusCode(303);
        forms.send().statusCode(303);
        assertEquals(CaseState.INVITED, (CaseState) forms.vetting().read(c -> c.state));
        forms.browser().get("/me/vetting").body(containsString("Your invitation ran out on 6 July 2026"));
    }

    @Test
    void isReadByTheCaseTeamOnceSentAndByNobodyElse() {
        var forms = TestForms.complete();
        var page = "/vetting-cases/" + forms.vetting().ref() + "/form";
        var officer = As.role(Role.VETTING_OFFICER, "kent");
        officer.get(page)
                .statusCode(200)
                .body(allOf(containsString("The form has not come yet"), not(containsString("kestrel"))));
        forms.send().statusCode(303);
        ValidHtml.assertValid(officer.get(page)
                .statusCode(200)
                .body(allOf(
                        containsString("kestrel"),
                        containsString("We have not spoken for years"),
                        containsString("Resident since 1 January 2015")))
                .extract()
                .asString());
        assertTrue(Rows.trail("kent", forms.person().ref).contains("vetting case read"));
        As.role(Role.VETTING_OFFICER, "gwent").get(page).statusCode(404);
        As.role(Role.APPEALS_CHAIR, "kent").get(page).statusCode(404);
        As.coordinatorOf("kent").get(page).statusCode(403);
        As.role(Role.VETTING_OFFICER, "kent")
                .and(Role.COORDINATOR, "kent")
                .get(page)
                .statusCode(404);
        forms.browser().get(page).statusCode(403);
    }

    @Test
    void givesTheResidenceBesideItsCheck() {
        var forms = TestForms.sent();
        for (var code : List.of("C1", "C2")) forms.vetting().check(code, CheckResult.CLEAR, TestCases.officer());
        forms.vetting()
                .does(c -> c.authenticate(TestCases.officer(), TestCases.clock()))
                .does(c -> c.beginChecks(CheckSettings.of(c.force), TestCases.officer(), TestCases.clock()));
        ValidHtml.assertValid(As.role(Role.VETTING_OFFICER, "kent")
                .get("/vetting-cases/" + forms.vetting().ref() + "/checks/C3")
                .statusCode(200)
                .body(containsString("Resident since 1 January 2015: 3 years are met"))
                .extract()
                .asString());
    }

    @Test
    void comesBackWithWhatIsMissingAndKeepsWhatWasSentFirst() {
        var forms = TestForms.sent();
        forms.vetting()
                .does(c -> c.returnForm(
                        "The second profile is missing",
                        TestCases.officer(),
                        TestCases.compartment(),
                        TestCases.clock()));
        forms.browser().get("/me/vetting/form").body(containsString("The second profile is missing"));
        forms.save("online", Map.of("rows", "1", "row0-site", "A game", "row0-name", "tenor12"))
                .statusCode(303);
        var page = "/vetting-cases/" + forms.vetting().ref() + "/form";
        var officer = As.role(Role.VETTING_OFFICER, "kent");
        officer.get(page).body(allOf(containsString("treble7"), not(containsString("tenor12"))));
        forms.send().statusCode(303);
        officer.get(page)
                .body(allOf(
                        containsString("tenor12"), containsString("treble7"), containsString("As it was sent first")));
    }
}
