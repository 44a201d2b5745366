package org.attest.vetting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.attest.As;
import org.attest.TestClock;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Assessing, deciding, appealing, reviewing and ending on the pages: the gates, then the deed to page, row and trail. */
@QuarkusTest
class DecidingACaseTest {

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static As officer() {
        return As.role(Role.VETTING_OFFICER, "kent");
    }

    private static As manager() {
        return As.role(Role.VETTING_MANAGER, "kent");
    }

    private static String at(TestCases one, String page) {
        return "/vetting-cases/" + one.ref() + "/" + page;
    }

    private static Map<String, String> decision(Outcome outcome) {
        return new HashMap<>(Map.of(
                "outcome", outcome.name(),
                "forPerson", "Reasons for Robin",
                "harmTested", "yes",
                "inFull", "Reasons of the unit"));
    }

    private static Map<String, String> confirmed(Outcome outcome) {
        var fields = decision(outcome);
        fields.put("confirmed", "yes");
        return fields;
    }

    /** What the next page says once. */
    private static String said(ValidatableResponse answer) {
        var cookie = answer.statusCode(303).extract().cookie("attest-flash");
        return new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
    }

    private static Matcher<String> onceOnly(String words) {
        return matchesPattern(Pattern.compile("(?s)(?!.*" + Pattern.quote(words) + ".*" + Pattern.quote(words) + ").*"
                + Pattern.quote(words) + ".*"));
    }

    private static List<String> trail(TestCases one) {
        return Rows.trail("kent", one.read(c -> c.volunteer.ref));
    }

    private static CaseState state(TestCases one) {
        return one.read(c -> c.state);
    }

    private static long notices(As of) {
        return Rows.of(() -> Panache.getEntityManager()
                .createQuery("select count(n) from Notice n where n.account.id = ?1", Long.class)
                .setParameter(1, of.accountId())
                .getSingleResult());
    }

    private static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAssessmentIsAddedAndTheOneBeforeStays() {
        var one = TestCases.invited().upTo(CaseState.ASSESSMENT);
        one.matter(MatterKind.CAUTION, TestCases.officer());
        var page = at(one, "assessment");
        As.coordinatorOf("kent").get(page).statusCode(403);
        As.role(Role.VETTING_OFFICER, "gwent").get(page).statusCode(404);
        officer().and(Role.COORDINATOR, "kent").get(page).statusCode(404);
        var officer = officer();
        officer.get(page)
                .statusCode(200)
                .body(containsString("What it was"))
                .body(containsString("Where it came from"))
                .body(containsString("Why the presumption is rebutted"))
                .body(not(containsString("What you considered about the advisory list")));
        officer.post(page, Map.of("information", "One caution", "action", "Grant", "recommends", "GRANTED"))
                .statusCode(422)
                .body(containsString("Answer the first stage of the test"))
                .body(containsString("One caution"));
        var manager = manager();
        var fields = new HashMap<String, String>(Map.of(
                "information", "One caution",
                "action", "Grant it",
                "suspected", "yes",
                "suspectedWhy", "It is recorded",
                "refusalFits", "no",
                "refusalFitsWhy", "Once, long ago",
                "rebuttal", "Once, long ago",
                "recommends", "GRANTED"));
        assertEquals("The assessment is kept.", said(officer.post(page, fields)));
        fields.put("information", "One caution, looked at again");
        assertEquals(
                "The assessment is kept. What was written before stays to be read.", said(officer.post(page, fields)));
        assertEquals(List.of("One caution", "One caution, looked at again"), one.read(c -> Assessment.of(c).stream()
                .map(a -> a.text(TestCases.compartment()).information())
                .toList()));
        officer.get(page).body(containsString("Assessed before")).body(containsString("One caution, looked at again"));
        assertEquals(2, notices(manager), "an adverse case that is assessed waits for a manager");
        assertTrue(trail(one).contains("vetting case read"));
        assertTrue(trail(one).contains("vetting case worked on"));
    }

    @Test
    void aCleanCaseIsGrantedAfterALookAtWhatItWillBe() {
        var one = TestCases.invited().upTo(CaseState.ASSESSMENT);
        var page = at(one, "decision");
        var officer = officer();
        officer.get(page)
                .statusCode(200)
                .body(containsString("You cannot decide this case now"))
                .body(containsString("The case is not assessed yet"));
        one.does(c -> Assessment.assess(
                c, Outcome.GRANTED, TestCases.CLEAN, TestCases.officer(), TestCases.compartment(), TestCases.clock()));
        As.role(Role.APPEALS_CHAIR, "kent").get(page).statusCode(403);
        officer.get(page)
                .body(containsString("Not possible for you here"))
                .body(containsString("Grant it with conditions</strong></p><p><strong>Refuse the clearance"))
                .body(onceOnly("This is for the vetting manager to decide (vetting section 3.2)"));
        officer.post(page, Map.of("outcome", "GRANTED")).statusCode(422).body(containsString("Enter the full reasons"));
        officer.post(page, Map.of("outcome", "GRANTED", "inFull", "Nothing was found"))
                .statusCode(200)
                .body(containsString("Check the decision"))
                .body(containsString(
                        Formats.inWords(TestClock.TODAY.plusYears(10).minusDays(1))))
                .body(containsString("name=\"confirmed\" value=\"yes\""));
        assertEquals(CaseState.ASSESSMENT, state(one), "nothing is done on the page that checks");
        officer.post(page, Map.of("outcome", "GRANTED", "inFull", "Nothing was found", "confirmed", "yes"))
                .statusCode(303);
        assertEquals(CaseState.GRANTED, state(one));
        assertEquals(1, one.<Integer>read(c -> Clearance.of(c.volunteer).size()));
        assertTrue(trail(one).containsAll(List.of("vetting case moved", "clearance granted")));
        officer.get(page).statusCode(200).body(containsString("Nothing was found"));
        officer.post(page, confirmed(Outcome.REFUSED))
                .statusCode(409)
                .body(containsString("What you wanted to decide"))
                .body(containsString("Refuse the clearance"))
                .body(containsString("Nothing was found"));
    }

    @Test
    void whoWorkedOnAnAdverseCaseReadsWhyASecondPersonDecides() {
        var one = TestCases.adverse();
        var page = at(one, "decision");
        var first = manager();
        first.post(
                        at(one, "assessment"),
                        Map.of(
                                "information", "A caution",
                                "action", "Grant",
                                "suspected", "yes",
                                "suspectedWhy", "Recorded",
                                "refusalFits", "no",
                                "refusalFitsWhy", "Long ago",
                                "rebuttal", "Long ago",
                                "recommends", "GRANTED"))
                .statusCode(303);
        first.get(page)
                .statusCode(200)
                .body(containsString("You cannot decide this case now"))
                .body(containsString("a second person has to (vetting rule 21)"))
                .body(containsString("a second person has to (vetting section 3.4)"));
        first.post(page, confirmed(Outcome.GRANTED)).statusCode(422).body(containsString("a second person has to"));
        assertEquals(CaseState.ASSESSMENT, state(one));
        manager().post(page, confirmed(Outcome.GRANTED)).statusCode(303);
        assertEquals(CaseState.GRANTED, state(one));
    }

    @Test
    void evidenceThatChangedMeanwhileIsLookedAtBeforeTheDecision() {
        var one = TestCases.adverse();
        var manager = manager();
        var page = manager.get(at(one, "decision")).extract().asString();
        var seen = page.replaceAll("(?s).*name=\"seen\" value=\"(\\w+)\".*", "$1");
        one.matter(MatterKind.FINANCE, TestCases.officer());
        var fields = confirmed(Outcome.GRANTED);
        fields.put("seen", seen);
        manager.post(at(one, "decision"), fields)
                .statusCode(409)
                .body(containsString("The case changed while you were writing"))
                .body(containsString("Reasons of the unit"))
                .body(containsString("Finance"));
        assertEquals(CaseState.ASSESSMENT, state(one));
    }

    @Test
    void conditionsNeedEveryPartAndReachDeploymentAsCodes() {
        var one = TestCases.adverse();
        var manager = manager();
        var fields = decision(Outcome.GRANTED_WITH_RESTRICTIONS);
        manager.post(at(one, "decision"), fields).statusCode(422).body(containsString("Enter at least one condition"));
        fields.put("code-2", "NO_LIVE_CONTACT");
        fields.put("text-2", "Never in live chats");
        manager.post(at(one, "decision"), fields)
                .statusCode(422)
                .body(containsString("Enter who is told"))
                .body(containsString("Never in live chats"));
        fields.putAll(Map.of("why-2", "Because", "told-2", "The supervisor"));
        fields.putAll(Map.of("review-2-day", "1", "review-2-month", "January", "review-2-year", "2027"));
        manager.post(at(one, "decision"), fields).statusCode(200).body(containsString("Never in live chats"));
        fields.put("confirmed", "yes");
        manager.post(at(one, "decision"), fields).statusCode(303);
        assertEquals(CaseState.GRANTED_WITH_RESTRICTIONS, state(one));
        assertEquals(
                "[NO_LIVE_CONTACT]",
                one.read(c -> Clearance.of(c.volunteer).get(0).restrictions.toString()));
        var record = words(manager.get(at(one, "decision/decision.pdf"))
                .statusCode(200)
                .extract()
                .asByteArray());
        for (var part : List.of(
                "Recruitment vetting",
                "What it was",
                "Source: Where it came from",
                "Trust in it: Confirmed",
                "Stage 1: reasonable grounds to suspect Yes. It is recorded",
                "No. It was once, and long ago",
                "A caution was found",
                "a refusal is presumed unless that is rebutted (vetting rule 21)",
                "Young at the time",
                "Never in live chats",
                "Reasons for Robin",
                "Reasons of the unit",
                "Checks run by Test officer",
                "Decided by " + manager.name(),
                "Decided on")) {
            assertTrue(record.contains(part), part + " is not in: " + record);
        }
    }

    @Test
    void aRefusalGoesOutWithItsReasonsAndAnAppealForm() {
        var person = As.role(Role.APPLICANT, "kent");
        var record = People.special()
                .in("kent")
                .inStage(Stage.VETTING)
                .eligible()
                .withAccount(person.accountId())
                .saved();
        var one = TestCases.adverse(record);
        var manager = manager();
        person.get(at(one, "decision")).statusCode(403);
        person.get("/me/vetting/refusal.pdf").statusCode(404);
        manager.post(at(one, "decision"), Map.of("outcome", "REFUSED", "inFull", "All of it"))
                .statusCode(422)
                .body(containsString("Enter the reasons the person reads (vetting rule 29)"));
        manager.post(at(one, "decision"), decision(Outcome.REFUSED))
                .statusCode(200)
                .body(containsString("can appeal until"));
        manager.post(at(one, "decision"), confirmed(Outcome.REFUSED)).statusCode(303);
        var until = one.read(c -> Decision.newest(c).orElseThrow().appealUntil);
        var letter = words(
                person.get("/me/vetting/refusal.pdf").statusCode(200).extract().asByteArray());
        assertTrue(letter.contains("Reasons for Robin"), letter);
        assertTrue(letter.contains("until " + Formats.inWords(until)), letter);
        assertTrue(letter.contains("Why I appeal"), letter);
        for (var hidden : List.of("Reasons of the unit", "What it was", "It was once", "caution")) {
            assertFalse(letter.contains(hidden), "the letter holds back what the harm test withholds: " + hidden);
        }
        manager.get(at(one, "decision/letter.pdf")).statusCode(200);
        var another = As.role(Role.APPLICANT, "kent");
        People.special().in("kent").withAccount(another.accountId()).saved();
        another.get("/me/vetting/refusal.pdf").statusCode(404);
    }

    @Test
    void anAppealIsHeardByAChairWhoTookNoPart() {
        var chair = As.role(Role.APPEALS_CHAIR, "kent");
        var both = manager().and(Role.APPEALS_CHAIR, "kent");
        var one = TestCases.adverse();
        both.post(at(one, "decision"), confirmed(Outcome.REFUSED)).statusCode(303);
        chair.get(at(one, "appeal")).statusCode(404);
        long before = notices(both);
        one.does(c ->
                Appeal.lodge(c, "It was not me", TestCases.applicant(), TestCases.compartment(), TestCases.clock()));
        assertEquals(1, notices(chair), "the panel is told");
        assertEquals(before, notices(both), "who decided is not of the panel");
        manager().get(at(one, "appeal")).statusCode(403);
        chair.get(at(one, "appeal"))
                .statusCode(200)
                .body(containsString("It was not me"))
                .body(containsString("Reasons of the unit"))
                .body(containsString("What it was"));
        chair.get(at(one, "decision/decision.pdf")).statusCode(200);
        var dismissal = new HashMap<String, String>(Map.of("result", "DISMISS", "reasons", "The panel agrees"));
        chair.post(at(one, "appeal"), dismissal)
                .statusCode(422)
                .body(containsString("Enter the reasons the person reads (vetting rule 29)"))
                .body(containsString("The panel agrees"));
        dismissal.putAll(Map.of("forPerson", "We agree with the unit", "harmTested", "yes"));
        both.post(at(one, "appeal"), dismissal).statusCode(422).body(containsString("You took part in this case"));
        dismissal.put("member-1", "Test officer");
        chair.post(at(one, "appeal"), dismissal)
                .statusCode(422)
                .body(containsString(
                        "Test officer took part in this case and cannot sit on the panel (vetting rule 27)"));
        dismissal.put("member-1", "Ada Member");
        var second = As.role(Role.APPEALS_CHAIR, "kent");
        chair.get(at(one, "appeal"))
                .body(containsString(second.name()))
                .body(not(containsString(both.name() + "</label>")));
        dismissal.put("panel", second.ref());
        chair.post(at(one, "appeal"), dismissal).statusCode(303);
        assertEquals(CaseState.APPEAL_DISMISSED, state(one));
        assertTrue(one.<Boolean>read(c -> Part.took(c, second.ref(), Part.Kind.HEARD)));
        chair.get(at(one, "appeal")).body(containsString("Ada Member")).body(containsString("The panel agrees"));
        As.role(Role.APPEALS_CHAIR, "kent")
                .post(at(one, "appeal"), dismissal)
                .statusCode(409)
                .body(containsString("Somebody else was quicker"));
    }

    @Test
    void aPanelThatUpholdsGrantsOrSendsBack() {
        var chair = As.role(Role.APPEALS_CHAIR, "kent");
        var sentBack = TestCases.invited().upTo(CaseState.APPEALED);
        chair.post(at(sentBack, "appeal"), Map.of("result", "SEND_BACK", "reasons", "Look again"))
                .statusCode(303);
        assertEquals(CaseState.ASSESSMENT, state(sentBack));
        var granted = TestCases.invited().upTo(CaseState.APPEALED);
        var fields = new HashMap<String, String>(Map.of("result", "GRANT", "reasons", "It was somebody else"));
        chair.post(at(granted, "appeal"), fields).statusCode(303);
        assertEquals(CaseState.GRANTED, state(granted));
        chair.get(at(granted, "appeal")).statusCode(200).body(containsString("It was somebody else"));
        assertEquals(1, granted.<Integer>read(c -> Clearance.of(c.volunteer).size()));
        assertEquals(
                2,
                granted.<Integer>read(c -> Decision.of(c).size()),
                "the refusal stays, the grant is a round of its own");
        var restricted = TestCases.invited().upTo(CaseState.APPEALED);
        fields.putAll(Map.of("code-1", "SUPERVISED_ONLY", "text-1", "Never alone", "why-1", "New", "told-1", "All"));
        fields.putAll(Map.of("review-1-day", "1", "review-1-month", "1", "review-1-year", "2027"));
        fields.putAll(Map.of("forPerson", "With a condition", "harmTested", "yes"));
        chair.post(at(restricted, "appeal"), fields).statusCode(303);
        assertEquals(CaseState.GRANTED_WITH_RESTRICTIONS, state(restricted));
    }

    @Test
    void aReviewLeavesTheClearanceInForceAndEndsWithWhyItStays() {
        var one = TestCases.invited().upTo(CaseState.GRANTED);
        officer().get(at(one, "review")).statusCode(403);
        var manager = manager();
        manager.post(at(one, "review"), Map.of("trigger", "ADVERSE_INFORMATION"))
                .statusCode(422)
                .body(containsString("Enter what is known so far"));
        manager.post(at(one, "review"), Map.of("trigger", "ADVERSE_INFORMATION", "why", "A letter came"))
                .statusCode(303);
        assertEquals(CaseState.UNDER_REVIEW, state(one));
        assertTrue(one.<Boolean>read(c -> Clearance.live(c.volunteer, ClearanceLevel.RECRUITMENT, TestClock.TODAY)
                .isPresent()));
        manager.get(at(one, "review"))
                .body(containsString("Adverse information"))
                .body(containsString("A letter came"));
        manager.post(at(one, "review/maintaining"), Map.of("reasons", "It was about somebody else"))
                .statusCode(303);
        assertEquals(CaseState.GRANTED, state(one));
    }

    @Test
    void aReviewCanEndWithOtherConditionsThatDeploymentReads() {
        var person = As.role(Role.APPLICANT, "kent");
        var one = TestCases.of(People.special()
                        .in("kent")
                        .inStage(Stage.VETTING)
                        .eligible()
                        .withAccount(person.accountId())
                        .saved())
                .upTo(CaseState.GRANTED);
        var days = one.read(c -> Clearance.ofCase(c).orElseThrow().grantedOn + " to "
                + Clearance.ofCase(c).orElseThrow().lastValidDay);
        TestClock.set(TestClock.TODAY.plusYears(1));
        var manager = manager();
        var fields = new HashMap<String, String>(Map.of(
                "forPerson",
                "You work beside a colleague for now",
                "harmTested",
                "yes",
                "inFull",
                "The letter weighs"));
        manager.post(at(one, "review/conditions"), fields)
                .statusCode(422)
                .body(containsString("The clearance is not under review"));
        one.does(c -> c.review("A letter came", TestCases.manager(), TestCases.compartment(), TestCases.clock()));
        officer().post(at(one, "review/conditions"), fields).statusCode(403);
        manager.post(at(one, "review/conditions"), fields)
                .statusCode(422)
                .body(containsString("No condition applies and none is set"))
                .body(containsString("The letter weighs"));
        fields.putAll(Map.of("code-1", "SUPERVISED_ONLY", "text-1", "Never alone", "why-1", "New", "told-1", "All"));
        fields.putAll(Map.of("review-1-day", "1", "review-1-month", "1", "review-1-year", "2028"));
        fields.remove("harmTested");
        manager.post(at(one, "review/conditions"), fields)
                .statusCode(422)
                .body(containsString("passed the harm test"))
                .body(containsString("Never alone"));
        fields.put("harmTested", "yes");
        long told = notices(person);
        manager.post(at(one, "review/conditions"), fields).statusCode(303);
        assertEquals(CaseState.GRANTED_WITH_RESTRICTIONS, state(one));
        assertEquals(
                "[SUPERVISED_ONLY]",
                one.read(c -> Clearance.ofCase(c).orElseThrow().restrictions.toString()));
        assertEquals(
                days,
                one.read(c -> Clearance.ofCase(c).orElseThrow().grantedOn + " to "
                        + Clearance.ofCase(c).orElseThrow().lastValidDay),
                "the clearance keeps its own clock");
        assertEquals(
                List.of(Outcome.GRANTED, Outcome.GRANTED_WITH_RESTRICTIONS),
                one.read(c -> Decision.of(c).stream().map(d -> d.outcome).toList()),
                "what was decided before stays");
        assertEquals(told + 1, notices(person), "the person is told");
        person.again().get("/me/vetting").body(containsString("Never alone"));
        assertTrue(trail(one).contains("clearance conditions changed"));
        manager.get(at(one, "review")).body(containsString("Conditions that apply"));
        assertEquals(
                List.of(LocalDate.of(2028, 1, 1)),
                one.read(c -> Restriction.toReview(c.force, LocalDate.of(2028, 1, 1)).stream()
                        .filter(r -> r.decision.vettingCase.ref.equals(c.ref))
                        .map(r -> r.reviewOn)
                        .toList()),
                "the manager is reminded of the review day");
        one.does(c -> c.review("Again", TestCases.manager(), TestCases.compartment(), TestCases.clock()));
        manager.post(
                        at(one, "review/conditions"),
                        Map.of("forPerson", "No condition any more", "harmTested", "yes", "inFull", "It went well"))
                .statusCode(303);
        assertEquals(
                "[]",
                one.read(c -> Clearance.ofCase(c).orElseThrow().restrictions.toString()));
    }

    @Test
    void whoRecordsAMatterInAReviewDoesNotEndIt() {
        var one = TestCases.invited().upTo(CaseState.GRANTED);
        TestClock.set(TestClock.TODAY.plusDays(9));
        one.does(c -> c.review("A letter came", TestCases.manager(), TestCases.compartment(), TestCases.clock()));
        one.matter(MatterKind.FINANCE, TestCases.manager());
        var refused = assertThrows(
                Refused.class,
                () -> one.does(
                        c -> c.maintain("Nothing", TestCases.manager(), TestCases.compartment(), TestCases.clock())));
        assertEquals("vetting section 3.4", refused.rule());
        manager()
                .post(at(one, "review/maintaining"), Map.of("reasons", "It was weighed"))
                .statusCode(303);
        assertEquals(CaseState.GRANTED, state(one));
    }

    @Test
    void aClearanceThatIsNoLongerRequiredEndsWithItsCase() {
        var one = TestCases.invited().upTo(CaseState.GRANTED);
        TestClock.set(TestClock.TODAY.plusDays(5));
        var manager = manager();
        manager.post(at(one, "ending"), Map.of()).statusCode(422).body(containsString("Enter why"));
        manager.post(at(one, "ending"), Map.of("why", "The post is gone")).statusCode(303);
        assertEquals(CaseState.TERMINATED, state(one));
        assertEquals(List.of(TestClock.TODAY.plusDays(5)), one.read(c -> Clearance.of(c.volunteer).stream()
                .map(k -> k.endedOn)
                .toList()));
        assertTrue(trail(one).containsAll(List.of("clearance terminated", "vetting case moved")));
        manager.get(at(one, "ending")).statusCode(200).body(containsString("No clearance of this case can be ended"));
    }

    @Test
    void aClearanceThatEndsElsewhereTakesItsCaseWithIt() {
        var one = TestCases.invited().upTo(CaseState.GRANTED);
        TestClock.set(TestClock.TODAY.plusDays(5));
        Volunteer person = one.read(c -> c.volunteer);
        one.does(c -> Clearance.of(person)
                .get(0)
                .terminate(
                        TestClock.TODAY.plusDays(5), ClearanceEnding.LEFT_OFFICE, People.SOMEBODY, TestCases.clock()));
        assertEquals(CaseState.TERMINATED, state(one), "vetting rule 10");
        assertEquals("Attest", one.read(c -> {
            var steps = CaseStep.of(c);
            return steps.get(steps.size() - 1).recordedBy;
        }));
    }
}
