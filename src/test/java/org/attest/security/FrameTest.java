package org.attest.security;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.attest.As;
import org.junit.jupiter.api.Test;

/** The frame around a page offers what the roles held may open, and nothing else. */
@QuarkusTest
class FrameTest {

    @Test
    void offersACoordinatorTheirForce() {
        assertEquals(
                List.of(
                        "/forces/kent",
                        "/forces/kent/volunteers",
                        "/forces/kent/cohorts",
                        "/forces/kent/meetings",
                        "/forces/kent/sessions",
                        "/forces/kent/imports",
                        "/forces/kent/templates",
                        "/training",
                        "/policy"),
                ways(As.coordinatorOf("kent")));
    }

    @Test
    void offersAnAuditorTheTrailAndNoForce() {
        assertEquals(List.of("/policy", "/trail"), ways(As.national(Role.AUDITOR)));
    }

    @Test
    void offersAVolunteerTheirOwnPage() {
        assertEquals(List.of("/me", "/me/training", "/training", "/policy"), ways(As.role(Role.VOLUNTEER, "kent")));
    }

    @Test
    void offersAnAdministratorAccounts() {
        assertEquals(List.of("/policy", "/accounts", "/outbox"), ways(As.national(Role.ADMINISTRATOR)));
    }

    @Test
    void offersNothingToWhoHoldsNoRole() {
        As.nobody()
                .get("/help")
                .body(not(containsString("<nav class=\"attest-nav\"")))
                .body(containsString("National"));
    }

    @Test
    void saysWhereOneIs() {
        As.coordinatorOf("kent")
                .get("/forces/kent/no-such-part")
                .statusCode(404)
                .body(containsString("<a href=\"/forces/kent\" aria-current=\"true\">Dashboard</a>"));
    }

    @Test
    void neverShowsTheOtherForce() {
        As.coordinatorOf("kent")
                .get("/forces/gwent/volunteers")
                .statusCode(404)
                .body(containsString("Kent Police"))
                .body(not(containsString("Gwent")));
    }

    private static List<String> ways(As who) {
        var page = who.get("/help").statusCode(200).extract().asString();
        var nav = page.substring(page.indexOf("<nav class=\"attest-nav\""), page.indexOf("</nav>"));
        return Pattern.compile("href=\"([^\"]+)\"")
                .matcher(nav)
                .results()
                .map(m -> m.group(1))
                .toList();
    }
}
