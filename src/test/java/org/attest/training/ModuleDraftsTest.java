package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The next version of a module: written in parts, looked at, published; who passed an earlier one keeps what they have. */
@QuarkusTest
class ModuleDraftsTest {

    private static final String SUP = "/training/SUP-502/draft";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

    private final As author = As.national(Role.MODULE_AUTHOR);

    @AfterEach
    void leaveNoDraft() {
        QuarkusTransaction.requiringNew().run(() -> ModuleDraft.deleteAll());
    }

    @Test
    void publishTheNextVersionAndLeaveWhatWasEarnedAsItWas() {
        var person = People.special().in("kent").inStage(Stage.SERVICE).saved();
        var earned = TestQualifications.passed(person, "SUP-502", TestClock.TODAY.minusMonths(3));
        int before = newest("SUP-502").number;
        assertEquals(24, newest("SUP-502").document().validMonths());
        begin(SUP);
        author.get(SUP).statusCode(200).body(containsString("Nothing differs from what is published"));

        author.post(SUP + "/terms", with(terms(), Map.of("validMonths", "eternal")))
                .statusCode(422)
                .body(containsString("Enter a whole number from 0 to 120"))
                .body(containsString("value=\"eternal\""));
        author.post(SUP + "/terms", with(terms(), Map.of("validMonths", "12"))).statusCode(303);
        author.get(SUP)
                .body(containsString("Valid for: 12 months (now: 24 months)"))
                .body(not(containsString("it from being published")));

        publish(SUP, Map.of()).statusCode(422).body(containsString("Tick the box to publish it"));
        assertEquals(before, newest("SUP-502").number);
        publish(SUP, Map.of("publish", "yes")).statusCode(303);
        assertEquals(before + 1, newest("SUP-502").number);
        assertEquals(12, newest("SUP-502").document().validMonths());
        author.get(SUP).statusCode(404);

        var kept = QuarkusTransaction.requiringNew()
                .call(() -> org.attest.force.Everywhere.call(
                        () -> Qualification.<Qualification>findById(earned.id).lastDay));
        assertEquals(TestClock.TODAY.minusMonths(3).plusMonths(24), kept);

        // back to what the other tests know
        begin(SUP);
        author.post(SUP + "/terms", with(terms(), Map.of("validMonths", "24"))).statusCode(303);
        publish(SUP, Map.of("publish", "yes")).statusCode(303);
    }

    @Test
    void areReadWithTheirQuestionsBeforeTheyArePublished() {
        begin(SUP);
        author.get(SUP).body(containsString("Write a section first"));
        author.post(SUP + "/sections/new", Map.of("seen", "", "title", "", "minutes", "0", "text", "## Listening"))
                .statusCode(422)
                .body(containsString("Enter the title"))
                .body(containsString("from 1 to 240"))
                .body(containsString("## Listening</textarea>"));
        var text = "## Listening\n\nSay **less** <script>alert(1)</script>";
        author.post(SUP + "/sections/new", Map.of("seen", "", "title", "Listen first", "minutes", "9", "text", text))
                .statusCode(303);
        author.get(SUP + "/sections/listen-first").statusCode(200).body(containsString("value=\"Listen first\""));
        author.get(SUP + "/sections/nothing").statusCode(404);

        var question = Map.of(
                "seen", "",
                "kind", "SINGLE",
                "section", "listen-first",
                "text", "What comes first?",
                "answers", "Advice\nListening",
                "because", "The section says so.");
        author.post(SUP + "/questions/new", question)
                .statusCode(422)
                .body(containsString("Mark one right answer"))
                .body(containsString("Advice\nListening</textarea>"));
        author.post(SUP + "/questions/new", with(question, Map.of("answers", "Advice\n* Listening")))
                .statusCode(303);
        author.get(SUP)
                .body(containsString("No question is drawn"))
                .body(containsString("1 thing keeps it from being published"));
        publish(SUP, Map.of("publish", "yes")).statusCode(422).body(containsString("No question is drawn"));
        author.post(SUP + "/terms", with(terms(), Map.of("draw", "1"))).statusCode(303);
        author.get(SUP).body(containsString("Few")).body(not(containsString("keeps it from being published")));

        author.get(SUP + "/preview")
                .statusCode(200)
                .body(containsString("<strong>less</strong>"))
                .body(containsString("&lt;script&gt;"))
                .body(not(containsString("<script>alert")))
                .body(containsString("Listening <strong class=\"govuk-tag"));
        author.post(SUP + "/sections/listen-first/removal", Map.of()).statusCode(303);
        author.get(SUP).body(containsString("is about no section of the module"));
        author.post(SUP + "/discarding", Map.of()).statusCode(422).body(containsString("Tick the box"));
        author.post(SUP + "/discarding", Map.of("discard", "yes")).statusCode(303);
        author.get(SUP).statusCode(404);
    }

    @Test
    void saysWhenPrerequisitesRunInACircleOrATierCannotReachOne() {
        var draft = "/training/DSC-101/draft";
        begin(draft);
        author.post(draft + "/terms", with(terms(draft), Map.of("prerequisites", "DSC-104")))
                .statusCode(303);
        author.get(draft).body(containsString("DSC-101 needs itself: its prerequisites run in a circle"));
        publish(draft, Map.of("publish", "yes")).statusCode(422).body(containsString("run in a circle"));
        author.post(draft + "/terms", with(terms(draft), Map.of("prerequisites", "DSC-306")))
                .statusCode(303);
        author.get(draft).body(containsString("DSC-101 cannot be reached in T1: DSC-306 is not asked for there"));
        author.post(draft + "/terms", with(with(terms(draft), Map.of("status", "RETIRED")), Map.of()))
                .statusCode(303);
        author.get(draft).body(containsString("refers to DSC-101, which is retired"));
    }

    @Test
    void showsBothWhenTwoAuthorsSaveTheSamePart() {
        begin(SUP);
        author.post(SUP + "/sections/new", Map.of("seen", "", "title", "Ours", "minutes", "5", "text", "As it was"))
                .statusCode(303);
        var address = SUP + "/sections/ours";
        var seen = seen(address);
        var mine = Map.of("seen", seen, "title", "Ours", "minutes", "5", "text", "As I write it");
        As.national(Role.MODULE_AUTHOR)
                .post(address, with(mine, Map.of("text", "As a colleague writes it")))
                .statusCode(303);
        var answer = author.post(address, mine)
                .statusCode(422)
                .body(containsString("saved this section since you opened it"))
                .body(containsString("As I write it</textarea>"))
                .body(containsString("As a colleague writes it"))
                .extract()
                .asString();
        author.post(address, with(mine, Map.of("seen", seenIn(answer)))).statusCode(303);
        author.get(SUP + "/preview").body(containsString("As I write it"));

        var version = seen(SUP);
        author.post(SUP + "/sections/ours/removal", Map.of()).statusCode(303);
        author.post(SUP + "/publication", Map.of("seen", version, "publish", "yes"))
                .statusCode(422)
                .body(containsString("changed the draft since you opened this page"));
    }

    @Test
    void beginsAModuleThatNobodySeesUntilItIsPublished() {
        author.post("/training/new", Map.of("code", "four", "title", ""))
                .statusCode(422)
                .body(containsString("Enter a code like DSC-403"))
                .body(containsString("Enter the title"));
        author.post("/training/new", Map.of("code", "dsc-101", "title", "Again"))
                .statusCode(422)
                .body(containsString("DSC-101 is a module already"));
        author.post("/training/new", Map.of("code", "dsc-499", "title", "A new thing"))
                .statusCode(303);
        author.get("/training").body(containsString("DSC-499 A new thing"));
        author.get("/").body(containsString("Draft of DSC-499 A new thing"));
        author.get("/training/DSC-499").statusCode(404);
        As.coordinatorOf("kent").get("/training").body(not(containsString("DSC-499")));
        author.get("/training/DSC-499/draft").body(containsString("Nothing is said that one can do afterwards"));
    }

    private void begin(String draft) {
        author.post(draft, Map.of()).statusCode(303);
    }

    private static ModuleVersion newest(String code) {
        return QuarkusTransaction.requiringNew().call(() -> ModuleVersion.newest().stream()
                .filter(v -> v.code().equals(code))
                .findFirst()
                .orElseThrow());
    }

    private io.restassured.response.ValidatableResponse publish(String draft, Map<String, String> ticked) {
        return author.post(draft + "/publication", with(Map.of("seen", seen(draft)), ticked));
    }

    private Map<String, String> terms() {
        return terms(SUP);
    }

    /** What the form of the terms shows now. */
    private Map<String, String> terms(String draft) {
        var document = QuarkusTransaction.requiringNew()
                .call(() -> ModuleDrafts.draft(draft.split("/")[2]).document());
        var form = ModuleTerms.of(document).shown();
        var values = new HashMap<String, String>();
        for (var field : List.of(
                "title", "stage", "hours", "pass", "percent", "validMonths", "draw", "outcomes", "status", "source")) {
            values.put(field, form.typed(field));
        }
        values.put("modes", form.typed("modes"));
        if (form.ticked("sign", "yes")) values.put("sign", "yes");
        values.put("seen", seen(draft + "/terms"));
        return values;
    }

    private String seen(String address) {
        return seenIn(author.get(address).statusCode(200).extract().asString());
    }

    private static String seenIn(String page) {
        var seen = SEEN.matcher(page);
        assertTrue(seen.find(), "the page says what it was filled from");
        return seen.group(1);
    }

    private static Map<String, String> with(Map<String, String> values, Map<String, String> others) {
        var all = new HashMap<>(values);
        all.putAll(others);
        return all;
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgModuleDraftsTest extends ModuleDraftsTest {}
