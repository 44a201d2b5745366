package org.attest.vetting;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.TestClock;
import org.attest.notice.Notice;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where their vetting stands, for the person it is about: stage, who acts next, what was decided, and what they can do. */
@QuarkusTest
class OwnVettingTest {

    private static final Decision.Draft WITH_CONDITION = new Decision.Draft(
            "A debt was weighed",
            "The heron report says otherwise",
            true,
            List.of(new Restriction.Draft(
                    RestrictionCode.NO_REMOTE_WORK,
                    TestClock.TODAY.plusMonths(6),
                    "Works at the station until the debt is settled",
                    "The stoat file",
                    "The supervisor")));

    @AfterEach
    void today() {
        TestClock.reset();
    }

    private static String page(TestForms forms) {
        var page = forms.browser().get("/me/vetting").statusCode(200).extract().asString();
        ValidHtml.assertValid(page);
        return page;
    }

    private static String own(TestForms forms, String noun) {
        return "/me/vetting/cases/" + forms.vetting().ref() + "/" + noun;
    }

    private static List<String> told(TestForms forms) {
        return Rows.of(() -> Notice.<Notice>list(
                        "account.id = ?1 order by id", forms.browser().accountId())
                .stream()
                .map(n -> n.sentence)
                .toList());
    }

    @Test
    void saysThatNobodyHasInvitedThemYet() {
        var browser = As.role(Role.APPLICANT, "kent");
        People.special().in("kent").withAccount(browser.accountId()).saved();
        browser.get("/me/vetting").statusCode(200).body(containsString("You have not been invited to vetting"));
    }

    @Test
    void isATaskOnTheirOwnPageWhileItIsTheirs() {
        var forms = TestForms.invited();
        forms.browser()
                .get("/me")
                .body(allOf(containsString("Fill in your vetting form"), containsString("6 July 2026")));
        assertTrue(page(forms).contains("Waiting for your form"));
        forms.vetting().upTo(CaseState.RETURNED);
        forms.browser().get("/me").body(containsString("Complete your vetting form"));
        assertTrue(page(forms).contains("Your form came back on 16 June 2026"));
    }

    /** Whatever the unit does within, the person reads the same. */
    @Test
    void doesNotShowTheUnitsInnerStages() {
        for (var state : List.of(CaseState.SUBMITTED, CaseState.CHECKS, CaseState.INTERVIEW, CaseState.ASSESSMENT)) {
            var forms = TestForms.invited();
            forms.vetting().upTo(state);
            var page = page(forms);
            assertTrue(page.contains("With the vetting unit since 16 June 2026"), state + "");
            assertTrue(page.contains("They mean to decide by 28 July 2026"), state + "");
            assertFalse(page.contains(state.words()), state + "");
        }
    }

    @Test
    void answersTheOneRequestOnce() {
        var forms = TestForms.invited();
        forms.vetting().upTo(CaseState.CHECKS).asked("Which regiment was it?");
        forms.browser()
                .get("/me")
                .body(allOf(containsString("Answer the vetting unit"), not(containsString("regiment"))));
        assertTrue(page(forms).contains("The vetting unit needs something from you"));
        ValidHtml.assertValid(forms.browser()
                .get(own(forms, "answer"))
                .statusCode(200)
                .body(containsString("Which regiment was it?"))
                .extract()
                .asString());
        forms.browser()
                .post(own(forms, "answer"), Map.of("answer", " "))
                .statusCode(422)
                .body(containsString("Enter your answer"));
        forms.browser()
                .post(own(forms, "answer"), Map.of("answer", "The Rifles"))
                .statusCode(303);
        var page = page(forms);
        assertTrue(page.contains("The Rifles") && page.contains("With the vetting unit since"));
        forms.browser().post(own(forms, "answer"), Map.of("answer", "Another")).statusCode(303);
        assertFalse(page(forms).contains("Another"), "once");
    }

    @Test
    void withdrawsAfterConfirming() {
        var forms = TestForms.invited();
        forms.vetting().upTo(CaseState.CHECKS);
        ValidHtml.assertValid(forms.browser()
                .get(own(forms, "withdrawal"))
                .statusCode(200)
                .extract()
                .asString());
        assertEquals(CaseState.CHECKS, (CaseState) forms.vetting().read(c -> c.state));
        forms.browser().post(own(forms, "withdrawal"), Map.of()).statusCode(303);
        assertTrue(page(forms).contains("Withdrawn on 16 June 2026"));
        assertEquals(1, told(forms).size(), "of the invitation, not of what they did themselves");
        forms.browser().get(own(forms, "withdrawal")).statusCode(303);
        forms.browser().post(own(forms, "withdrawal"), Map.of()).statusCode(422);
    }

    @Test
    void readsTheConditionsAndTheReasonsMeantForThemAndNoMore() {
        var forms = TestForms.invited();
        forms.vetting().upTo(CaseState.CHECKS).matter(MatterKind.FINANCE, TestCases.officer());
        finishChecks(forms.vetting());
        forms.vetting()
                .does(c -> c.endChecks(TestCases.officer(), TestCases.clock()))
                .does(c -> Assessment.assess(
                        c,
                        Outcome.GRANTED_WITH_RESTRICTIONS,
                        TestCases.WEIGHED,
                        TestCases.officer(),
                        TestCases.compartment(),
                        TestCases.clock()))
                .decided(Outcome.GRANTED_WITH_RESTRICTIONS, WITH_CONDITION, TestCases.manager());
        var page = page(forms);
        assertTrue(page.contains("A debt was weighed"));
        assertTrue(page.contains("Works at the station until the debt is settled"));
        for (var kept : List.of("heron", "stoat", "What it was", "Where it came from", "One matter was found")) {
            assertFalse(page.contains(kept), kept);
        }
    }

    private static void finishChecks(TestCases vetting) {
        for (var code : vetting.read(c ->
                new ArrayList<>(Check.openMandatory(c).stream().map(k -> k.code).toList()))) {
            vetting.check(code, CheckResult.CLEAR, TestCases.officer());
        }
    }

    @Test
    void appealsInsideTheWindow() {
        var forms = TestForms.invited();
        forms.vetting().upTo(CaseState.REFUSED);
        var page = page(forms);
        assertTrue(page.contains("Reasons for you") && page.contains("You can appeal until <strong>25 June 2026"));
        assertFalse(page.contains("Reasons in full"));
        ValidHtml.assertValid(forms.browser()
                .get(own(forms, "appeal"))
                .statusCode(200)
                .body(not(containsString("This appeal is late")))
                .extract()
                .asString());
        forms.browser()
                .post(own(forms, "appeal"), Map.of("grounds", ""))
                .statusCode(422)
                .body(containsString("Enter why you appeal"));
        forms.browser()
                .post(own(forms, "appeal"), Map.of("grounds", "It was my cousin"))
                .statusCode(303);
        page = page(forms);
        assertTrue(page.contains("Your appeal is with the panel since") && page.contains("It was my cousin"));
        assertFalse(forms.vetting().<Boolean>read(c -> Appeal.of(c).get(0).late));
        forms.vetting().does(c -> Appeal.waiting(c)
                .orElseThrow()
                .hear(
                        new Appeal.Hearing(
                                Appeal.Result.DISMISS,
                                "The panel agrees",
                                List.of(new Appeal.Member(null, "A wise owl")),
                                TestCases.REASONS),
                        VettingSettings.of(c.force),
                        TestCases.chair(),
                        TestCases.compartment(),
                        TestCases.clock())
                .moved()
                .get(0));
        page = page(forms);
        assertTrue(page.contains("Dismissed: the refusal is final") && page.contains("Reasons for you"));
        assertFalse(page.contains("The panel agrees"), "the panel's own reasons stay in the file (vetting section 5)");
        assertFalse(page.contains("A wise owl"), "who sat on it");
        forms.browser().get(own(forms, "appeal")).statusCode(303);
    }

    /** Vetting rule 28: recorded and decided, not dropped. */
    @Test
    void appealsLateAndIsToldThatItIsDecidedAllTheSame() {
        var refused = TestForms.invited();
        refused.vetting().upTo(CaseState.REFUSED);
        TestClock.set(LocalDate.of(2026, 6, 26));
        var forms = refused.signedInAgain();
        assertTrue(page(forms).contains("You can appeal all the same"));
        forms.browser().get(own(forms, "appeal")).body(containsString("This appeal is late"));
        forms.browser()
                .post(own(forms, "appeal"), Map.of("grounds", "I was ill"))
                .statusCode(303);
        assertTrue(forms.vetting().<Boolean>read(c -> Appeal.of(c).get(0).late));
        assertTrue(page(forms).contains("is decided all the same"));
    }

    @Test
    void isNotToldWhyACaseWasStopped() {
        var forms = TestForms.invited();
        forms.vetting()
                .upTo(CaseState.CHECKS)
                .matter(MatterKind.LIVE_INVESTIGATION, TestCases.officer())
                .does(c -> c.discontinue(
                        "Operation Kittiwake", TestCases.officer(), TestCases.compartment(), TestCases.clock()));
        var page = page(forms);
        assertTrue(page.contains("Stopped on 16 June 2026. This is no refusal"));
        assertFalse(page.contains("Kittiwake") || page.contains("investigation"));
    }

    @Test
    void aReviewOfTheClearanceReadsAsTheClearance() {
        var forms = TestForms.invited();
        forms.vetting()
                .upTo(CaseState.GRANTED)
                .does(c -> c.review("A call", TestCases.manager(), TestCases.compartment(), TestCases.clock()));
        assertTrue(page(forms).contains("Granted, valid until 15 June 2036"));
    }

    @Test
    void isToldInSentencesWithoutContent() {
        var forms = TestForms.invited();
        forms.vetting().upTo(CaseState.REFUSED);
        assertEquals(
                List.of("Something about your vetting waits for you", "There is news about your vetting"), told(forms));
        forms.vetting()
                .does(c -> Appeal.lodge(c, "No", TestCases.applicant(), TestCases.compartment(), TestCases.clock()))
                .does(c -> Appeal.waiting(c)
                        .orElseThrow()
                        .hear(
                                new Appeal.Hearing(Appeal.Result.DISMISS, "So", List.of(), TestCases.REASONS),
                                VettingSettings.of(c.force),
                                TestCases.chair(),
                                TestCases.compartment(),
                                TestCases.clock())
                        .moved()
                        .get(0));
        assertEquals(3, told(forms).size());
    }

    @Test
    void somebodyInTwoForcesSeesTheOneTheyLookAt() {
        var forms = TestForms.invited("kent", People.special());
        forms.browser().and(Role.APPLICANT, "gwent");
        var other = People.special()
                .in("gwent")
                .inStage(Stage.VETTING)
                .eligible()
                .withAccount(forms.browser().accountId())
                .saved();
        var theirs = TestCases.of(other);
        var mine = forms.browser().with("attest-own-force", "kent");
        mine.get("/me/vetting/cases/" + forms.vetting().ref()).statusCode(200);
        mine.get("/me/vetting/cases/" + theirs.ref()).statusCode(404);
        mine.get("/me/vetting").body(not(containsString(theirs.ref())));
        mine.with("attest-own-force", "gwent")
                .get("/me/vetting/cases/" + theirs.ref())
                .statusCode(200);
    }

    @Test
    void saysHowLongItUsuallyTakesOnlyOfEnoughCases() {
        assertEquals(null, UsualTime.median(List.of(3, 4, 5, 6)));
        assertEquals(5, UsualTime.median(List.of(9, 4, 5, 6, 1)));
    }
}
