package org.attest.security;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A link sets a password once, in its time, and says nothing to whoever holds none. */
@QuarkusTest
class SingleUseLinkTest {

    private static final Instant START = Instant.parse("2026-06-16T08:32:00Z");
    private static final String PASSWORD = "kettle under violet";
    private static final Map<String, String> TYPED = Map.of("password", PASSWORD, "again", PASSWORD);

    @Inject
    LinkLimits limits;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private String invitationOf(TestAccounts.Opened opened) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Account account = Account.findById(opened.id());
            account.passwordHash = null;
            return SingleUseLink.make(account, limits, START, "Tests").path();
        });
    }

    private String resetOf(TestAccounts.Opened opened) {
        return QuarkusTransaction.requiringNew()
                .call(() -> SingleUseLink.make(Account.findById(opened.id()), limits, START, "Tests")
                        .path());
    }

    @Test
    void letsTheInvitedSetAPasswordOnce() {
        var invited = TestAccounts.open(Role.TUTOR, "kent");
        var path = invitationOf(invited);
        var browser = As.stranger();
        browser.get(path)
                .statusCode(200)
                .body(containsString("Set your password"))
                .body(containsString(invited.email()));
        browser.get(path).statusCode(200);
        browser.post(path, Map.of("password", "short", "again", "short"))
                .statusCode(422)
                .body(containsString("at least 12"));
        browser.post(path, TYPED).statusCode(303).header("Location", endsWith("/sign-in"));
        browser.get(path).statusCode(404).body(containsString("This link cannot be used"));
        browser.post(path, TYPED).statusCode(404);
        browser.post("/sign-in", Map.of("email", invited.email(), "password", PASSWORD))
                .statusCode(303);
    }

    @Test
    void endsTheSessionsOfWhoeverHadTheOldPassword() {
        var somebody = As.coordinatorOf("kent");
        var path = QuarkusTransaction.requiringNew()
                .call(() -> SingleUseLink.make(Account.findById(somebody.accountId()), limits, START, "Tests")
                        .path());
        As.stranger().post(path, TYPED).statusCode(303);
        somebody.get("/sessions").statusCode(303);
    }

    @Test
    void worksOnlyAtItsOwnAddress() {
        var somebody = TestAccounts.open(Role.TUTOR, "kent");
        var path = resetOf(somebody);
        As.stranger().get(path.replace("password-resets", "invitations")).statusCode(404);
        As.stranger().get(path).statusCode(200).body(containsString("Set a new password"));
    }

    @Test
    void expiresAfterAnHourOrASevenDays() {
        var reset = resetOf(TestAccounts.open(Role.TUTOR, "kent"));
        var invitation = invitationOf(TestAccounts.open(Role.TUTOR, "kent"));
        var browser = As.stranger();
        TestClock.set(START.plusSeconds(3599));
        browser.get(reset).statusCode(200);
        TestClock.set(START.plusSeconds(3600));
        browser.get(reset).statusCode(404);
        browser.post(reset, TYPED).statusCode(404);
        TestClock.set(START.plusSeconds(7 * 86_400 - 1));
        browser.get(invitation).statusCode(200);
        TestClock.set(START.plusSeconds(7 * 86_400));
        browser.get(invitation).statusCode(404);
    }

    @Test
    void isReplacedByANewerOne() {
        var somebody = TestAccounts.open(Role.TUTOR, "kent");
        var older = resetOf(somebody);
        var newer = resetOf(somebody);
        As.stranger().get(older).statusCode(404);
        As.stranger().get(newer).statusCode(200);
    }

    @Test
    void answersTheSameForALinkThatNeverWasAndOneOfADisabledAccount() {
        var somebody = TestAccounts.open(Role.TUTOR, "kent");
        var path = resetOf(somebody);
        QuarkusTransaction.requiringNew().run(() -> Account.<Account>findById(somebody.id()).enabled = false);
        var never = As.stranger()
                .get("/password-resets/" + Secret.random())
                .statusCode(404)
                .extract()
                .asString();
        assertEquals(never, As.stranger().get(path).statusCode(404).extract().asString());
    }

    @Test
    void isUsedByOneOfTwoWhoComeAtTheSameMoment() throws Exception {
        var path = resetOf(TestAccounts.open(Role.TUTOR, "kent"));
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> use =
                    () -> As.stranger().post(path, TYPED).extract().statusCode();
            var codes = pool.invokeAll(java.util.List.of(use, use)).stream()
                    .map(f -> {
                        try {
                            return f.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .sorted()
                    .toList();
            assertEquals(java.util.List.of(303, 404), codes);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void isAskedForInTheSameWordsWhetherOrNotTheAddressHasAnAccount() {
        var known = TestAccounts.open(Role.TUTOR, "kent").email();
        var unknown = Reference.random().toLowerCase() + "@tests.example";
        var browser = As.stranger();
        var forKnown = browser.post("/forgotten-password", Map.of("email", known))
                .statusCode(200)
                .extract()
                .asString();
        var forUnknown = browser.post("/forgotten-password", Map.of("email", unknown))
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(forUnknown.replace(unknown, "EMAIL"), forKnown.replace(known, "EMAIL"));
        browser.post("/forgotten-password", Map.of("email", "nonsense")).statusCode(422);
        As.national(Role.ADMINISTRATOR)
                .get("/accounts?state=ASKED&q=" + known)
                .statusCode(200)
                .body(containsString(known))
                .body(containsString("Asks for a password"));
        As.national(Role.ADMINISTRATOR).get("/accounts?q=" + unknown).body(containsString("No account fits"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgSingleUseLinkTest extends SingleUseLinkTest {}
