package org.attest.vetting;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.audit.Keys;
import org.attest.force.Force;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;

/** Vetting rule 39: what people say of protected characteristics is counted, and invisible to who decides. */
@QuarkusTest
class AnsweringAboutEqualityTest {

    private static final String PAGE = "/me/equality";
    private static final Map<String, String> ANSWERS =
            Map.of("RELIGION", "6", "DISABILITY", "0", "SEX", Characteristic.PREFER_NOT);

    @Inject
    Keys keys;

    @Test
    void isOptionalAndCanBeChangedAndTakenBack() {
        As.coordinatorOf("kent").get(PAGE).statusCode(403);
        var forms = TestForms.invited();
        ValidHtml.assertValid(forms.browser()
                .get(PAGE)
                .statusCode(200)
                .body(allOf(
                        containsString("You need not answer any of them"),
                        containsString("Prefer not to say"),
                        not(containsString("Remove my answers"))))
                .extract()
                .asString());
        forms.browser().post(PAGE, ANSWERS).statusCode(303);
        assertEquals(
                Map.of(
                        Characteristic.SEX,
                        Characteristic.PREFER_NOT,
                        Characteristic.RELIGION,
                        "6",
                        Characteristic.DISABILITY,
                        "0"),
                answers(forms.person()));
        forms.browser().post(PAGE, Map.of("RELIGION", "2", "SEX", "99")).statusCode(303);
        assertEquals(Map.of(Characteristic.RELIGION, "2"), answers(forms.person()), "in place of what was before");
        forms.browser().post(PAGE, Map.of("RELIGION", "2", "then", "remove")).statusCode(303);
        assertEquals(0, Rows.<Long>of(() -> EqualityReply.count("volunteer", forms.person())), "nothing is left");
    }

    private Map<Characteristic, String> answers(Volunteer person) {
        return Rows.of(() -> EqualityReply.of(person).orElseThrow().answers(keys));
    }

    @Test
    void isSealedApartFromTheCase() {
        var forms = TestForms.invited();
        forms.browser().post(PAGE, ANSWERS).statusCode(303);
        var sealed = Rows.of(() -> EqualityReply.of(forms.person()).orElseThrow().sealed);
        assertFalse(new String(sealed, StandardCharsets.UTF_8).contains("RELIGION"));
        assertTrue(Rows.trail("kent", forms.person().ref).contains("own questionnaire saved"));
    }

    /** On no page of the case team, nor of anybody else, whatever the person said. */
    @Test
    void standsOnNoPageOfTheCaseTeamOrTheRecord() {
        var forms = TestForms.sent();
        var ref = forms.vetting().ref();
        var person = "/volunteers/" + forms.person().ref;
        var officer = As.role(Role.VETTING_OFFICER, "kent");
        var manager = As.role(Role.VETTING_MANAGER, "kent");
        var coordinator = As.coordinatorOf("kent");
        for (var reader : List.of(officer, manager)) {
            for (var page : List.of("/vetting-cases/" + ref + "/form", "/vetting-cases/" + ref, "/vetting", person)) {
                nothingChanges(forms, reader, page);
            }
        }
        for (var page : List.of(person, person + "/vetting", person + "/profile")) {
            nothingChanges(forms, coordinator, page);
        }
    }

    /** The page reads the same before and after the person answered. */
    private void nothingChanges(TestForms forms, As reader, String page) {
        forms.browser().post(PAGE, Map.of("then", "remove")).statusCode(303);
        var before = without(reader, page);
        forms.browser().post(PAGE, ANSWERS).statusCode(303);
        assertEquals(before, without(reader, page), page);
        for (var words : List.of("Sikh", "Disabled", "Prefer not to say")) assertFalse(before.contains(words), page);
    }

    /** Without the token and the list of what was done lately, which names the deed and never what was said. */
    private static String without(As reader, String page) {
        return As.withoutToken(reader.get(page).extract().asString())
                .replaceAll("(?s)<section[^>]*aria-labelledby=\"history\".*?</section>", "");
    }

    @Test
    void isCountedForTheLeadAndTheDataProtectionLeadWithSmallNumbersHidden() {
        var page = "/forces/gwent/vetting-outcomes";
        for (int i = 0; i < 6; i++) {
            var forms = TestForms.invited("gwent", People.special());
            forms.browser().post(PAGE, Map.of("SEX", i == 0 ? "1" : "0")).statusCode(303);
            forms.vetting().upTo(i < 5 ? CaseState.GRANTED : CaseState.REFUSED);
        }
        for (var role : List.of(Role.VETTING_OFFICER, Role.VETTING_MANAGER, Role.COORDINATOR, Role.APPEALS_CHAIR)) {
            As.role(role, "gwent").get(page).statusCode(403);
        }
        As.role(Role.FORCE_LEAD, "gwent")
                .and(Role.VETTING_MANAGER, "gwent")
                .get(page)
                .statusCode(403);
        As.role(Role.FORCE_LEAD, "kent").get(page).statusCode(404);
        As.role(Role.DATA_PROTECTION_LEAD, "gwent").get(page).statusCode(200);
        var shown = As.role(Role.FORCE_LEAD, "gwent")
                .get(page)
                .statusCode(200)
                .extract()
                .asString();
        ValidHtml.assertValid(shown);
        for (var characteristic : Characteristic.values()) assertTrue(shown.contains(characteristic.words()));
        var male = shown.replaceAll("(?s).*<th[^>]*>Male</th>(.*?)</tr>.*", "$1");
        assertEquals(2, male.split("Hidden", -1).length - 1, "one applied and was granted: " + male);
    }

    @Test
    void countsEachOutcome() {
        var forms = TestForms.invited("gwent", People.special());
        forms.browser().post(PAGE, Map.of("RELIGION", "4")).statusCode(303);
        forms.vetting().upTo(CaseState.APPEALED);
        assertEquals(List.of(1, 0, 1, 0, 0), jewish());
        var other = TestForms.invited("gwent", People.special());
        other.browser().post(PAGE, Map.of("RELIGION", "4")).statusCode(303);
        other.vetting().upTo(CaseState.CHECKS).does(c -> c.withdraw(TestCases.applicant(), TestCases.clock()));
        assertEquals(List.of(2, 0, 1, 1, 0), jewish());
    }

    private List<Integer> jewish() {
        return Rows.of(() -> EqualityOutcomes.of(Force.bySlug("gwent").orElseThrow(), keys).stream()
                .filter(t -> t.characteristic() == Characteristic.RELIGION)
                .flatMap(t -> t.groups().stream())
                .filter(g -> g.words().equals("Jewish"))
                .findFirst()
                .orElseThrow()
                .counts());
    }
}
