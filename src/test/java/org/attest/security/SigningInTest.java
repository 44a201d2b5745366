package org.attest.security;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesRegex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.attest.As;
import org.attest.OnPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name and a password make a session; without one, everything leads to the sign-in page. */
@QuarkusTest
class SigningInTest {

    @Test
    void goesHomeWithTheRightPassword() {
        var somebody = TestAccounts.open(Role.AUDITOR, null);
        var answer = As.stranger()
                .post("/sign-in", Map.of("email", somebody.email().toUpperCase(), "password", TestAccounts.PASSWORD))
                .statusCode(303)
                .header("Location", endsWith("/"))
                .extract();
        var cookie = answer.detailedCookie("attest_session");
        assertEquals(true, cookie.isHttpOnly());
        assertEquals("Lax", cookie.getSameSite());
        assertEquals("/", cookie.getPath());
        assertEquals(-1, cookie.getMaxAge());
    }

    @Test
    void showsThePageAgainWithTheAddressKeptWhenThePasswordIsWrong() {
        var somebody = TestAccounts.open(Role.AUDITOR, null);
        As.stranger()
                .post("/sign-in", Map.of("email", somebody.email(), "password", "not the right sentence"))
                .statusCode(422)
                .body(containsString("The email address or the password is not right"))
                .body(containsString(somebody.email()));
    }

    @Test
    void makesANewSessionAndEndsTheOneTheBrowserCameWith() {
        var somebody = As.national(Role.AUDITOR);
        var second = somebody.post("/sign-in", Map.of("email", somebody.email(), "password", TestAccounts.PASSWORD))
                .statusCode(303)
                .extract()
                .cookie("attest_session");
        assertNotEquals(somebody.cookie(), second);
        somebody.get("/sign-in").statusCode(200);
        somebody.with("attest_session", second).get("/sign-in").statusCode(303);
    }

    @ParameterizedTest
    @CsvSource({
        "/forces/kent?q=a%20b, /forces/kent?q=a%20b",
        "//evil.example/, /",
        "/\\evil.example, /",
        "https://evil.example/, /",
        "javascript:alert(1), /",
        "/sign-out, /",
        "/%0d%0aX: y, /",
        "evil.example, /"
    })
    void goesOnOnlyToAnAddressOfItsOwn(String next, String where) {
        var somebody = As.national(Role.AUDITOR);
        somebody.request()
                .queryParam("next", URLEncoder.encode(next, StandardCharsets.UTF_8))
                .get("/sign-in")
                .then()
                .statusCode(303)
                .header("Location", matchesRegex("http://localhost:\\d+" + Pattern.quote(where)));
    }

    @Test
    void replacesAHashMadeWithOlderParameters() {
        var somebody = TestAccounts.open(Role.AUDITOR, null);
        QuarkusTransaction.requiringNew().run(() -> {
            Account account = Account.findById(somebody.id());
            account.passwordHash = PasswordHash.of(TestAccounts.PASSWORD, 8 * 1024, 1);
        });
        As.stranger()
                .post("/sign-in", Map.of("email", somebody.email(), "password", TestAccounts.PASSWORD))
                .statusCode(303);
        QuarkusTransaction.requiringNew().run(() -> {
            Account account = Account.findById(somebody.id());
            assertEquals(false, PasswordHash.isOutdated(account.passwordHash));
            assertEquals(true, PasswordHash.matches(TestAccounts.PASSWORD, account.passwordHash));
        });
    }

    @Test
    void endsTheSessionOnSigningOutSoThatACopiedCookieIsWorthNothing() {
        var somebody = As.national(Role.AUDITOR);
        somebody.get("/sign-in").statusCode(303).header("Location", endsWith("/"));
        somebody.post("/sign-out", Map.of()).statusCode(303).header("Location", endsWith("/sign-in"));
        somebody.get("/sign-in").statusCode(200);
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgSigningInTest extends SigningInTest {}
