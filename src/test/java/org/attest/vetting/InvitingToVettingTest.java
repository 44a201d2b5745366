package org.attest.vetting;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.TestClock;
import org.attest.force.Reference;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.EligibilityAnswers;
import org.attest.volunteer.People;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;

/** What a coordinator does and sees of somebody's vetting (vetting rules 3 and 38). */
@QuarkusTest
class InvitingToVettingTest {

    private final As coordinator = As.coordinatorOf("kent");

    private static Volunteer special() {
        return People.special().in("kent").inStage(Stage.VETTING).eligible().saved();
    }

    private static String of(Volunteer person) {
        return "/volunteers/" + person.ref + "/vetting";
    }

    @Test
    void isTheCoordinatorsOfTheForce() {
        var person = special();
        As.role(Role.VETTING_OFFICER, "kent").get(of(person)).statusCode(403);
        As.coordinatorOf("gwent").get(of(person)).statusCode(404);
        As.coordinatorOf("gwent")
                .post(of(person), Map.of("level", "RECRUITMENT"))
                .statusCode(404);
        var own = People.special()
                .in("kent")
                .inStage(Stage.VETTING)
                .withAccount(coordinator.accountId())
                .saved();
        coordinator.get(of(own)).statusCode(422).body(containsString("This is your own record"));
    }

    @Test
    void invitesAtTheLevelOfThePost() {
        var person = special();
        ValidHtml.assertValid(coordinator
                .get(of(person))
                .statusCode(200)
                .body(allOf(
                        containsString("has not been invited to vetting yet"),
                        containsString("Recruitment vetting"),
                        not(containsString("Non-police personnel vetting 3"))))
                .extract()
                .asString());
        coordinator.post(of(person), Map.of()).statusCode(422).body(containsString("Choose the level"));
        coordinator.post(of(person), Map.of("level", "RECRUITMENT")).statusCode(303);
        ValidHtml.assertValid(coordinator
                .get(of(person))
                .body(allOf(containsString("With the applicant"), containsString("6 July 2026")))
                .extract()
                .asString());
        coordinator
                .post(of(person), Map.of("level", "RECRUITMENT"))
                .statusCode(422)
                .body(containsString("has a case at this level already"));
        assertTrue(Rows.trail("kent", person.ref).contains("vetting case moved"));
        coordinator.get("/volunteers/" + person.ref + "/profile").body(containsString(of(person)));
    }

    /** Worked example E6: who is cleared as a volunteer and applies to be a special constable. */
    @Test
    void e6_opensACaseForRecruitmentVettingBesideALiveNppv3() {
        var person = special();
        Rows.in(() -> Clearance.grant(
                Volunteer.byRef(person.ref).orElseThrow(),
                ClearanceLevel.NPPV_3,
                LocalDate.of(2026, 2, 1),
                List.of(),
                VettingSettings.of(person.force),
                null,
                People.SOMEBODY,
                TestCases.clock()));
        coordinator
                .get(of(person))
                .body(allOf(
                        containsString("Nobody has invited " + person.called() + " to a case in Attest"),
                        containsString("Last valid day 31 January 2031")));
        coordinator
                .post(of(person), Map.of("level", "NPPV_3"))
                .statusCode(422)
                .body(containsString("(vetting rule 3)"));
        coordinator.post(of(person), Map.of("level", "RECRUITMENT")).statusCode(303);
        Rows.in(() -> {
            var found = Volunteer.byRef(person.ref).orElseThrow();
            assertTrue(Clearance.live(found, ClearanceLevel.NPPV_3, TestClock.TODAY)
                    .isPresent());
            assertTrue(
                    Clearance.live(found, ClearanceLevel.RECRUITMENT, TestClock.TODAY)
                            .isEmpty(),
                    "vetting rule 3");
            assertEquals(
                    List.of(ClearanceLevel.RECRUITMENT),
                    VettingCase.of(found).stream().map(c -> c.level).toList());
        });
    }

    /** Vetting rule 17. */
    @Test
    void invitesNobodyWithLimitedLeave() {
        var person = People.special()
                .in("kent")
                .inStage(Stage.VETTING)
                .eligible(new EligibilityAnswers(
                        RightToRemain.LIMITED_LEAVE, LocalDate.of(2010, 1, 1), false, false, "Librarian", null))
                .saved();
        coordinator
                .post(of(person), Map.of("level", "RECRUITMENT"))
                .statusCode(422)
                .body(containsString("vetting rule 17"));
    }

    /** Vetting rule 38: outcome, level, dates. */
    @Test
    void seesHowItStandsAndNothingElse() {
        var checks = TestForms.sent();
        checks.vetting().check("C1", CheckResult.CLEAR, TestCases.officer());
        coordinator
                .get(of(checks.person()))
                .body(allOf(
                        containsString("With the vetting unit"),
                        not(containsString("kestrel")),
                        not(containsString("Note of C1")),
                        not(containsString("Form received"))));
        var refused = TestForms.invited();
        refused.vetting().upTo(CaseState.REFUSED);
        coordinator
                .get(of(refused.person()))
                .body(allOf(
                        containsString("Refused"),
                        containsString("with time to appeal until 25 June 2026"),
                        not(containsString("Reasons"))));
        var granted = TestForms.invited();
        granted.vetting().upTo(CaseState.GRANTED);
        coordinator
                .get(of(granted.person()))
                .body(allOf(containsString("Granted"), containsString("last valid day 15 June 2036")));
    }

    @Test
    void cannotTellACaseThatWasStoppedFromOneThatWasWithdrawn() {
        var stopped = TestForms.invited();
        stopped.vetting()
                .upTo(CaseState.CHECKS)
                .matter(MatterKind.LIVE_INVESTIGATION, TestCases.officer())
                .does(c -> c.discontinue(null, TestCases.officer(), TestCases.compartment(), TestCases.clock()));
        var withdrawn = TestForms.invited();
        withdrawn.vetting().upTo(CaseState.CHECKS).does(c -> c.withdraw(TestCases.applicant(), TestCases.clock()));
        assertEquals(standing(withdrawn), standing(stopped));
        var refusal = coordinator
                .post(of(stopped.person()), Map.of("level", "RECRUITMENT"))
                .statusCode(422)
                .extract()
                .asString();
        assertFalse(refusal.contains("discontinued") || refusal.contains("rule 19"));
    }

    /** Vetting rule 38: whether an appeal runs, or was dismissed, is between the person and the panel. */
    @Test
    void cannotTellARefusalThatWasAppealedFromOneThatWasNot() {
        var refused = TestForms.invited();
        refused.vetting().upTo(CaseState.REFUSED);
        var appealed = TestForms.invited();
        appealed.vetting().upTo(CaseState.APPEALED);
        var dismissed = TestForms.invited();
        dismissed
                .vetting()
                .upTo(CaseState.APPEALED)
                .doesAll(c -> List.copyOf(Appeal.waiting(c)
                        .orElseThrow()
                        .hear(
                                new Appeal.Hearing(Appeal.Result.DISMISS, "We agree", List.of(), TestCases.REASONS),
                                VettingSettings.of(c.force),
                                TestCases.chair(),
                                TestCases.compartment(),
                                TestCases.clock())
                        .moved()));
        assertEquals(CaseState.APPEAL_DISMISSED, dismissed.vetting().state());
        for (var page : List.of(
                "/volunteers/{ref}/vetting",
                "/volunteers/{ref}",
                "/volunteers/{ref}/profile",
                "/volunteers/{ref}/history",
                "/forces/kent/volunteers?q={ref}",
                "/forces/kent/volunteers.csv?q={ref}",
                "/forces/kent/board?q={ref}")) {
            var plain = seen(page, refused);
            assertEquals(plain, seen(page, appealed), page + ", with an appeal");
            assertEquals(plain, seen(page, dismissed), page + ", with one that was dismissed");
        }
        assertEquals(invited(refused), invited(appealed));
        assertEquals(invited(refused), invited(dismissed));
    }

    /** What asking them again is answered with. */
    private String invited(TestForms forms) {
        return bare(
                forms,
                coordinator
                        .post(of(forms.person()), Map.of("level", "RECRUITMENT"))
                        .statusCode(422)
                        .extract()
                        .asString());
    }

    private String seen(String page, TestForms forms) {
        return bare(
                forms,
                coordinator
                        .get(page.replace("{ref}", forms.person().ref))
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    /** Without what tells any two people apart. */
    private static String bare(TestForms forms, String page) {
        var ref = forms.person().ref;
        return page.replaceAll("name=\"csrf-token\"\\s+value=\"[^\"]*\"", "")
                .replaceAll("(?i)" + ref, "REF")
                .replace(Reference.grouped(ref), "REF")
                .replace(forms.browser().name(), "ACCOUNT")
                .replaceAll("\\d{1,2}:\\d{2}(am|pm)", "TIME");
    }

    private String standing(TestForms forms) {
        return coordinator
                .get(of(forms.person()))
                .extract()
                .asString()
                .replaceAll("(?s).*id=\"cases\">(.*?)</section>.*", "$1")
                .replaceAll("Person \\w+", "Person");
    }
}
