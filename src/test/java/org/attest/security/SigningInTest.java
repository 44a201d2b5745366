package org.attest.security;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.junit.jupiter.api.Test;

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
