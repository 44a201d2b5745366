package org.attest.recruitment;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.force.Reference;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The form for somebody who is new to the force, gate by gate. */
@QuarkusTest
class AddingSomebodyTest {

    private static final String FORM = "/forces/kent/volunteers/new";

    private static Map<String, Object> answers() {
        var form = new HashMap<String, Object>();
        form.put("fullName", "Aoife " + Reference.random());
        form.put("appointmentType", "SPECIAL_CONSTABLE");
        form.put("email", Reference.random() + "@people.example");
        form.put("phone", "01622 " + System.nanoTime() % 100_000_000);
        form.put("birthDate-day", "5");
        form.put("birthDate-month", "May");
        form.put("birthDate-year", "1990");
        form.put("appliedOn-day", "1");
        form.put("appliedOn-month", "6");
        form.put("appliedOn-year", "2026");
        form.put("adjustments", "Large print\r\nA seat near the door");
        return form;
    }

    private static Map<String, Object> answers(String field, String value) {
        var form = answers();
        form.put(field, value);
        return form;
    }

    @Test
    void sendsAStrangerToSignIn() {
        As.stranger().get(FORM).statusCode(303);
        As.stranger().post(FORM, answers()).statusCode(303);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VETTING_OFFICER", "VETTING_MANAGER", "SUPERVISOR", "WELFARE_OFFICER", "INSPECTOR", "FORCE_LEAD"})
    void isNotForRolesThatDoNotManagePeople(Role role) {
        As.role(role, "kent").get(FORM).statusCode(403);
        As.role(role, "kent").post(FORM, answers()).statusCode(403);
    }

    @Test
    void ofAnotherForceIsNotFound() {
        As.coordinatorOf("gwent").get(FORM).statusCode(404);
        As.coordinatorOf("gwent").post(FORM, answers()).statusCode(404);
    }

    @Test
    void addsAnApplicantWithTheFirstRowOfTheirHistory() {
        var form = answers();
        var location = As.coordinatorOf("kent")
                .post(FORM, form)
                .statusCode(303)
                .extract()
                .header("Location");
        var ref = location.substring(location.lastIndexOf('/') + 1);
        Rows.in(() -> {
            var person = Volunteer.byRef(ref).orElseThrow();
            assertEquals(form.get("fullName"), person.fullName);
            assertEquals(Stage.APPLIED, person.stage);
            assertEquals(LocalDate.of(2026, 6, 1), person.appliedOn);
            assertEquals("Large print\nA seat near the door", person.adjustments);
            assertEquals(form.get("email").toString().toLowerCase(), person.email);
            assertEquals(1, StageChange.of(person).size());
            assertEquals("kent", person.force.slug);
        });
        assertTrue(Rows.trail("kent", ref).contains("person entered"));
        As.coordinatorOf("kent").get("/forces/kent/volunteers?q=" + ref).body(containsString(ref));
    }

    @Test
    void addsAnEnquiryWhenThereIsNoApplicationDay() {
        var form = answers();
        form.keySet().removeIf(field -> field.startsWith("appliedOn"));
        var location = As.coordinatorOf("kent")
                .post(FORM, form)
                .statusCode(303)
                .extract()
                .header("Location");
        Rows.in(() -> assertEquals(
                Stage.ENQUIRY,
                Volunteer.byRef(location.substring(location.lastIndexOf('/') + 1))
                        .orElseThrow()
                        .stage));
    }

    @ParameterizedTest
    @CsvSource({
        "fullName, '', Enter the full name",
        "fullName, '\u202Efdp.exe', turns the direction of writing",
        "birthDate-day, 31, is not a day of the calendar",
        "birthDate-year, 1890, between 1900 and 2200",
        "birthDate-year, 2010, 'Applications are accepted from the age of 17: for this birth date from 5 May 2027 (vetting rule 16)'",
        "email, ada, Enter an email address such as",
        "phone, none, Enter a telephone number with its digits",
        "appointmentType, KING, Choose in which capacity",
        "appliedOn-year, 2027, The application day is in the future",
        "cohort, NOSUCHCOHORT, Choose a cohort of the list",
        "emergencyName, 'A\u0007', hidden control character"
    })
    void refusesWhatIsWrongBesideItsFieldAndKeepsWhatWasTyped(String field, String value, String message) {
        var form = answers(field, value);
        form.put("knownAs", "Kept as typed");
        if (field.equals("birthDate-day")) form.put("birthDate-month", "June");
        As.coordinatorOf("kent")
                .post(FORM, form)
                .statusCode(422)
                .body(containsString("There is a problem"))
                .body(containsString(message))
                .body(containsString("Kept as typed"))
                .body(containsString("<title>Check your answers: Add an applicant"));
        Rows.in(() -> assertEquals(
                0, Volunteer.count("email", form.get("email").toString().toLowerCase())));
    }

    @Test
    void refusesWhatIsTooLong() {
        As.coordinatorOf("kent")
                .post(FORM, answers("fullName", "x".repeat(20_000)))
                .statusCode(422)
                .body(containsString("Use 200 characters or fewer"));
    }

    @Test
    void refusesAnAddressThatSomebodyHasInOtherCase() {
        var taken = Reference.random() + "@people.example";
        People.special().withEmail(taken).saved();
        As.coordinatorOf("kent")
                .post(FORM, answers("email", taken.toUpperCase()))
                .statusCode(422)
                .body(containsString("Somebody in the force has this email address already"));
    }

    @Test
    void asksForATickWhenSomebodyOfThatNameIsHere() {
        var here = People.special()
                .named("Zoë " + Reference.random())
                .born(LocalDate.of(1990, 5, 5))
                .saved();
        var kent = As.coordinatorOf("kent");
        var form = answers("fullName", here.fullName.toUpperCase());
        kent.post(FORM, form)
                .statusCode(422)
                .body(allOf(containsString("Looks like somebody who is here already"), containsString(here.ref)));
        form.put("another", "yes");
        kent.post(FORM, form).statusCode(303);
        // another birth date is another person
        kent.post(FORM, answers("fullName", "Someone else")).statusCode(303);
    }

    @Test
    void sendsADoubleSubmitBack() {
        var form = answers();
        form.remove("email");
        var kent = As.coordinatorOf("kent");
        kent.post(FORM, form).statusCode(303);
        kent.post(FORM, form).statusCode(422).body(containsString("This may be somebody who is here already"));
    }

    @Test
    void showsMarkupAsTyped() {
        var kent = As.coordinatorOf("kent");
        var marker = Reference.random();
        var form = answers("fullName", "<img src=x onerror=alert(1)> {#if} " + marker);
        var location = kent.post(FORM, form).statusCode(303).extract().header("Location");
        kent.get(location.substring(location.indexOf("/volunteers")) + "/details")
                .statusCode(200)
                .body(not(containsString("<img src=x")))
                .body(containsString("&lt;img src=x onerror=alert(1)&gt; {#if} " + marker));
    }

    /** Vetting rule 16: a force may ask for 18. */
    @Test
    void asksForEighteenWhereTheForceSaysSo() {
        var coordinator = As.coordinatorOf("cumbria");
        coordinator.post("/forces/cumbria/joining-age", Map.of("years", "16")).statusCode(422);
        coordinator.post("/forces/cumbria/joining-age", Map.of("years", "18")).statusCode(303);
        var form = answers("birthDate-year", "2009");
        coordinator
                .post("/forces/cumbria/volunteers/new", form)
                .statusCode(422)
                .body(containsString("from the age of 18: for this birth date from 5 May 2027"));
        As.coordinatorOf("kent").post(FORM, form).statusCode(303);
        As.role(Role.SUPERVISOR, "cumbria").get("/forces/cumbria/joining-age").statusCode(403);
        As.coordinatorOf("kent").get("/forces/cumbria/joining-age").statusCode(404);
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgAddingSomebodyTest extends AddingSomebodyTest {}
