package org.attest.vetting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.attest.As;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;

/** The evidence of a case: sealed, saved by the team alone, struck out and never deleted. */
@QuarkusTest
class VettingFilesTest {

    private static final String CANARY = "Canary of the evidence";

    private static ValidatableResponse send(As officer, String path, String name, String content) {
        return officer.withToken()
                .multiPart("file", name, content.getBytes(StandardCharsets.UTF_8), "application/pdf")
                .multiPart("check", "C9")
                .post(path)
                .then();
    }

    @Test
    void areKeptSealedAndSavedAsAttachments() {
        var one = TestCases.invited().upTo(CaseState.CHECKS);
        var path = "/vetting-cases/" + one.ref() + "/files";
        var officer = As.role(Role.VETTING_OFFICER, "kent");
        As.coordinatorOf("kent").get(path).statusCode(403);
        As.role(Role.VETTING_OFFICER, "gwent").get(path).statusCode(404);
        officer.get(path).statusCode(200).body(containsString("No file yet"));
        send(officer, path, "page.pdf", "<html>not a PDF</html>")
                .statusCode(422)
                .body(containsString("This one is of another kind"));
        officer.withToken()
                .multiPart("check", "")
                .post(path)
                .then()
                .statusCode(422)
                .body(containsString("Choose a file"));
        send(officer, path, "../credit report.pdf", "%PDF-1.4 " + CANARY).statusCode(303);
        officer.get(path)
                .body(containsString("credit report.pdf"))
                .body(not(containsString("../credit")))
                .body(containsString("C9 Finance"));
        officer.get("/vetting-cases/" + one.ref()).body(containsString("credit report.pdf"));

        var file = path + "/" + one.files();
        int before = reads(one);
        var answer = officer.get(file).statusCode(200).extract();
        assertTrue(answer.asString().contains(CANARY));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertTrue(answer.header("Content-Disposition").startsWith("attachment"), answer.header("Content-Disposition"));
        assertFalse(answer.header("Content-Disposition").contains("credit"), "a name of ours");
        assertEquals(before + 1, reads(one), "every opening is in the trail");
        As.role(Role.VETTING_OFFICER, "gwent").get(file).statusCode(404);
        officer.get(path + "/NNNNNNNNNNNN").statusCode(404);
        Rows.in(() -> {
            CaseFileContent content = CaseFileContent.findAll().firstResult();
            assertFalse(new String(content.sealed, StandardCharsets.ISO_8859_1).contains(CANARY));
            CaseFile row =
                    CaseFile.of(VettingCase.byRef(one.ref()).orElseThrow()).get(0);
            assertFalse(new String(row.sealedName, StandardCharsets.ISO_8859_1).contains("credit"));
        });
    }

    @Test
    void areStruckOutAndStayToBeOpened() {
        var one = TestCases.invited().upTo(CaseState.CHECKS).file();
        var file = "/vetting-cases/" + one.ref() + "/files/" + one.files();
        var officer = As.role(Role.VETTING_OFFICER, "kent");
        officer.get(file + "/striking").statusCode(200).body(containsString("evidence.pdf"));
        officer.post(file + "/striking", Map.of()).statusCode(422).body(containsString("Enter why it is struck out"));
        officer.post(file + "/striking", Map.of("why", "Of somebody else")).statusCode(303);
        officer.post(file + "/striking", Map.of("why", "Twice")).statusCode(409);
        officer.get("/vetting-cases/" + one.ref() + "/files").body(containsString("Of somebody else"));
        officer.get(file).statusCode(200);
    }

    @Test
    void comeNoMoreOnceTheCaseIsDecided() {
        var one = TestCases.invited().upTo(CaseState.CHECKS).file().onFrom(CaseState.CHECKS, CaseState.APPEALED);
        var path = "/vetting-cases/" + one.ref() + "/files";
        var officer = As.role(Role.VETTING_OFFICER, "kent");
        officer.get(path).body(not(containsString("Add a file")));
        send(officer, path, "late.pdf", "%PDF-1.4 late")
                .statusCode(422)
                .body(containsString("The case is not with the vetting unit"));
        var chair = As.role(Role.APPEALS_CHAIR, "kent");
        chair.get(path + "/" + one.files()).statusCode(200);
        send(chair, path, "late.pdf", "%PDF-1.4 late").statusCode(403);
    }

    @Test
    void areOnValidPagesLikeAllOfTheCase() {
        var officer = As.role(Role.VETTING_OFFICER, "kent");
        var one = TestCases.invited().upTo(CaseState.CHECKS).file().matter();
        var path = "/vetting-cases/" + one.ref();
        for (var page : new String[] {
            "",
            "/files",
            "/files/" + one.files() + "/striking",
            "/checklist",
            "/checks/C4",
            "/checks/end",
            "/matters/new",
            "/matters/" + one.matters() + "/striking",
            "/information-request",
            "/clock",
            "/interview",
            "/discontinuation"
        }) {
            ValidHtml.assertValid(
                    officer.get(path + page).statusCode(200).extract().asString());
        }
        var sent = "/vetting-cases/"
                + TestCases.invited().upTo(CaseState.SUBMITTED).ref();
        ValidHtml.assertValid(officer.get(sent + "/authentication").extract().asString());
        ValidHtml.assertValid(officer.get(sent + "/return").extract().asString());
        ValidHtml.assertValid(officer.get("/vetting?view=all").extract().asString());
        var manager = As.role(Role.VETTING_MANAGER, "kent");
        for (var page :
                new String[] {"/vetting/conflicts", "/forces/kent/vetting-checks", "/forces/kent/vetting-checks/nppv-3"
                }) {
            ValidHtml.assertValid(manager.get(page).statusCode(200).extract().asString());
        }
    }

    private static int reads(TestCases one) {
        return (int) Rows.trail("kent", one.read(c -> c.volunteer.ref)).stream()
                .filter("vetting case read"::equals)
                .count();
    }
}
