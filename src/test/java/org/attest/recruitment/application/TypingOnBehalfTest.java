package org.attest.recruitment.application;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application typed on somebody's behalf: consents and the declaration stay theirs (features row 3). */
@QuarkusTest
class TypingOnBehalfTest {

    private static Volunteer enquirer() {
        return People.special().inStage(Stage.ENQUIRY).saved();
    }

    private static String of(Volunteer person) {
        return "/volunteers/" + person.ref + "/application";
    }

    private static void type(As coordinator, Volunteer person, String section) {
        var path = of(person) + "/sections/" + section;
        var form = new HashMap<>(Evening.typed(section));
        form.put(
                "stamp",
                Evening.stampOn(coordinator.get(path).statusCode(200).extract().asString()));
        coordinator.post(path, form).statusCode(303);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VETTING_OFFICER", "SUPERVISOR", "ASSESSOR", "WELFARE_OFFICER", "FORCE_LEAD"})
    void isForTheCoordinatorOnly(Role role) {
        var person = enquirer();
        As.role(role, "kent").get(of(person)).statusCode(403);
        As.role(role, "kent").get("/volunteers/" + person.ref + "/references").statusCode(403);
        As.coordinatorOf("gwent").get(of(person)).statusCode(404);
        As.stranger().get(of(person)).statusCode(303);
    }

    @Test
    void showsWhoTypedEveryAnswer() {
        var person = enquirer();
        var priya = As.coordinatorOf("kent");
        ValidHtml.assertValid(priya.get(of(person))
                .statusCode(200)
                .body(containsString("There is no application yet"))
                .extract()
                .asString());
        priya.post(of(person), Map.of()).statusCode(303);
        type(priya, person, "why");
        ValidHtml.assertValid(priya.get(of(person))
                .statusCode(200)
                .body(containsString("I mend what others break."))
                .body(containsString("Typed by " + priya.name()))
                .extract()
                .asString());
        ValidHtml.assertValid(priya.get(of(person) + "/sections/why")
                .body(containsString("Who typed it"))
                .extract()
                .asString());
    }

    @Test
    void givesNobodyAPageForTheConsents() {
        var person = enquirer();
        var priya = As.coordinatorOf("kent");
        priya.post(of(person), Map.of()).statusCode(303);
        priya.get(of(person) + "/sections/consents").statusCode(404);
        priya.post(of(person) + "/sections/consents", Evening.typed("consents")).statusCode(404);
        priya.get(of(person)).body(containsString("Only the applicant can give them"));
        assertNull(Rows.of(() -> Answers.of(Application.newest(person).orElseThrow()))
                .text(Question.CONSENT_VETTING));
    }

    /** Nobody goes on before the applicant has agreed in their own account. */
    @Test
    void clearsNobodyBeforeTheApplicantAgreed() {
        var person = People.special().eligible().saved();
        var priya = As.coordinatorOf("kent");
        priya.post(of(person), Map.of()).statusCode(303);
        var form = new HashMap<String, Object>();
        form.put("to", "INTERVIEW");
        form.put("was", "APPLIED");
        form.put("onDay-day", "16");
        form.put("onDay-month", "6");
        form.put("onDay-year", "2026");
        priya.post("/volunteers/" + person.ref + "/stage", form)
                .statusCode(422)
                .body(containsString("It is still being written"));
        assertEquals(Stage.APPLIED, Rows.of(() -> Volunteer.byRef(person.ref).orElseThrow().stage));
    }

    @Test
    void isReadAgreedAndSentByTheApplicant() {
        var me = As.role(Role.APPLICANT, "kent");
        var person = People.special()
                .inStage(Stage.ENQUIRY)
                .withAccount(me.accountId())
                .saved();
        var priya = As.coordinatorOf("kent");
        priya.post(of(person), Map.of()).statusCode(303);
        for (var section : List.of("about", "contact", "eligibility", "why")) type(priya, person, section);
        priya.post("/volunteers/" + person.ref + "/skills", Evening.skill()).statusCode(303);
        for (int i = 0; i < 2; i++) {
            priya.post("/volunteers/" + person.ref + "/references", Evening.referee())
                    .statusCode(303);
        }
        priya.get(of(person)).body(containsString("Everything you can type is there"));
        priya.post(of(person) + "/asking", Map.of()).statusCode(303);
        me.get("/me/application").statusCode(200).body(containsString(priya.name() + " typed some of it for you"));
        me.post("/me/application/check", Map.of("declaration", "yes"))
                .statusCode(422)
                .body(containsString("Something is missing. Your consents"));
        new Evening(me, person).save("consents", Evening.typed("consents")).statusCode(303);
        me.post("/me/application/check", Map.of("declaration", "yes")).statusCode(303);
        assertEquals(Stage.APPLIED, Rows.of(() -> Volunteer.byRef(person.ref).orElseThrow().stage));
        ValidHtml.assertValid(priya.get(of(person))
                .body(containsString("Declared true and sent on"))
                .body(not(containsString("/sections/")))
                .extract()
                .asString());
    }

    @Test
    void isRefusedForWhoIsBeyondApplying() {
        var person = People.special().inStage(Stage.VETTING).saved();
        As.coordinatorOf("kent").post(of(person), Map.of()).statusCode(422);
        assertFalse(Rows.of(() -> Application.newest(person)).isPresent());
    }
}
