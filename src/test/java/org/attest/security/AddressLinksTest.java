package org.attest.security;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.attest.As;
import org.junit.jupiter.api.Test;

/** The offer to sign in with another address ends with whatever secures the account. */
@QuarkusTest
class AddressLinksTest {

    @Inject
    Clock clock;

    private final As somebody = As.role(Role.APPLICANT, "kent");
    private final String link =
            TestAddressLinks.offer(somebody.accountId(), "another" + somebody.ref() + "@tests.example");

    private void inAccount(Consumer<Account> does) {
        QuarkusTransaction.requiringNew().run(() -> does.accept(Account.findById(somebody.accountId())));
    }

    private static void isVoid(String link) {
        As.stranger().get(link).statusCode(404);
        As.stranger().post(link, Map.of()).statusCode(404);
    }

    @Test
    void isTakenUpOnce() {
        As.stranger().get(link).statusCode(200).body(containsString("@tests.example"));
        As.stranger().post(link, Map.of()).statusCode(303);
        isVoid(link);
    }

    @Test
    void endsWithANewPassword() {
        somebody.post(
                        "/password",
                        Map.of(
                                "current",
                                TestAccounts.PASSWORD,
                                "password",
                                "kettle under violet",
                                "again",
                                "kettle under violet"))
                .statusCode(303);
        isVoid(link);
    }

    @Test
    void endsWhenTheAccountIsDisabledAndOpenedAgain() {
        inAccount(account -> account.disable(clock.instant(), "Tests"));
        inAccount(account -> account.enable(clock.instant(), "Tests"));
        isVoid(link);
    }

    @Test
    void endsWhenTheAccountOpensMoreThanItsOwnRecord() {
        somebody.and(Role.TUTOR, "kent");
        isVoid(link);
    }
}
