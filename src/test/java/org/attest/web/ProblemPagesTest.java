package org.attest.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.force.Force;
import org.attest.force.Nation;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong, a person gets a page in plain words with the right status. */
@QuarkusTest
class ProblemPagesTest {

    @Inject
    Problems problems;

    @TestHTTPResource("/")
    URI home;

    @Test
    void anUnknownAddressIsNotFound() {
        page(
                        404,
                        "Page not found",
                        given().get("/no-such-page<script>alert(1)</script>").then())
                .body(not(containsString("no-such-page")))
                .body(not(containsString("alert(1)")));
    }

    @Test
    void everyUnknownAddressLooksTheSame() {
        var someone = As.coordinatorOf("kent");
        assertEquals(
                someone.get("/no-such-page").extract().asString(),
                someone.get("/another/that/is/missing").extract().asString());
    }

    @Test
    void aProgramThatAsksForJsonGetsThePageToo() {
        page(
                404,
                "Page not found",
                given().accept(ContentType.JSON).get("/nothing").then());
        page(
                406,
                "This comes only as a page",
                given().accept(ContentType.JSON).get("/help").then());
    }

    @Test
    void aMethodThatIsNotTakenIsSaid() {
        page(
                405,
                "That cannot be done here",
                given().formParam("a", "b").post("/help").then());
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        page(
                400,
                "This form could not be taken",
                given().formParam("email", "a").post("/sign-in").then());
    }

    @Test
    void aFormWithAWrongTokenChangesNothing() {
        page(
                400,
                "This form could not be taken",
                given().cookie("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                        .formParam("csrf-token", "BBBBBBBBBBBBBBBBBBBBBB")
                        .post("/sign-in")
                        .then());
    }

    @Test
    void aFormThatAnotherSiteMadeTheBrowserSendChangesNothing() {
        for (var from : new String[] {"cross-site", "same-site"}) {
            page(
                    400,
                    "This form could not be taken",
                    given().header("Sec-Fetch-Site", from)
                            .cookie("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                            .formParam("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                            .post("/sign-in")
                            .then());
        }
    }

    @Test
    void aDamagedTokenIsForgotten() {
        page(
                        400,
                        "This form could not be taken",
                        given().cookie("csrf-token", "x").get("/help").then())
                .header("Set-Cookie", startsWith("csrf-token=; Max-Age=0;"));
    }

    @Test
    void theTokenStaysTheSameFromPageToPage() {
        // forms open in two windows both work
        given().cookie("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                .get("/sign-in")
                .then()
                .body(containsString("value=\"AAAAAAAAAAAAAAAAAAAAAA\""))
                .header("Set-Cookie", containsString("HTTPOnly"))
                .header("Set-Cookie", containsString("SameSite=Lax"));
    }

    @Test
    void anotherTypeOfBodyIsSaid() {
        page(
                415,
                "We cannot take that kind of file",
                given().contentType(ContentType.JSON)
                        .body("{}")
                        .post("/sign-in")
                        .then());
    }

    @Test
    void aRequestThatCannotBeReadIsSaid() {
        var answer = Wire.answerTo("GET /help HTTP/1.1\r\nConnection: close\r\n\r\n", home);
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("<h1 class=\"govuk-heading-l\">We could not read what was sent</h1>"), answer);
        assertTrue(answer.contains("Content-Security-Policy: default-src 'none'"), answer);
    }

    /** The framework turns it away before our first line runs: nothing is in that answer that could need protection. */
    @Test
    void anAddressThatIsNoneGetsAnEmptyRefusal() {
        var answer = Wire.answerTo("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", home);
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    /** Refused by its declared length, before it is read. */
    @Test
    void aBodyBeyondTheLimitIsRefusedUnread() {
        var answer = Wire.answerTo(
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 31457280\r\n\r\nemail=",
                home);
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("<h1 class=\"govuk-heading-l\">That is too large</h1>"), answer);
        assertTrue(answer.contains("up to 21MB"), answer);
        assertTrue(answer.contains("Content-Security-Policy: default-src 'none'"), answer);
    }

    @Test
    void aPageOutsideOnesRoleIsNotAllowed() {
        page(403, "Your role does not include this page", problems.of(new io.quarkus.security.ForbiddenException()));
    }

    @Test
    void aRefusalIsShownWithItsRule() {
        var page =
                page(422, "This cannot be done", problems.of(new Refused("Under 18 <b>today</b>", "vetting rule 12")));
        assertTrue(page.contains("Under 18 &lt;b&gt;today&lt;/b&gt;"));
        assertTrue(page.contains("vetting rule 12"));
    }

    @Test
    void aRefusalIsFoundUnderWhatFrameworksWrapAroundIt() {
        page(
                422,
                "This cannot be done",
                problems.of(new IllegalStateException(new RuntimeException(new Refused("No", "")))));
    }

    @Test
    void aStaleFormIsAConflict() {
        page(409, "Somebody else was quicker", problems.of(new Stale("Priya Raman saved first")));
        page(409, "Somebody else was quicker", problems.of(new RuntimeException(new OptimisticLockException())));
    }

    @Test
    void aRowThatExistsAlreadyIsAConflict() {
        var clash = assertThrows(
                RuntimeException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
                    for (int i = 0; i < 2; i++) {
                        var force = new Force();
                        force.slug = "twice";
                        force.name = "Twice";
                        force.nation = Nation.SCOTLAND;
                        force.persist();
                    }
                }));
        page(409, "Somebody else was quicker", problems.of(clash));
    }

    @Test
    void whatNobodyForesawGetsAReferenceAndNoTrace() {
        var first = page(500, "Something went wrong here", problems.of(new IllegalStateException("secret detail")));
        var second = page(500, "Something went wrong here", problems.of(new IllegalStateException("secret detail")));
        assertFalse(first.contains("secret detail"));
        assertFalse(first.contains("IllegalState"));
        assertNotEquals(first, second, "each has a reference of its own");
        assertTrue(first.matches("(?s).*[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}.*"));
    }

    @Test
    void statusesWithoutWordsOfTheirOwnGetOurs() {
        page(404, "Page not found", problems.of(new NotFoundException()));
        page(429, "Too many tries", problems.of(new ClientErrorException(429)));
        page(503, "Attest cannot answer just now", problems.of(new jakarta.ws.rs.ServiceUnavailableException()));
    }

    private static ValidatableResponse page(int status, String title, ValidatableResponse answer) {
        var page = answer.statusCode(status)
                .header("Content-Type", "text/html;charset=UTF-8")
                .extract()
                .asString();
        check(title, page);
        return answer;
    }

    private static String page(int status, String title, Response answer) {
        assertEquals(status, answer.getStatus());
        var page = (String) answer.getEntity();
        check(title, page);
        return page;
    }

    private static void check(String title, String page) {
        assertTrue(page.contains("<title>" + title + " – Attest</title>"), page);
        assertTrue(page.contains("<h1 class=\"govuk-heading-l\">" + title + "</h1>"), page);
        assertFalse(page.contains("\tat "), page);
        ValidHtml.assertValid(page);
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgProblemPagesTest extends ProblemPagesTest {}
