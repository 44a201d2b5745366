package org.attest.recruitment.application;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.KeyChange;
import org.attest.volunteer.KeyField;
import org.attest.volunteer.People;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An application over several evenings, and its sending (features rows 1, 3 and 7). */
@QuarkusTest
class WritingAnApplicationTest {

    private static Answers answersOf(Volunteer person) {
        return Rows.of(() -> Answers.of(Application.newest(person).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/me/application",
                "/me/application/sections/about",
                "/me/application/check",
                "/me/skills",
                "/me/referees"
            })
    void isForApplicantsAndVolunteersOnly(String path) {
        As.stranger().get(path).statusCode(303).header("Location", containsString("/sign-in"));
        As.coordinatorOf("kent").get(path).statusCode(403);
    }

    @Test
    void isAListOfTasksThatSaysWhatHappensNext() {
        var evening = Evening.begun();
        var page = evening.browser()
                .get("/me/application")
                .statusCode(200)
                .body(containsString("About you"))
                .body(containsString("Digital skills"))
                .body(containsString("What happens next"))
                .body(containsString("There is no deadline"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
        for (var section : List.of("about", "contact", "eligibility", "why", "consents")) {
            ValidHtml.assertValid(evening.browser()
                    .get("/me/application/sections/" + section)
                    .statusCode(200)
                    .body(containsString("What happens next"))
                    .extract()
                    .asString());
        }
        evening.browser().get("/me/application/sections/nothing").statusCode(404);
    }

    /** Saved one by one, with gaps, and returned to. */
    @Test
    void keepsWhatWasSavedUntilAnotherEvening() {
        var evening = Evening.begun();
        evening.save("why", Map.of("why", "Because.", "hours", "")).statusCode(303);
        evening.browser().get("/me/application").body(containsString("Open: hours in a usual month"));
        evening.browser().get("/me/application/sections/why").body(containsString("Because."));
        assertTrue(Rows.trail("kent", evening.person().ref).contains("application written"));
        // saved again with nothing different: no deed
        int deeds = Rows.trail("kent", evening.person().ref).size();
        evening.browser().get("/me/application");
        evening.save("why", Map.of("why", "Because.", "hours", "")).statusCode(303);
        assertEquals(
                1,
                Rows.trail("kent", evening.person().ref).stream()
                        .filter("application written"::equals)
                        .count(),
                "of " + deeds);
    }

    @ParameterizedTest
    @CsvSource({
        "about, fullName, '', Enter the full name",
        "about, birthDate-day, 31, is not a day of the calendar",
        "about, birthDate-year, 2010, 'from 5 May 2027 (vetting rule 16)'",
        "about, knownAs, '\u202Efdp', turns the direction of writing",
        "contact, phone, none, Enter a telephone number with its digits",
        "eligibility, residentSince-year, 2030, The first day of residence is in the future",
        "eligibility, rightToRemain, KING, Choose what applies to you",
        "why, hours, 12, 'The role needs at least 16 hours in a usual month (vetting section 6)'",
        "why, hours, many, Enter the hours as a number"
    })
    void refusesWhatIsWrongBesideItsFieldBeforeItIsSent(String section, String field, String value, String message) {
        var evening = Evening.begun();
        var form = new HashMap<>(Evening.typed(section));
        form.put(field, value);
        if (field.equals("birthDate-day")) form.put("birthDate-month", "6");
        ValidHtml.assertValid(evening.save(section, form)
                .statusCode(422)
                .body(containsString("There is a problem"))
                .body(containsString(message))
                .extract()
                .asString());
    }

    /** Somebody saved first: both values are shown and nothing is lost. */
    @Test
    void showsBothValuesWhereSomebodySavedFirst() {
        var evening = Evening.begun();
        var stamp = evening.stamp("why");
        evening.save("why", Map.of("why", "First words", "hours", "20")).statusCode(303);
        var page = evening.browser()
                .post("/me/application/sections/why", Map.of("why", "Second words", "hours", "20", "stamp", stamp))
                .statusCode(409)
                .body(allOf(containsString("First words"), containsString("Second words")))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
        assertEquals("First words", answersOf(evening.person()).text(Question.WHY));
        evening.browser()
                .post(
                        "/me/application/sections/why",
                        Map.of("why", "Second words", "hours", "20", "stamp", Evening.stampOn(page)))
                .statusCode(303);
        assertEquals("Second words", answersOf(evening.person()).text(Question.WHY));
    }

    /** Ten people write at the same moment: everybody has their own words and nobody else's. */
    @Test
    void isNobodyElses() throws Exception {
        var evenings = IntStream.range(0, 10).mapToObj(i -> Evening.begun()).toList();
        var stamps = evenings.stream().map(e -> e.stamp("why")).toList();
        var pool = Executors.newFixedThreadPool(10);
        try {
            var saves = IntStream.range(0, 10)
                    .<Callable<Integer>>mapToObj(i -> () -> evenings.get(i)
                            .browser()
                            .post(
                                    "/me/application/sections/why",
                                    Map.of("why", "Words of number " + i, "hours", "2" + i, "stamp", stamps.get(i)))
                            .extract()
                            .statusCode())
                    .toList();
            for (var done : pool.invokeAll(saves)) assertEquals(303, done.get());
        } finally {
            pool.shutdown();
        }
        for (int i = 0; i < 10; i++) {
            var page = evenings.get(i)
                    .browser()
                    .get("/me/application/copy")
                    .statusCode(200)
                    .extract()
                    .asString();
            assertTrue(page.contains("Words of number " + i));
            for (int j = 0; j < 10; j++) {
                if (j != i) assertFalse(page.contains("Words of number " + j), j + " stands with " + i);
            }
        }
    }

    @Test
    void cannotBeSentWhileSomethingIsMissing() {
        var evening = Evening.begun();
        ValidHtml.assertValid(evening.browser()
                .get("/me/application/check")
                .statusCode(200)
                .body(containsString("Still missing"))
                .body(containsString("Referees: 0 of 2 named"))
                .body(not(containsString("Send my application")))
                .extract()
                .asString());
        evening.browser()
                .post("/me/application/check", Map.of("declaration", "yes"))
                .statusCode(422)
                .body(containsString("Something is missing"));
        assertEquals(
                Stage.ENQUIRY,
                Rows.of(() -> Volunteer.byRef(evening.person().ref).orElseThrow().stage));
    }

    @Test
    void needsTheDeclaration() {
        var evening = Evening.complete();
        ValidHtml.assertValid(evening.browser()
                .post("/me/application/check", Map.of())
                .statusCode(422)
                .body(containsString("Tick the box to declare that it is true"))
                .extract()
                .asString());
    }

    @Test
    void movesThePersonToAppliedWithWhatTheySaid() {
        var evening = Evening.sent();
        Rows.in(() -> {
            var person = Volunteer.byRef(evening.person().ref).orElseThrow();
            assertEquals(Stage.APPLIED, person.stage);
            assertEquals(TestClock.TODAY, person.appliedOn);
            assertEquals("Ngọc Ánh Featherstone", person.fullName);
            assertEquals("01622 555 0107", person.phone);
            assertEquals(LocalDate.of(1990, 5, 5), person.birthDate);
            var found = Eligibility.newest(person).orElseThrow();
            assertEquals(RightToRemain.UK_OR_EEA_NATIONAL, found.rightToRemain);
            assertEquals("Librarian", found.occupation);
            assertEquals(null, found.occupationFinding, "whether it conflicts is for the coordinator to find");
            assertEquals(2, ReferenceRequest.ofAll(Referee.of(person)).size());
        });
        var trail = Rows.trail("kent", evening.person().ref);
        assertTrue(trail.containsAll(
                List.of("details changed", "eligibility found", "stage moved", "application sent", "reference asked")));
    }

    @Test
    void isOnlyReadAfterItIsSent() {
        var evening = Evening.sent();
        var me = evening.browser();
        ValidHtml.assertValid(me.get("/me/application")
                .statusCode(200)
                .body(containsString("Your application has been sent"))
                .body(containsString("What happens next"))
                .extract()
                .asString());
        ValidHtml.assertValid(me.get("/me/application/copy")
                .statusCode(200)
                .body(containsString("declared true and sent on 16 June 2026"))
                .body(containsString("I mend what others break."))
                .body(not(containsString("/sections/")))
                .extract()
                .asString());
        me.get("/me/application/copy.pdf").statusCode(200).header("Content-Type", containsString("application/pdf"));
        me.get("/me/application/sections/why").statusCode(303);
        me.post("/me/application/sections/why", Map.of("why", "Other words")).statusCode(303);
        me.post("/me/referees", Evening.referee()).statusCode(303);
        me.post("/me/application/check", Map.of("declaration", "yes")).statusCode(303);
        assertEquals(
                "I mend what others break.\nAnd I have time.",
                answersOf(evening.person()).text(Question.WHY));
        ValidHtml.assertValid(me.get("/me/referees")
                .statusCode(200)
                .body(not(containsString("Name somebody")))
                .extract()
                .asString());
    }

    /** Two presses of the button at the same moment send it once. */
    @Test
    void isSentOnce() throws Exception {
        var evening = Evening.complete();
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> send = () -> evening.browser()
                    .post("/me/application/check", Map.of("declaration", "yes"))
                    .extract()
                    .statusCode();
            for (var done : pool.invokeAll(List.of(send, send))) assertTrue(done.get() < 500, "" + done.get());
        } finally {
            pool.shutdown();
        }
        assertEquals(
                1,
                Rows.trail("kent", evening.person().ref).stream()
                        .filter("application sent"::equals)
                        .count());
    }

    /** Who comes back writes another application; the one before stays what it was. */
    @Test
    void isWrittenAnewByWhoLeft() {
        var me = As.role(Role.APPLICANT, "kent");
        var person =
                People.special().inStage(Stage.LEFT).withAccount(me.accountId()).saved();
        me.get("/me/application").statusCode(200).body(containsString("Begin your application"));
        me.post("/me/application", Map.of()).statusCode(303);
        var evening = new Evening(me, person);
        for (var section : List.of("about", "contact", "eligibility", "why", "consents")) {
            evening.save(section, Evening.typed(section)).statusCode(303);
        }
        me.post("/me/skills", Evening.skill()).statusCode(303);
        me.post("/me/referees", Evening.referee()).statusCode(303);
        me.post("/me/referees", Evening.referee()).statusCode(303);
        me.post("/me/application/check", Map.of("declaration", "yes")).statusCode(303);
        assertEquals(Stage.APPLIED, Rows.of(() -> Volunteer.byRef(person.ref).orElseThrow().stage));
        As.coordinatorOf("kent")
                .get("/volunteers/" + person.ref + "/history")
                .body(containsString("Application sent"))
                .body(containsString("Reference asked for"))
                .body(not(containsString("I mend what others break")));
    }

    /** The record goes on while the application is written: what nobody typed in it takes nothing back. */
    @Test
    void leavesWhatChangedInTheRecordMeanwhile() {
        var me = As.role(Role.APPLICANT, "kent");
        var about = People.special()
                .withPhone("01622 555 0107")
                .withEmergencyContact("Ash", "01622 555 0110")
                .withAdjustments("A chair with arms");
        var evening = Evening.begun(me, about);
        Rows.in(() -> {
            var person = Volunteer.byRef(evening.person().ref).orElseThrow();
            person.phone = "01622 555 0199";
        });
        // the adjustments are cleared in the application, the telephone is left as it was copied
        evening.complete(Map.of("adjustments", ""));
        me.post("/me/application/check", Map.of("declaration", "yes")).statusCode(303);
        Rows.in(() -> {
            var person = Volunteer.byRef(evening.person().ref).orElseThrow();
            assertEquals(Stage.APPLIED, person.stage);
            assertEquals("01622 555 0199", person.phone);
            assertEquals("A chair with arms", person.adjustments);
        });
    }

    /** Another name and birth date than those that stand are asked of the coordinator. */
    @Test
    void asksTheCoordinatorAboutAnotherNameAndBirthDate() {
        var evening = Evening.begun();
        evening.complete(Map.of("fullName", "Somebody Else", "birthDate-year", "1991"));
        evening.browser()
                .post("/me/application/check", Map.of("declaration", "yes"))
                .statusCode(303);
        Rows.in(() -> {
            var person = Volunteer.byRef(evening.person().ref).orElseThrow();
            assertEquals(Stage.APPLIED, person.stage);
            assertEquals("Ngọc Ánh Featherstone", person.fullName);
            assertEquals(LocalDate.of(1990, 5, 5), person.birthDate);
            assertEquals(
                    Map.of(KeyField.FULL_NAME, "Somebody Else", KeyField.BIRTH_DATE, "1991-05-05"),
                    KeyChange.of(person).stream()
                            .filter(KeyChange::isOpen)
                            .collect(Collectors.toMap(k -> k.field, k -> k.wanted)));
        });
        ValidHtml.assertValid(evening.browser()
                .get("/me/application")
                .statusCode(200)
                .body(containsString("your coordinator is asked"))
                .extract()
                .asString());
    }

    @Test
    void waitsForItsDayAfterARefusal() {
        var me = As.role(Role.APPLICANT, "kent");
        var ref = People.refusedIn("kent", me.accountId());
        ValidHtml.assertValid(me.get("/me/application")
                .statusCode(200)
                .body(containsString("may apply again from 16 December 2026"))
                .body(not(containsString("Begin your application")))
                .extract()
                .asString());
        me.post("/me/application", Map.of()).statusCode(422);
        As.coordinatorOf("kent")
                .post("/volunteers/" + ref + "/application", Map.of())
                .statusCode(422)
                .body(containsString("may apply again from 16 December 2026"));
        ValidHtml.assertValid(me.get("/me")
                .statusCode(200)
                .body(containsString("did not accept your application"))
                .body(containsString("/me/refusal"))
                .body(containsString("You can apply again from 16 December 2026"))
                .body(not(containsString("Thank you for your service")))
                .extract()
                .asString());
    }

    /** Refused while it was being written: it cannot be sent before that day either. */
    @Test
    void isNotSentAfterARefusalBeforeItsDay() {
        var evening = Evening.complete();
        As.coordinatorOf("kent")
                .post(
                        "/volunteers/" + evening.person().ref + "/refusal",
                        Map.of("reason", "NO_PLACES", "confirmed", "yes"))
                .statusCode(303);
        evening.browser()
                .post("/me/application/check", Map.of("declaration", "yes"))
                .statusCode(422)
                .body(containsString("may apply again from"));
        assertEquals(
                Stage.LEFT, Rows.of(() -> Volunteer.byRef(evening.person().ref).orElseThrow().stage));
    }

    @Test
    void isHonestWhereThereIsNone() {
        var me = As.role(Role.APPLICANT, "kent");
        People.special().inStage(Stage.INTERVIEW).withAccount(me.accountId()).saved();
        ValidHtml.assertValid(me.get("/me/application")
                .statusCode(200)
                .body(containsString("took your application in another way"))
                .extract()
                .asString());
        me.get("/me/application/check").statusCode(303);
        As.role(Role.APPLICANT, "kent").get("/me/application").statusCode(303);
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgWritingAnApplicationTest extends WritingAnApplicationTest {}
