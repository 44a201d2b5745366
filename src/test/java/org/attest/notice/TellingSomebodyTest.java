package org.attest.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.security.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told and written commits with the deed that causes it, or not at all. */
@QuarkusTest
class TellingSomebodyTest {

    private static final Map<String, String> LINK = Map.of("link", "/me");

    @Inject
    Notices notices;

    @Inject
    TextSeal seal;

    private static String address() {
        return Reference.random().toLowerCase() + "@told.example";
    }

    private static Force kent() {
        return Force.bySlug("kent").orElseThrow();
    }

    private static Message messageTo(String email) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Message.<Message>find("recipient", email).firstResult());
    }

    @Test
    void waitsInTheOutboxOnceTheDeedIsDone() {
        var email = address();
        QuarkusTransaction.requiringNew().run(() -> notices.write(kent(), email, "Róisín", Template.NEWS, LINK));
        var message = messageTo(email);
        assertEquals(Message.State.QUEUED, message.state);
        assertEquals(
                Outbox.HOME + "/me",
                seal.open(message.content, message.messageId)
                        .lines()
                        .skip(5)
                        .findFirst()
                        .orElseThrow());
        assertTrue(seal.open(message.content, message.messageId).contains("Dear Róisín"));
    }

    @Test
    void saysNothingWhenTheDeedIsUndone() {
        var email = address();
        var coordinator = As.coordinatorOf("kent");
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    notices.write(kent(), email, "Nobody", Template.NEWS, LINK);
                    Account account = Account.findById(coordinator.accountId());
                    notices.tell(account, kent(), NoticeKind.TASK, "Never said", "/");
                    throw new IllegalStateException("undone");
                }));
        assertEquals(null, messageTo(email));
        assertEquals(
                0L,
                QuarkusTransaction.requiringNew()
                        .call(() -> Notice.count("account.id", coordinator.accountId()))
                        .longValue());
    }

    @Test
    void isPartOfADeedAndNeverAloneInTheWorld() {
        assertThrows(TransactionalException.class, () -> notices.write(null, address(), "X", Template.NEWS, LINK));
    }

    @Test
    void aCopyOfTheDatabaseDoesNotGiveAwayTheLink() {
        var email = address();
        var fields = Map.of("link", "/invitations/very-secret", "until", "tomorrow");
        QuarkusTransaction.requiringNew()
                .run(() -> notices.write(null, email, "X", Template.ACCOUNT_INVITATION, fields));
        var message = messageTo(email);
        assertFalse(new String(message.content, StandardCharsets.ISO_8859_1).contains("very-secret"));
        var other = address();
        QuarkusTransaction.requiringNew()
                .run(() -> notices.write(null, other, "X", Template.ACCOUNT_INVITATION, fields));
        assertNotEquals(messageTo(other).messageId, message.messageId);
        // one sealed text cannot stand in for another
        assertThrows(IllegalStateException.class, () -> seal.open(message.content, messageTo(other).messageId));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\r\nBcc: all@b.example",
                "a@b.example,c@d.example",
                "a b@c.example",
                "no-address",
                "<a@b.example>",
                ""
            })
    void anAddressThatCouldCarryAHeaderIsRefused(String email) {
        assertThrows(IllegalArgumentException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> notices.write(kent(), email, "X", Template.NEWS, LINK)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "me", "/a b", "/a\nb"})
    void aLinkLeadsToAttestAndNowhereElse(String link) {
        assertThrows(IllegalArgumentException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> notices.write(kent(), address(), "X", Template.NEWS, Map.of("link", link))));
    }

    @Test
    void aTemplateGetsItsFieldsAndNoOthers() {
        assertThrows(IllegalArgumentException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> notices.write(kent(), address(), "X", Template.NEWS, Map.of())));
        assertThrows(IllegalArgumentException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> notices.write(
                        kent(), address(), "X", Template.NEWS, Map.of("link", "/me", "reason", "secret"))));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgTellingSomebodyTest extends TellingSomebodyTest {}
