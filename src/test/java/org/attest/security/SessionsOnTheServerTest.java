package org.attest.security;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session lives on the server: what ends there has ended, and what changes there counts from the next request on. */
@QuarkusTest
class SessionsOnTheServerTest {

    private static final Instant START = Instant.parse("2026-06-16T08:32:00Z");

    @Inject
    Tidying tidying;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static void after(Duration duration) {
        TestClock.set(START.plus(duration));
    }

    @Test
    void sendsAStrangerToTheSignInPageAndBack() {
        As.stranger()
                .get("/accounts?q=a%20b")
                .statusCode(303)
                .header("Location", endsWith("/sign-in?next=%2Faccounts%3Fq%3Da%2520b"));
    }

    @Test
    void sendsAStrangerWhoPostsToTheSignInPage() {
        As.stranger().post("/accounts", Map.of("name", "X")).statusCode(303).header("Location", endsWith("/sign-in"));
    }

    @Test
    void refusesWhoIsSignedInButHoldsNoRoleForIt() {
        As.coordinatorOf("kent").get("/accounts").statusCode(403);
        As.nobody().get("/accounts").statusCode(403);
    }

    @Test
    void takesNoCookieThatIsNotASession() {
        As.stranger().with("attest_session", "x").get("/accounts").statusCode(303);
        As.stranger().with("attest_session", Secret.random()).get("/accounts").statusCode(303);
    }

    @Test
    void endsWhenNobodyUsedItForHalfAnHour() {
        var admin = As.national(Role.ADMINISTRATOR);
        after(Duration.ofMinutes(29));
        admin.get("/accounts").statusCode(200);
        after(Duration.ofMinutes(58));
        admin.get("/accounts").statusCode(200);
        after(Duration.ofMinutes(88));
        admin.get("/accounts").statusCode(303).header("Location", endsWith("&ended=session"));
        assertEquals(Session.End.IDLE, sessionOf(admin).endReason);
    }

    @Test
    void endsAfterTwelveHoursHoweverBusy() {
        var admin = As.national(Role.ADMINISTRATOR);
        for (int minutes = 20; minutes < 12 * 60; minutes += 20) {
            after(Duration.ofMinutes(minutes));
            admin.get("/sessions").statusCode(200);
        }
        after(Duration.ofHours(12));
        admin.get("/sessions").statusCode(303);
        assertEquals(Session.End.LONGEST, sessionOf(admin).endReason);
    }

    @Test
    void writesWhenItWasSeenAtMostOnceAMinute() {
        var admin = As.national(Role.ADMINISTRATOR);
        after(Duration.ofSeconds(59));
        admin.get("/sessions").statusCode(200);
        assertEquals(START, sessionOf(admin).lastSeenAt);
        after(Duration.ofSeconds(60));
        admin.get("/sessions").statusCode(200);
        assertEquals(START.plusSeconds(60), sessionOf(admin).lastSeenAt);
    }

    @Test
    void losesARoleOnTheNextRequest() {
        var admin = As.national(Role.ADMINISTRATOR);
        admin.get("/accounts").statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> {
            Account account = Account.findById(admin.accountId());
            account.roles().get(0).end(START, "Tests");
        });
        admin.get("/accounts").statusCode(403);
    }

    @Test
    void endsWithTheAccount() {
        var somebody = As.coordinatorOf("kent");
        somebody.get("/sessions").statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> Account.<Account>findById(somebody.accountId()).disable(START, "Tests"));
        somebody.get("/sessions").statusCode(303);
        QuarkusTransaction.requiringNew()
                .run(() -> Account.<Account>findById(somebody.accountId()).enable(START, "Tests"));
        somebody.get("/sessions").statusCode(303);
    }

    @Test
    void isStoredOnlyAsAHash() {
        var somebody = As.coordinatorOf("kent");
        var stored = sessionOf(somebody).tokenHash;
        assertNotEquals(somebody.cookie(), stored);
        assertEquals(Secret.hash(somebody.cookie()), stored);
        As.stranger().with("attest_session", stored).get("/sessions").statusCode(303);
    }

    @Test
    void canBeSeenAndEndedByItsOwner() {
        var somebody = As.coordinatorOf("kent");
        var elsewhere = Secret.random();
        var ref = QuarkusTransaction.requiringNew().call(() -> Session.begin(
                        Account.findById(somebody.accountId()), elsewhere, "Firefox on Windows", "192.0.2.1", START)
                .ref);
        somebody.get("/sessions")
                .statusCode(200)
                .body(containsString("Firefox on Windows"))
                .body(containsString("192.0.2.1"));

        As.coordinatorOf("kent").post("/sessions/" + ref + "/ending", Map.of()).statusCode(404);
        As.stranger().with("attest_session", elsewhere).get("/sessions").statusCode(200);
        somebody.post("/sessions/" + ref + "/ending", Map.of()).statusCode(303);
        As.stranger().with("attest_session", elsewhere).get("/sessions").statusCode(303);
        somebody.get("/sessions").statusCode(200).body(not(containsString("Firefox on Windows")));
    }

    @Test
    void canBeEndedEverywhereElseAtOnce() {
        var somebody = As.coordinatorOf("kent");
        var elsewhere = Secret.random();
        QuarkusTransaction.requiringNew()
                .run(() -> Session.begin(
                        Account.findById(somebody.accountId()), elsewhere, "Firefox on Windows", "192.0.2.1", START));
        somebody.post("/sessions/endings", Map.of()).statusCode(303);
        As.stranger().with("attest_session", elsewhere).get("/sessions").statusCode(303);
        somebody.get("/sessions").statusCode(200);
    }

    @Test
    void endsEverywhereWhenThePasswordChanges() {
        var somebody = As.coordinatorOf("kent");
        somebody.post(
                        "/password",
                        Map.of("current", "wrong", "password", "kettle under violet", "again", "kettle under violet"))
                .statusCode(422)
                .body(containsString("This is not your password now"));
        somebody.post(
                        "/password",
                        Map.of("current", TestAccounts.PASSWORD, "password", "Password1234", "again", "Password1234"))
                .statusCode(422)
                .body(containsString("less common"));
        somebody.post(
                        "/password",
                        Map.of(
                                "current",
                                TestAccounts.PASSWORD,
                                "password",
                                "kettle under violet",
                                "again",
                                "another one here"))
                .statusCode(422)
                .body(containsString("Type the same password again"));
        somebody.get("/sessions").statusCode(200);

        var fresh = somebody.post(
                        "/password",
                        Map.of(
                                "current",
                                TestAccounts.PASSWORD,
                                "password",
                                "kettle under violet",
                                "again",
                                "kettle under violet"))
                .statusCode(303)
                .extract()
                .cookie("attest_session");
        somebody.get("/sessions").statusCode(303);
        somebody.with("attest_session", fresh).get("/sessions").statusCode(200);
        As.stranger()
                .post("/sign-in", Map.of("email", somebody.email(), "password", TestAccounts.PASSWORD))
                .statusCode(422);
        As.stranger()
                .post("/sign-in", Map.of("email", somebody.email(), "password", "kettle under violet"))
                .statusCode(303);
    }

    @Test
    void isEndedByItselfWhenItsBrowserNeverComesBack() {
        var somebody = As.coordinatorOf("kent");
        after(Duration.ofMinutes(31));
        tidying.tidy();
        assertEquals(Session.End.IDLE, sessionOf(somebody).endReason);
    }

    private static Session sessionOf(As somebody) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Session.heldWith(somebody.cookie()).orElseThrow());
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgSessionsOnTheServerTest extends SessionsOnTheServerTest {}
