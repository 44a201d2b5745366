package org.attest.recruitment.application;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.attest.As;
import org.attest.recruitment.Rows;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What anybody may read about joining a force, without an account. */
@QuarkusTest
class PublicPagesOfAForceTest {

    private static final String CHECK = "/apply/kent/eligibility";

    private static Map<String, Object> answers() {
        var form = new HashMap<String, Object>();
        form.put("birthDate-day", "5");
        form.put("birthDate-month", "May");
        form.put("birthDate-year", "1990");
        form.put("rightToRemain", "UK_OR_EEA_NATIONAL");
        form.put("residentSince-day", "5");
        form.put("residentSince-month", "5");
        form.put("residentSince-year", "1990");
        form.put("longAbroad", "no");
        form.put("occupation", "Librarian");
        form.put("hours", "yes");
        form.put("politics", "no");
        return form;
    }

    @Test
    void chooseAForce() {
        var page = As.stranger()
                .get("/apply")
                .statusCode(200)
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("href=\"/apply/kent\""))
                .body(containsString("href=\"/apply/police-scotland\""))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
    }

    @Test
    void sayWhatTheRoleIsWhoMayJoinAndHowLongItTakes() {
        var page = As.stranger()
                .get("/apply/kent")
                .statusCode(200)
                .body(containsString("What the role is"))
                .body(containsString("From the age of 17"))
                .body(containsString("16 hours a month"))
                .body(containsString("What happens next, and how long it takes"))
                .body(containsString("Whom to ask"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
    }

    @Test
    void anUnknownForceIsNotFound() {
        for (var path : new String[] {"/apply/atlantis", "/apply/atlantis/eligibility"}) {
            As.stranger().get(path).statusCode(404).body(containsString("Page not found"));
        }
        As.stranger().post("/apply/atlantis/eligibility", answers()).statusCode(404);
    }

    @Test
    void theCheckSaysYesAndStoresNothing() {
        long before = Rows.of(() -> Volunteer.count() + Eligibility.count());
        var page = As.stranger()
                .post(CHECK, answers())
                .statusCode(200)
                .body(containsString("You can apply now"))
                .body(containsString("vetting rule 16"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
        assertEquals(before, Rows.of(() -> Volunteer.count() + Eligibility.count()));
    }

    @ParameterizedTest
    @CsvSource({
        "birthDate-year, 2010, 'You can apply from 5 May 2027'",
        "rightToRemain, LIMITED_LEAVE, leave to enter or remain without limit",
        "residentSince-year, 2024, 'You can apply from 5 May 2027'",
        "longAbroad, yes, certificate of good conduct",
        "occupation, Magistrate, list of those normally barred",
        "occupation, nurse, permission of your employer",
        "hours, no, when you can give 16 hours",
        "politics, yes, no longer take an active part"
    })
    void theCheckNamesTheRuleAndWhatWouldChangeTheAnswer(String field, String value, String words) {
        var form = answers();
        form.put(field, value);
        ValidHtml.assertValid(As.stranger()
                .post(CHECK, form)
                .statusCode(200)
                .body(containsString(words))
                .body(not(containsString("<h1 class=\"govuk-heading-l attest-over\">You can apply now</h1>")))
                .extract()
                .asString());
    }

    @Test
    void theCheckAsksEveryQuestion() {
        var page = As.stranger()
                .post(CHECK, Map.of("occupation", "Librarian"))
                .statusCode(422)
                .body(containsString("Enter the birth date"))
                .body(containsString("Choose yes or no"))
                .body(containsString("Librarian"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
        var form = answers();
        form.put("birthDate-year", "2030");
        As.stranger().post(CHECK, form).statusCode(422).body(containsString("The birth date is in the future"));
    }

    /** Vetting rule 16: a force may ask for 18, and its page says so. */
    @Test
    void theForcesOwnAgeIsAskedFor() {
        As.coordinatorOf("surrey")
                .post("/forces/surrey/joining-age", Map.of("years", "18"))
                .statusCode(303);
        As.stranger().get("/apply/surrey").body(containsString("From the age of 18"));
        var form = answers();
        form.put("birthDate-year", "2009");
        As.stranger()
                .post("/apply/surrey/eligibility", form)
                .statusCode(200)
                .body(containsString("You can apply from 5 May 2027, your 18th birthday"));
        As.stranger().post(CHECK, form).statusCode(200).body(containsString("You can apply now"));
    }

    @Test
    void sayWhatTheForceAddsAndWhetherItTakesApplications() {
        var coordinator = As.coordinatorOf("sussex");
        var path = "/forces/sussex/joining-page";
        ValidHtml.assertValid(coordinator.get(path).statusCode(200).extract().asString());
        coordinator
                .post(
                        path,
                        Map.of("takes", "yes", "words", "We look for <patience>.", "contact", "digital@sussex.example"))
                .statusCode(303);
        As.stranger()
                .get("/apply/sussex")
                .body(containsString("We look for &lt;patience&gt;."))
                .body(containsString("digital@sussex.example"))
                .body(containsString("Start an application"));
        coordinator.post(path, Map.of("takes", "no")).statusCode(303);
        ValidHtml.assertValid(As.stranger()
                .get("/apply/sussex")
                .body(containsString("takes no applications at the moment"))
                .body(not(containsString("Start an application")))
                .extract()
                .asString());
        As.stranger().get("/apply/sussex/start").statusCode(303);
        As.stranger()
                .post("/apply/sussex/start", Map.of("fullName", "Late Comer", "email", "late@strangers.example"))
                .statusCode(303);
        ValidHtml.assertValid(
                coordinator.post(path, Map.of()).statusCode(422).extract().asString());
        As.coordinatorOf("kent").get(path).statusCode(404);
    }

    @Test
    void theyLookTheSameToWhoeverIsSignedIn() {
        As.coordinatorOf("gwent").get("/apply/kent").statusCode(200);
        assertEquals(
                As.withoutToken(As.stranger().get(CHECK).extract().asString()),
                As.withoutToken(As.stranger()
                        .get(CHECK)
                        .statusCode(equalTo(200))
                        .extract()
                        .asString()));
    }
}
