package org.attest.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.attest.As;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that the foot of every page leads to. */
@QuarkusTest
class PublicPagesTest {

    private static final Map<String, String> TITLES = Map.of(
            "/help", "Help",
            "/accessibility", "Accessibility",
            "/privacy", "Privacy",
            "/how-answers-are-decided", "How answers are decided");

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/accessibility", "/privacy", "/how-answers-are-decided"})
    void areOpenToAnybodyAndValid(String path) {
        var page = given().get(path)
                .then()
                .statusCode(200)
                .body(containsString("<title>" + TITLES.get(path) + " – Attest</title>"))
                .body(containsString("<a href=\"/sign-in\">Sign in</a>"))
                .body(not(containsString("Sign out")))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/privacy"})
    void standInTheFrameOfWhoeverIsSignedIn(String path) {
        var page = As.coordinatorOf("kent")
                .get(path)
                .statusCode(200)
                .body(containsString("Kent Police"))
                .body(containsString(", coordinator"))
                .body(containsString("<a href=\"/forces/kent/volunteers\">Volunteers</a>"))
                .body(containsString("action=\"/sign-out\""))
                .body(not(containsString("href=\"/accounts\"")))
                .body(not(containsString("href=\"/national\"")))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
    }
}
