package org.attest.recruitment.application;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.notice.Message;
import org.attest.notice.Template;
import org.attest.recruitment.Rows;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** References: asked by mail with a link, counted when chased, replied once (features row 5). */
@QuarkusTest
class ReferencesTest {

    private static final Map<String, String> REPLY = Map.of(
            "knownFor", "OVER_THREE",
            "reliable", "YES",
            "discreet", "YES",
            "steady", "CANNOT_SAY",
            "recommended", "WITH_RESERVATIONS",
            "remarks", "A very private remark",
            "true", "yes");

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static String of(Volunteer person) {
        return "/volunteers/" + person.ref + "/references";
    }

    private static Referee first(Volunteer person) {
        return Rows.of(() -> Referee.of(person).get(0));
    }

    private static long mails(Referee referee, Template template) {
        return Rows.of(() -> Message.count("recipient = ?1 and template = ?2", referee.email, template));
    }

    @Test
    void areAskedForWhenTheApplicationIsSentAndNotBefore() {
        var evening = Evening.complete();
        assertEquals(0, mails(first(evening.person()), Template.REFERENCE_REQUEST));
        evening.browser()
                .post("/me/application/check", Map.of("declaration", "yes"))
                .statusCode(303);
        assertEquals(1, mails(first(evening.person()), Template.REFERENCE_REQUEST));
    }

    @Test
    void areChasedWithACountAndItsDays() {
        // a force whose coordinator has little else to do
        var person = Evening.sent("staffordshire").person();
        TestClock.set(TestClock.TODAY.plusDays(15));
        var priya = As.coordinatorOf("staffordshire");
        priya.get("/").body(containsString("Reference for Ngọc Ánh Featherstone"));
        priya.post(of(person) + "/asks", Map.of("referee", first(person).ref)).statusCode(303);
        ValidHtml.assertValid(priya.get(of(person))
                .statusCode(200)
                .body(containsString("Asked 2 times: 16 June 2026, 1 July 2026. No reply yet."))
                .extract()
                .asString());
        assertEquals(1, mails(first(person), Template.REFERENCE_CHASER));
    }

    @Test
    void areRepliedToOnceOverTheLink() {
        var person = Evening.sent().person();
        var link = TestLinks.reply(person);
        var referee = As.stranger();
        ValidHtml.assertValid(referee.get(link)
                .statusCode(200)
                .body(containsString("A reference for Ngọc Ánh Featherstone"))
                .extract()
                .asString());
        ValidHtml.assertValid(referee.post(link, Map.of("remarks", "Kept as typed"))
                .statusCode(422)
                .body(containsString("Choose how long"))
                .body(containsString("Kept as typed"))
                .extract()
                .asString());
        ValidHtml.assertValid(referee.post(link, REPLY)
                .statusCode(200)
                .body(containsString("Thank you"))
                .extract()
                .asString());
        referee.get(link).statusCode(404);
        ValidHtml.assertValid(referee.post(link, REPLY)
                .statusCode(404)
                .body(containsString("This link cannot be used"))
                .extract()
                .asString());
        assertTrue(Rows.trail("kent", person.ref).contains("reference replied"));
    }

    @Test
    void areReadByTheCoordinatorAndNeverByTheApplicant() {
        var evening = Evening.sent();
        As.stranger().post(TestLinks.reply(evening.person()), REPLY).statusCode(200);
        As.coordinatorOf("kent")
                .get(of(evening.person()))
                .body(containsString("A very private remark"))
                .body(containsString("Yes, with reservations"));
        for (var page : new String[] {"/me/referees", "/me/application", "/me/application/copy"}) {
            evening.browser().get(page).statusCode(200).body(not(containsString("A very private remark")));
        }
        evening.browser().get("/me/application").body(containsString("Has replied"));
    }

    @Test
    void areWrittenDownOnTheTelephone() {
        var person = Evening.sent().person();
        var priya = As.coordinatorOf("kent");
        var referee = first(person);
        ValidHtml.assertValid(priya.get(of(person) + "/reply?referee=" + referee.ref)
                .statusCode(200)
                .body(containsString("What " + referee.fullName + " says"))
                .extract()
                .asString());
        var form = new java.util.HashMap<>(REPLY);
        form.put("referee", referee.ref);
        priya.post(of(person) + "/reply", form).statusCode(303);
        priya.get(of(person)).body(containsString("written down on the telephone by " + priya.name()));
        As.stranger().get(TestLinks.reply(person)).statusCode(404);
    }

    @Test
    void doNotWorkForWhoIsNotAskedAnyMoreNorForEver() {
        var person = Evening.sent().person();
        var link = TestLinks.reply(person);
        As.coordinatorOf("kent")
                .post(of(person) + "/removals", Map.of("referee", first(person).ref))
                .statusCode(303);
        As.stranger().get(link).statusCode(404);
        var other = TestLinks.reply(person);
        As.stranger().get(other).statusCode(200);
        TestClock.set(TestClock.TODAY.plusDays(31));
        As.stranger().get(other).statusCode(404);
        As.stranger().get("/references/no-such-secret").statusCode(404);
    }

    @Test
    void areNotTheApplicantsOwn() {
        var evening = Evening.begun();
        var form = new java.util.HashMap<>(Evening.referee());
        form.put("email", evening.person().email.toUpperCase());
        evening.browser()
                .post("/me/referees", form)
                .statusCode(422)
                .body(containsString("This is the applicant’s own address"));
        form.put("email", "");
        evening.browser()
                .post("/me/referees", form)
                .statusCode(422)
                .body(containsString("Enter an email address or a telephone number"));
        var named = Evening.referee();
        evening.browser().post("/me/referees", named).statusCode(303);
        ValidHtml.assertValid(evening.browser()
                .post("/me/referees", named)
                .statusCode(422)
                .body(containsString("Somebody with this address is named already"))
                .extract()
                .asString());
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgReferencesTest extends ReferencesTest {}
