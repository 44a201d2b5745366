package org.attest;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attest.force.Everywhere;
import org.attest.recruitment.application.DigitalSkill;
import org.attest.recruitment.request.TestRequests;
import org.attest.security.Role;
import org.attest.training.TestAttempts;
import org.attest.training.TestShifts;
import org.attest.vetting.CaseState;
import org.attest.vetting.TestForms;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each page of one's own says what happens next, who does it and when: for applicants, in service, and after a refusal. */
@QuarkusTest
class NextOnEveryOwnPageTest {

    private static final Matcher<String> SAYS_WHAT_IS_NEXT = containsString("id=\"whatnext\"");

    /** Every page under {@code /me}; files are left out. */
    private static List<String> pages() {
        return Routes.all().stream()
                .filter(route -> route.equals("GET /me") || route.startsWith("GET /me/"))
                .map(route -> route.substring("GET ".length()))
                .filter(path -> !path.matches(".*\\.(pdf|json|ics)|.*/file"))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> forApplicants() {
        var me = As.role(Role.APPLICANT, "kent");
        var person = People.special()
                .inStage(Stage.ENQUIRY)
                .withAccount(me.accountId())
                .saved();
        me.post("/me/application", Map.of());
        return walk(me, person, List.of("/me/refusal"));
    }

    @TestFactory
    Stream<DynamicTest> inService() {
        var me = As.role(Role.VOLUNTEER, "kent");
        var person = People.deployable().withAccount(me.accountId()).saved();
        // the status has a next step of its own there, and nobody in service writes an application
        me.get("/me").body(containsString("Your next step"));
        var others = pages().stream()
                .filter(path -> path.startsWith("/me/application"))
                .toList();
        var without = new ArrayList<>(List.of("/me", "/me/refusal"));
        without.addAll(others);
        return walk(me, person, without);
    }

    /** Whether the page is of a vetting case or its form, and there without one no more than an address. */
    private static boolean ofACase(String path) {
        return path.startsWith("/me/vetting/");
    }

    @TestFactory
    Stream<DynamicTest> inVetting() {
        var writing = TestForms.invited();
        var asked = TestForms.invited();
        asked.vetting().upTo(CaseState.CHECKS).asked("Which regiment was it?");
        var refused = TestForms.invited();
        refused.vetting().upTo(CaseState.REFUSED);
        return pages().stream().filter(NextOnEveryOwnPageTest::ofACase).map(path -> {
            var forms = path.endsWith("/answer") ? asked : path.endsWith("/appeal") ? refused : writing;
            var address = path.replace("{part}", "names")
                    .replace("/cases/{ref}", "/cases/" + forms.vetting().ref());
            return DynamicTest.dynamicTest(path, () -> {
                assertTrue(!address.contains("{"), path + " is new: say here what its address is");
                forms.browser().get(address).statusCode(200).body(SAYS_WHAT_IS_NEXT);
            });
        });
    }

    /** Wherever the case stands, and where a form is refused. */
    @Test
    void inEachStateOfACase() {
        var states = Map.of(
                CaseState.INVITED, "Fill in the form and send it by 6 July 2026",
                CaseState.RETURNED, "clock stands until you send the form again",
                CaseState.CHECKS, "They mean to decide by 28 July 2026",
                CaseState.REFUSED, "You can appeal",
                CaseState.APPEALED, "No day is set for it",
                CaseState.GRANTED, "The clearance ends after");
        states.forEach((state, words) -> {
            var forms = TestForms.invited();
            forms.vetting().upTo(state);
            forms.browser().get("/me/vetting").body(SAYS_WHAT_IS_NEXT).body(containsString(words));
        });
        TestForms.invited()
                .browser()
                .post("/me/vetting/form/check", Map.of())
                .statusCode(422)
                .body(SAYS_WHAT_IS_NEXT);
    }

    /** Features row 7: what somebody is asked is their move, whoever else works on the application meanwhile. */
    @Test
    void namesThePersonWhileSomethingIsAskedOfThem() {
        var page = TestForms.invited()
                .browser()
                .get("/me/papers")
                .statusCode(200)
                .extract()
                .asString();
        var next = page.substring(page.indexOf("id=\"whatnext\""));
        assertTrue(next.contains("Your move") && next.contains("Fill in your vetting form"), next);
        assertTrue(next.contains("6 July 2026"), next);
    }

    @Test
    void afterARefusal() {
        var me = As.role(Role.APPLICANT, "kent");
        People.refusedIn("kent", me.accountId());
        for (var path : List.of("/me", "/me/refusal", "/me/papers", "/me/meetings")) {
            me.get(path).statusCode(200).body(SAYS_WHAT_IS_NEXT);
        }
    }

    private Stream<DynamicTest> walk(As me, Volunteer person, List<String> without) {
        me.post(
                        "/me/skills",
                        Map.of("area", "NETWORKS", "detail", "Routing", "level", "WORKING", "evidence", "Ten years"))
                .statusCode(303);
        var request = TestRequests.open(person);
        var attempt = TestAttempts.open(person, "DSC-101");
        var shift = TestShifts.signed(person);
        var skill = QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(
                        () -> DigitalSkill.of(Volunteer.byRef(person.ref).orElseThrow())
                                .get(0)
                                .ref));
        return pages().stream()
                .filter(path -> !without.contains(path) && !ofACase(path))
                .map(path -> {
                    var address = path.replace("/{code}/sections/{section}", "/DSC-101/sections/role")
                            .replace("{code}", "DSC-101")
                            .replace("{attempt}", attempt)
                            .replace("{position}", "1")
                            .replace("{section}", "about")
                            .replace("{field}", "FULL_NAME")
                            .replace("{skill}", skill)
                            .replace("/tutored-shifts/{shift}", "/tutored-shifts/" + shift.ref)
                            .replace("/requests/{ref}", "/requests/" + request.ref);
                    return DynamicTest.dynamicTest(path, () -> {
                        assertTrue(!address.contains("{"), path + " is new: say here what its address is");
                        me.get(address).statusCode(200).body(SAYS_WHAT_IS_NEXT);
                    });
                });
    }
}
