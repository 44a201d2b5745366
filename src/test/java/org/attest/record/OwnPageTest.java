package org.attest.record;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.security.Role;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;

/** A volunteer's own page. */
@QuarkusTest
class OwnPageTest {

    @Test
    void isForVolunteersAndApplicants() {
        As.stranger().get("/me").statusCode(303).header("Location", containsString("/sign-in"));
        As.coordinatorOf("kent").get("/me").statusCode(403);
        As.coordinatorOf("kent").get("/me/views").statusCode(403);
    }

    @Test
    void speaksToThePersonAndNamesWhomToAsk() {
        var priya = As.coordinatorOf("gwent");
        var me = As.role(Role.VOLUNTEER, "gwent");
        People.deployable()
                .in("gwent")
                .knownAs("Xin")
                .withAccount(me.accountId())
                .saved();
        var page = me.get("/me")
                .statusCode(200)
                .body(containsString("Hello Xin"))
                .body(containsString("You can go on duty today"))
                .body(containsString(priya.name()))
                .body(containsString("What others see of you"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
    }

    /** On hold, the person knows why, and sees what others read instead. */
    @Test
    void worksOnHoldAndTellsTheCause() {
        var me = As.role(Role.VOLUNTEER, "kent");
        People.deployable()
                .withAccount(me.accountId())
                .onHold(HoldCause.WELFARE, TestClock.TODAY.minusDays(5), TestClock.TODAY.plusDays(10))
                .saved();
        var page = me.get("/me")
                .statusCode(200)
                .body(containsString("You cannot go on duty today"))
                .body(containsString("You are resting from live work"))
                .body(containsString("“Not available. Reviewed by 26 June 2026.”"))
                .body(not(containsString("A note of this test")))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
    }

    @Test
    void tellsAnApplicantWhereTheyAre() {
        var me = As.role(Role.APPLICANT, "kent");
        People.special().inStage(Stage.VETTING).withAccount(me.accountId()).saved();
        var page = me.get("/me")
                .statusCode(200)
                .body(containsString("You are at the stage vetting."))
                .body(containsString("where you are now"))
                .body(containsString("Attestation"))
                .body(not(containsString("attest-verdict--unmet")))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
    }

    /** Features row 7: who acts next, what they do, by when, and what waits for oneself. */
    @Test
    void tellsAnApplicantWhatHappensNextAndWhen() {
        var me = As.role(Role.APPLICANT, "kent");
        People.special()
                .inStage(Stage.INTERVIEW, TestClock.TODAY.minusDays(3))
                .withAccount(me.accountId())
                .saved();
        me.get("/me")
                .statusCode(200)
                .body(containsString("What happens next"))
                .body(containsString("The coordinator of Kent Police:"))
                .body(containsString("by about"))
                .body(containsString("Nothing waits for you now"))
                .body(containsString("Nothing you have not read."))
                .body(containsString("href=\"/notices\""));
        var enquirer = As.role(Role.APPLICANT, "kent");
        People.special()
                .inStage(Stage.ENQUIRY)
                .withAccount(enquirer.accountId())
                .saved();
        enquirer.get("/me")
                .body(containsString("Your tasks"))
                .body(containsString("href=\"/me/application\""))
                .body(containsString("Begin your application"));
        enquirer.post("/me/application", java.util.Map.of()).statusCode(303);
        ValidHtml.assertValid(enquirer.get("/me")
                .body(containsString("Go on with your application"))
                .body(containsString("There is no deadline"))
                .extract()
                .asString());
    }

    @Test
    void isHonestWithoutARecord() {
        var me = As.role(Role.VOLUNTEER, "kent");
        var page = me.get("/me")
                .statusCode(200)
                .body(containsString("No record belongs to this account"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
        me.get("/me/views").statusCode(404);
    }

    @Test
    void saysWhoHasLookedAtTheRecord() {
        var me = As.role(Role.VOLUNTEER, "kent");
        var person = People.deployable().withAccount(me.accountId()).saved();
        me.get("/me").body(containsString("nobody else in the last 30 days"));
        var looker = As.role(Role.SUPERVISOR, "kent");
        looker.get("/volunteers/" + person.ref).statusCode(200);
        looker.get("/volunteers/" + person.ref + "/profile").statusCode(200);
        me.get("/me").body(containsString("1 person in the last 30 days"));
        var page = me.get("/me/views")
                .statusCode(200)
                .body(containsString(looker.name()))
                .body(containsString("supervisor"))
                .body(not(containsString("<th scope=\"row\" class=\"govuk-table__header\">" + me.name())))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgOwnPageTest extends OwnPageTest {}
