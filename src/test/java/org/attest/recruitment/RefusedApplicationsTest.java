package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.attest.As;
import org.attest.TestClock;
import org.attest.security.Role;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.People;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.ReopeningReason;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** Refusing an application: a reason, a letter seen before it is sent, windows that the force sets; and opening it again. */
@QuarkusTest
class RefusedApplicationsTest {

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    @Test
    void areToldInALetterThatTheCoordinatorReadsFirst() {
        var applicant = As.role(Role.APPLICANT, "kent");
        var person = People.special()
                .knownAs("Rowan")
                .inStage(Stage.INTERVIEW)
                .withAccount(applicant.accountId())
                .saved();
        var path = "/volunteers/" + person.ref + "/refusal";
        var kent = As.coordinatorOf("kent");
        As.role(Role.SUPERVISOR, "kent").get(path).statusCode(403);
        As.coordinatorOf("gwent").get(path).statusCode(404);
        applicant.get("/me/refusal").statusCode(404);
        kent.get(path).statusCode(200).body(containsString("Did not meet the standard at interview"));
        kent.post(path, Map.of("note", "x")).statusCode(422).body(containsString("Choose the reason"));
        var form = Map.of("reason", "NOT_SUITABLE_AT_INTERVIEW", "note", "Between us");
        kent.post(path, form)
                .statusCode(200)
                .body(containsString("you did not reach the standard that the role asks for"))
                .body(containsString("look again until 14 July 2026"))
                .body(containsString("apply again from 16 December 2026"));
        Rows.in(() -> assertEquals(Stage.INTERVIEW, again(person).stage));

        kent.post(path, Map.of("reason", "NOT_SUITABLE_AT_INTERVIEW", "note", "Between us", "confirmed", "yes"))
                .statusCode(303);
        Rows.in(() -> {
            var changes = StageChange.of(again(person));
            assertEquals(LeavingReason.NOT_SELECTED, changes.get(changes.size() - 1).leavingReason);
            var refusal = Refusal.newest(again(person)).orElseThrow();
            assertEquals("NOT_SUITABLE_AT_INTERVIEW", refusal.reason);
            assertTrue(refusal.letter.contains(person.fullName), refusal.letter);
        });
        assertTrue(Rows.trail("kent", person.ref).contains("application refused"));
        kent.get(path + "/letter").body(containsString("Between us"));
        kent.get("/volunteers/" + person.ref + "/history")
                .body(containsString("Application refused"))
                .body(containsString("Can be questioned until 14 July 2026"));
        applicant
                .get("/me/refusal")
                .statusCode(200)
                .body(containsString("you did not reach the standard that the role asks for"))
                .body(not(containsString("Between us")));
        kent.post(path, form).statusCode(200).body(containsString("has left already"));
    }

    private static String text(As reader, String address) throws IOException {
        var pdf = reader.get(address)
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void getOneLetterAndTheSameOnPaper() throws IOException {
        var applicant = As.role(Role.APPLICANT, "kent");
        applicant.get("/me/refusal/letter.pdf").statusCode(404);
        var person = People.special()
                .inStage(Stage.INTERVIEW)
                .withAccount(applicant.accountId())
                .saved();
        var path = "/volunteers/" + person.ref;
        var kent = As.coordinatorOf("kent");
        kent.get(path + "/letters").body(containsString("href=\"" + path + "/refusal\""));
        kent.get(path + "/refusal/letter.pdf").statusCode(404);
        kent.post(path + "/refusal", Map.of("reason", "NOT_SUITABLE_AT_INTERVIEW", "confirmed", "yes"))
                .statusCode(303);
        // no second letter is typed beside the recorded one
        kent.get(path + "/letters").body(containsString("href=\"" + path + "/refusal/letter\""));
        kent.get(path + "/letters/letter-refusal").statusCode(404);
        kent.get(path + "/refusal/letter").body(containsString(path + "/refusal/letter.pdf"));
        applicant.get("/me/refusal").body(containsString("/me/refusal/letter.pdf"));

        var recorded = Rows.of(() -> Refusal.newest(again(person)).orElseThrow());
        var coordinators = text(kent, path + "/refusal/letter.pdf");
        assertEquals(coordinators, text(applicant, "/me/refusal/letter.pdf"));
        assertTrue(coordinators.contains("Kent Police " + person.fullName), coordinators);
        assertTrue(coordinators.contains("16 June 2026"), coordinators);
        assertTrue(coordinators.contains(recorded.letterSubject), coordinators);
        assertTrue(coordinators.contains(recorded.letter.replaceAll("\\s+", " ")), coordinators);
    }

    @Test
    void areOpenedAgainForAReasonAndNotBeforeTheirDayForAnother() {
        var ref = People.refusedIn("kent", null);
        var path = "/volunteers/" + ref + "/reopening";
        var kent = As.coordinatorOf("kent");
        kent.get("/volunteers/" + ref + "/stage").statusCode(303);
        kent.get(path)
                .statusCode(200)
                .body(containsString("Refused on 16 June 2026"))
                .body(containsString("another application can be made from 16 December 2026, not before"));
        kent.post(path, Map.of()).statusCode(422).body(containsString("Choose why"));
        kent.post(path, Map.of("because", "APPLIES_AGAIN", "to", "APPLIED"))
                .statusCode(422)
                .body(containsString("may apply again from 16 December 2026"));
        kent.post(path, Map.of("because", "APPEAL_UPHELD", "to", "TRAINING")).statusCode(422);
        kent.post(path, Map.of("because", "APPEAL_UPHELD", "to", "INTERVIEW", "note", "The panel looked again"))
                .statusCode(303);
        Rows.in(() -> {
            var person = Volunteer.byRef(ref).orElseThrow();
            assertEquals(Stage.INTERVIEW, person.stage);
            var changes = StageChange.of(person);
            assertEquals(ReopeningReason.APPEAL_UPHELD, changes.get(changes.size() - 1).reopeningReason);
            assertEquals(TestClock.TODAY, person.clockFrom);
        });
        kent.get("/volunteers/" + ref + "/history").body(containsString("An appeal was upheld."));
        kent.get(path).body(containsString("has not left: nothing is to be opened again"));
    }

    @Test
    void haveWindowsThatTheForceSets() {
        var slug = "cheshire";
        var coordinator = As.coordinatorOf(slug);
        var path = "/forces/" + slug + "/refusal-windows";
        coordinator.get(path).statusCode(200).body(containsString("value=\"28\""));
        coordinator
                .post(path, Map.of("appealDays", "0", "reapplyMonths", "12"))
                .statusCode(422)
                .body(containsString("between 1 and 365 days"));
        coordinator.post(path, Map.of("appealDays", "14", "reapplyMonths", "0")).statusCode(303);
        var person = People.special().in(slug).saved();
        coordinator
                .post("/volunteers/" + person.ref + "/refusal", Map.of("reason", "NO_PLACES"))
                .statusCode(200)
                .body(containsString("30 June 2026"))
                .body(containsString("apply again from 16 June 2026"));
    }

    @Test
    void areApplicationsAndNotService() {
        var serving = People.deployable().saved();
        As.coordinatorOf("kent")
                .get("/volunteers/" + serving.ref + "/refusal")
                .body(containsString("only an application can be refused"));
    }
}
