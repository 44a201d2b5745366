package org.attest.security;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stranger who guesses learns nothing, waits longer and longer, and keeps nobody else out. */
@QuarkusTest
class GuessingTest {

    private static final String WRONG = "The email address or the password is not right";

    @BeforeEach
    void forgetOtherTests() {
        QuarkusTransaction.requiringNew().run(() -> Throttle.deleteAll());
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
        forgetOtherTests();
    }

    private static ValidatableResponse attempt(As browser, String email, String password) {
        return browser.post("/sign-in", Map.of("email", email, "password", password));
    }

    private static String bodyOf(ValidatableResponse answer, String email) {
        return answer.extract().asString().replace(email, "EMAIL").replaceAll("value=\"[\\w-]{20,}\"", "TOKEN");
    }

    @Test
    void readsTheSameAnswerForAnUnknownADisabledAndAnInvitedAccountAndAWrongPassword() {
        var known = TestAccounts.open(Role.TUTOR, "kent").email();
        var disabled = TestAccounts.open(Role.TUTOR, "kent").email();
        var invited = TestAccounts.open(Role.TUTOR, "kent").email();
        QuarkusTransaction.requiringNew().run(() -> {
            Account.byEmail(disabled).orElseThrow().enabled = false;
            Account.byEmail(invited).orElseThrow().passwordHash = null;
        });
        var unknown = Reference.random().toLowerCase() + "@tests.example";
        var browser = As.stranger();
        var expected = bodyOf(attempt(browser, unknown, "some wrong password").statusCode(422), unknown);
        assertTrue(expected.contains(WRONG));
        assertEquals(
                expected, bodyOf(attempt(browser, known, "some wrong password").statusCode(422), known));
        assertEquals(
                expected,
                bodyOf(attempt(browser, disabled, TestAccounts.PASSWORD).statusCode(422), disabled));
        assertEquals(
                expected,
                bodyOf(attempt(browser, invited, TestAccounts.PASSWORD).statusCode(422), invited));
        assertEquals(
                expected, bodyOf(attempt(browser, known, "x".repeat(10_000)).statusCode(422), known));
    }

    @Test
    void takesTheSameNumberOfStatementsWhetherOrNotTheAccountExists() {
        var known = TestAccounts.open(Role.TUTOR, "kent").email();
        var unknown = Reference.random().toLowerCase() + "@tests.example";
        var browser = As.stranger();
        attempt(browser, "warm@tests.example", "some wrong password");
        assertEquals(
                statementsOf(() -> attempt(browser, unknown, "some wrong password")),
                statementsOf(() -> attempt(browser, known, "some wrong password")));
    }

    private static long statementsOf(Callable<?> work) {
        var statistics = Account.getEntityManager()
                .getEntityManagerFactory()
                .unwrap(org.hibernate.SessionFactory.class)
                .getStatistics();
        long before = statistics.getPrepareStatementCount();
        try {
            work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return statistics.getPrepareStatementCount() - before;
    }

    @Test
    void hasToWaitAfterAFewFailuresWithTheSameAnswerForAnUnknownAccount() {
        var known = TestAccounts.open(Role.TUTOR, "kent").email();
        var unknown = Reference.random().toLowerCase() + "@tests.example";
        var browser = As.stranger();
        for (int i = 0; i < 5; i++) {
            attempt(browser, known, "some wrong password").statusCode(422);
            attempt(browser, unknown, "some wrong password").statusCode(422);
        }
        var answer = attempt(browser, known, TestAccounts.PASSWORD)
                .statusCode(429)
                .header("Retry-After", equalTo("11"))
                .body(containsString("Too many attempts. Try again in 11 seconds."));
        assertEquals(
                bodyOf(answer, known),
                bodyOf(attempt(browser, unknown, "anything at all").statusCode(429), unknown));

        TestClock.set(Instant.parse("2026-06-16T08:32:11Z"));
        attempt(browser, known, "some wrong password").statusCode(422);
        attempt(browser, known, TestAccounts.PASSWORD).statusCode(429).header("Retry-After", equalTo("21"));

        TestClock.set(Instant.parse("2026-06-16T08:32:40Z"));
        attempt(browser, known, TestAccounts.PASSWORD).statusCode(303);
    }

    @Test
    void cannotKeepOutTheOwnerWhoHasSignedInBefore() {
        var known = TestAccounts.open(Role.TUTOR, "kent").email();
        var device = attempt(As.stranger(), known, TestAccounts.PASSWORD)
                .statusCode(303)
                .extract()
                .cookie("attest_device");
        var stranger = As.stranger();
        for (int i = 0; i < 45; i++)
            attempt(stranger, i % 9 == 0 ? known : i + "@tests.example", "some wrong password");
        attempt(stranger, known, TestAccounts.PASSWORD).statusCode(429);
        attempt(stranger, "somebody-else@tests.example", "some wrong password").statusCode(429);

        attempt(As.stranger().with("attest_device", device), known, TestAccounts.PASSWORD)
                .statusCode(303);
    }

    @Test
    void cannotKeepOutANamedPersonElsewhere() {
        var known = TestAccounts.open(Role.TUTOR, "kent").email();
        QuarkusTransaction.requiringNew().run(() -> {
            var now = TestClock.TODAY
                    .atTime(9, 32)
                    .atZone(org.attest.web.ClockOfAttest.LONDON)
                    .toInstant();
            for (int i = 0; i < 20; i++) Throttle.count(Throttle.ofStranger(known, "192.0.2.1"), now);
        });
        attempt(As.stranger(), known, TestAccounts.PASSWORD).statusCode(303);
    }

    @Test
    void cannotPassTheDelayByTryingManyTimesAtOnce() throws Exception {
        var known = TestAccounts.open(Role.TUTOR, "kent").email();
        var pool = Executors.newFixedThreadPool(8);
        try {
            var tries = java.util.stream.IntStream.range(0, 16)
                    .mapToObj(i -> (Callable<Integer>) () -> attempt(As.stranger(), known, "some wrong password")
                            .extract()
                            .statusCode())
                    .toList();
            long tried = pool.invokeAll(tries).stream()
                    .filter(f -> {
                        try {
                            return f.get() == 422;
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .count();
            assertEquals(5, tried);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void isForgottenLittleByLittle() {
        var now = Instant.parse("2026-06-16T08:00:00Z");
        var counters = List.of(Throttle.Kind.PAIR.of(Reference.random(), "192.0.2.1"));
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 4; i++) Throttle.count(counters, now);
        });
        QuarkusTransaction.requiringNew().run(() -> Throttle.count(counters, now.plusSeconds(3600)));
        QuarkusTransaction.requiringNew().run(() -> {
            Throttle row = Throttle.findById(counters.get(0).counted());
            assertEquals(3, row.failures);
        });
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgGuessingTest extends GuessingTest {}
