package org.attest.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.attest.As;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer, whatever it is, carries the same protecting headers (OWASP ASVS level 2). */
@QuarkusTest
class AnswerHeadersTest {

    @Inject
    Assets assets;

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/sign-in", "/no-such-page", "/me", "/assets/x/none.css", "/q/health"})
    void standOnEveryAnswerToALook(String path) {
        protect(given().redirects().follow(false).get(path));
    }

    @Test
    void standOnStaticFiles() {
        protect(given().get(assets.getRoot() + "/attest.css"));
    }

    @Test
    void standOnRefusedForms() {
        protect(given().formParam("a", "b").post("/sign-in"));
        protect(given().post("/help"));
        protect(given().contentType("application/json").body("{}").post("/sign-in"));
        protect(given().header("Sec-Fetch-Site", "cross-site")
                .formParam("a", "b")
                .post("/sign-in"));
    }

    @Test
    void standOnPagesOfTheSignedIn() {
        protect(As.coordinatorOf("kent").get("/accounts").extract().response());
    }

    @Test
    void keepNoPageInAnyCache() {
        given().get("/help").then().header("Cache-Control", "no-store");
        given().get("/no-such-page").then().header("Cache-Control", "no-store");
    }

    @Test
    void tellNothingOfWhatRunsHere() {
        given().get("/no-such-page")
                .then()
                .header("Server", equalTo(null))
                .header("X-Powered-By", equalTo(null))
                .body(not(containsString("Quarkus")))
                .body(not(containsString("no-such-page")));
    }

    private static void protect(Response answer) {
        answer.then()
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
                                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin")
                .header("Permissions-Policy", containsString("geolocation=()"))
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                // told only to those who came over https: to others it means nothing
                .header("Strict-Transport-Security", equalTo(null));
    }
}
