package org.attest.vetting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.junit.jupiter.api.Test;

/** A long text of the case team that is not done yet is kept for its author alone, until what it is for is done. */
@QuarkusTest
class HalfWrittenTest {

    private static final String HALF = "Half of a thought about it";
    private static final String BACK = "You go on where you stopped";
    private static final String CHANGED = "The case changed since you wrote this";

    private static As officer() {
        return As.role(Role.VETTING_OFFICER, "kent");
    }

    private static As manager() {
        return As.role(Role.VETTING_MANAGER, "kent");
    }

    private static String at(TestCases one, String page) {
        return "/vetting-cases/" + one.ref() + "/" + page;
    }

    private static String seen(As reader, TestCases one, String page) {
        return reader.get(at(one, page))
                .extract()
                .asString()
                .replaceAll("(?s).*name=\"seen\" value=\"(\\w+)\".*", "$1");
    }

    private static Map<String, String> assessment() {
        return Map.of("information", HALF, "action", "Grant", "recommends", "GRANTED");
    }

    /** The officer keeps half an assessment of a case that nothing adverse is in. */
    private static TestCases begunBy(As officer) {
        var one = TestCases.invited().upTo(CaseState.ASSESSMENT);
        officer.post(at(one, "assessment/draft"), Map.of("information", HALF)).statusCode(303);
        assertEquals(1, kept(one));
        return one;
    }

    private static long kept(TestCases one) {
        return one.read(c -> HalfWritten.count("vettingCase", c));
    }

    private static long count(List<String> all, String one) {
        return all.stream().filter(one::equals).count();
    }

    private static List<String> trail(TestCases one) {
        return Rows.trail("kent", one.read(c -> c.volunteer.ref));
    }

    @Test
    void halfAnAssessmentComesBackToItsAuthorAloneAndCountsForNothing() {
        var officer = officer();
        var one = TestCases.invited().upTo(CaseState.ASSESSMENT);
        officer.get(at(one, "assessment")).body(containsString("Save and come back"));
        var seen = seen(officer, one, "assessment");
        officer.post(
                        at(one, "assessment/draft"),
                        Map.of("information", HALF, "suspected", "no", "threat", " ", "seen", seen))
                .statusCode(303)
                .header("Location", containsString("/vetting-cases/" + one.ref()));
        officer.get("/vetting-cases/" + one.ref())
                .body(containsString("Go on with your half-written assessment, saved"));
        officer.get(at(one, "assessment"))
                .statusCode(200)
                .body(containsString(BACK))
                .body(containsString(HALF))
                .body(containsString("Throw away what I saved"))
                .body(not(containsString(CHANGED)));
        for (var other : List.of(officer(), manager())) {
            other.get(at(one, "assessment")).statusCode(200).body(not(containsString(HALF)));
            other.get("/vetting-cases/" + one.ref()).body(not(containsString("half-written")));
            other.get(at(one, "decision")).body(containsString("The case is not assessed yet"));
        }
        assertEquals(0L, one.<Long>read(c -> Assessment.count("vettingCase", c)), "it is no assessment");
        assertFalse(
                one.<Boolean>read(c -> Part.took(c, officer.ref(), Part.Kind.ASSESSED)),
                "it takes no part in the case");
        var refused = Map.of("outcome", "GRANTED", "inFull", "Nothing", "confirmed", "yes");
        officer.post(at(one, "decision"), refused).statusCode(422).body(containsString("The case is not assessed yet"));
    }

    @Test
    void eachKeepingAndEachReadingIsInTheTrail() {
        var officer = officer();
        var one = begunBy(officer);
        var before = trail(one);
        officer.get(at(one, "assessment"));
        var after = trail(one);
        assertEquals(
                2, count(after, "vetting case read") - count(before, "vetting case read"), "the page and the text");
        officer.post(at(one, "assessment/draft"), Map.of("information", HALF + " again"))
                .statusCode(303);
        officer.post(at(one, "assessment/draft/removal"), Map.of()).statusCode(303);
        assertEquals(2, count(trail(one), "vetting case worked on") - count(after, "vetting case worked on"));
        officer.get(at(one, "assessment")).body(not(containsString(HALF)));
        assertEquals(0, kept(one));
    }

    @Test
    void whatIsKeptIsSealedForItsAuthor() {
        var officer = officer();
        var one = begunBy(officer);
        var sealed =
                one.read(c -> HalfWritten.<HalfWritten>find("vettingCase", c).firstResult().sealed);
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains(HALF));
        assertThrows(
                RuntimeException.class,
                () -> one.read(c -> {
                    var kept = HalfWritten.<HalfWritten>find("vettingCase", c).firstResult();
                    HalfWritten.getEntityManager().detach(kept);
                    kept.authorRef = "somebody else";
                    return kept.opened("", TestCases.compartment());
                }),
                "under another name it does not open");
    }

    @Test
    void whatWasKeptLastTakesThePlaceOfTheRestAndNothingKeepsNothing() {
        var officer = officer();
        var one = begunBy(officer);
        officer.post(at(one, "assessment/draft"), Map.of("threat", "Low")).statusCode(303);
        officer.get(at(one, "assessment")).body(containsString("Low")).body(not(containsString(HALF)));
        assertEquals(1, kept(one));
        officer.post(at(one, "assessment/draft"), Map.of("threat", " ")).statusCode(303);
        assertEquals(0, kept(one));
        officer.post(at(one, "assessment/draft"), Map.of("threat", "x".repeat(HalfWritten.LONGEST)))
                .statusCode(422)
                .body(containsString("shorten it"))
                .body(containsString("xxxx"));
        assertEquals(0, kept(one));
    }

    @Test
    void itIsGoneOnceTheAssessmentIsMadeAndThatOfAnotherStays() {
        var officer = officer();
        var other = officer();
        var one = begunBy(officer);
        other.post(at(one, "assessment/draft"), Map.of("information", "Another thought"))
                .statusCode(303);
        officer.post(at(one, "assessment"), assessment()).statusCode(303);
        assertEquals(1, kept(one));
        officer.get(at(one, "assessment")).body(not(containsString(BACK)));
        other.get(at(one, "assessment")).body(containsString("Another thought")).body(containsString(CHANGED));
    }

    @Test
    void itSaysThatTheCaseChangedSinceItWasWritten() {
        var officer = officer();
        var one = TestCases.invited().upTo(CaseState.ASSESSMENT);
        var fields = new HashMap<String, String>(Map.of("information", HALF, "seen", seen(officer, one, "assessment")));
        one.matter(MatterKind.FINANCE, TestCases.officer());
        officer.post(at(one, "assessment/draft"), fields).statusCode(303);
        officer.get(at(one, "assessment")).body(containsString(CHANGED)).body(containsString(HALF));
        fields.put("seen", seen(officer, one, "assessment"));
        officer.post(at(one, "assessment/draft"), fields).statusCode(303);
        officer.get(at(one, "assessment")).body(containsString(BACK)).body(not(containsString(CHANGED)));
        one.check("C4", CheckResult.ADVERSE, TestCases.officer());
        officer.get(at(one, "assessment")).body(containsString(CHANGED));
    }

    @Test
    void halfADecisionKeepsConditionsAndNeverThatTheHarmTestWasPassed() {
        var one = TestCases.adverse();
        var manager = manager();
        manager.post(
                        at(one, "decision/draft"),
                        Map.of(
                                "outcome", "GRANTED_WITH_RESTRICTIONS",
                                "text-2", "Never alone",
                                "review-2-month", "January",
                                "inFull", HALF,
                                "harmTested", "yes",
                                "confirmed", "yes"))
                .statusCode(303);
        assertEquals(CaseState.ASSESSMENT, one.state(), "nothing is decided");
        var page = manager.get(at(one, "decision"))
                .body(containsString(BACK))
                .body(containsString("Never alone"))
                .body(containsString("January"))
                .body(containsString(HALF))
                .extract()
                .asString();
        assertFalse(page.matches("(?s).*name=\"harmTested\"[^>]*checked.*"), "said anew of the finished reasons");
        manager().get(at(one, "decision")).body(not(containsString(HALF)));
        one.decided(Outcome.REFUSED, TestCases.manager());
        assertEquals(0, kept(one), "somebody else has decided it");
        manager.post(at(one, "decision/draft"), Map.of("inFull", HALF))
                .statusCode(422)
                .body(containsString("Somebody else was quicker"))
                .body(containsString(HALF));
    }

    @Test
    void itEndsWithTheCase() {
        var officer = officer();
        var one = begunBy(officer);
        one.withdrawn();
        assertEquals(0, kept(one));
        officer.post(at(one, "assessment/draft"), Map.of("information", HALF))
                .statusCode(422)
                .body(containsString("this is not yours to write now"))
                .body(containsString(HALF));
        assertEquals(0, kept(one));
    }

    @Test
    void itEndsWithTheRoleOfItsAuthor() {
        var officer = officer();
        var one = begunBy(officer);
        var both = officer().and(Role.VETTING_MANAGER, "kent");
        both.post(at(one, "assessment/draft"), Map.of("information", HALF)).statusCode(303);
        endFirstRole(both);
        assertEquals(2, kept(one), "they are of the unit still, by the other role");
        endFirstRole(officer);
        assertEquals(1, kept(one));
        endFirstRole(both);
        assertEquals(0, kept(one));
    }

    @Test
    void itEndsWhenItsAuthorsAccountIsDisabled() {
        var officer = officer();
        var one = begunBy(officer);
        var admin = As.national(Role.ADMINISTRATOR);
        var account = "/accounts/" + officer.ref();
        admin.post(account + "/disabling", Map.of("version", version(admin, account)))
                .statusCode(303);
        assertEquals(0, kept(one));
    }

    @Test
    void itEndsWhenItsAuthorIsCloseToThePerson() {
        var officer = officer();
        var one = begunBy(officer);
        officer.post(
                        "/vetting/conflicts",
                        Map.of(
                                "force", "kent",
                                "person", one.read(c -> c.volunteer.ref),
                                "kind", Conflict.Kind.values()[0].name()))
                .statusCode(303);
        assertEquals(0, kept(one));
    }

    @Test
    void aChairKeepsHalfADecisionOfThePanel() {
        var one = TestCases.invited().upTo(CaseState.APPEALED);
        var chair = As.role(Role.APPEALS_CHAIR, "kent");
        chair.post(at(one, "appeal/draft"), Map.of("reasons", HALF, "member-1", "Ash Outsider"))
                .statusCode(303);
        chair.get("/vetting-cases/" + one.ref()).body(containsString("half-written decision of the panel"));
        chair.get(at(one, "appeal"))
                .body(containsString(BACK))
                .body(containsString(HALF))
                .body(containsString("Ash Outsider"));
        As.role(Role.APPEALS_CHAIR, "kent").get(at(one, "appeal")).body(not(containsString(HALF)));
        assertFalse(one.<Boolean>read(c -> Part.took(c, chair.ref(), Part.Kind.HEARD)), "nothing is heard by it");
        chair.post(at(one, "appeal"), Map.of("result", "SEND_BACK", "reasons", "Look at it again"))
                .statusCode(303);
        assertEquals(0, kept(one));
    }

    @Test
    void aManagerKeepsHalfTheEndOfAReview() {
        var one = TestCases.invited().upTo(CaseState.GRANTED);
        one.does(c -> c.review("A letter came", TestCases.manager(), TestCases.compartment(), TestCases.clock()));
        var manager = manager();
        manager.post(at(one, "review/conditions/draft"), Map.of("inFull", HALF, "code-1", "SUPERVISED_ONLY"))
                .statusCode(303);
        manager.get(at(one, "review")).body(containsString(BACK)).body(containsString(HALF));
        manager().get(at(one, "review")).body(not(containsString(HALF)));
        one.does(c -> c.maintain("It was nothing", TestCases.manager(), TestCases.compartment(), TestCases.clock()));
        assertEquals(0, kept(one));
    }

    @Test
    void whoMayNotDoItKeepsNothing() {
        var one = TestCases.invited().upTo(CaseState.ASSESSMENT);
        var fields = Map.of("information", HALF, "inFull", HALF);
        As.role(Role.APPEALS_CHAIR, "kent")
                .post(at(one, "assessment/draft"), fields)
                .statusCode(403);
        officer().post(at(one, "review/conditions/draft"), fields).statusCode(403);
        As.role(Role.VETTING_OFFICER, "gwent")
                .post(at(one, "assessment/draft"), fields)
                .statusCode(404);
        officer()
                .and(Role.COORDINATOR, "kent")
                .post(at(one, "assessment/draft"), fields)
                .statusCode(404);
        manager().post(at(one, "review/conditions/draft"), fields).statusCode(422);
        assertEquals(0, kept(one));
    }

    private static void endFirstRole(As of) {
        var admin = As.national(Role.ADMINISTRATOR);
        var account = "/accounts/" + of.ref();
        var page = admin.get(account).extract().asString();
        var grants = new ArrayList<String>();
        var link = java.util.regex.Pattern.compile(account + "/roles/(\\d+)/ending")
                .matcher(page);
        while (link.find()) grants.add(link.group(1));
        assertTrue(grants.size() > 0, "a role is held");
        admin.post(account + "/roles/" + grants.get(0) + "/ending", Map.of("version", version(admin, account)))
                .statusCode(303);
    }

    private static String version(As admin, String account) {
        return admin.get(account).extract().asString().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }
}
