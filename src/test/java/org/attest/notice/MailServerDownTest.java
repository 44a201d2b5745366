package org.attest.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.OnPostgres;
import org.attest.SmtpSink;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages outlive a mail server that is down and a sender that is killed; none is lost, and each has one Message-ID. */
@QuarkusTest
class MailServerDownTest {

    private static final Instant NINE = Instant.parse("2026-06-16T08:00:00Z");

    @Inject
    Notices notices;

    @Inject
    Postman postman;

    private final String mark = Reference.random().toLowerCase();
    private SmtpSink sink;

    @BeforeEach
    void emptyOutbox() throws IOException {
        TestClock.set(NINE);
        QuarkusTransaction.requiringNew()
                .run(() -> Message.update("state = ?1, content = null where state <> ?1", Message.State.ACCEPTED));
        sink = SmtpSink.away();
    }

    @AfterEach
    void reset() throws IOException {
        TestClock.reset();
        sink.close();
    }

    private void write(int count) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < count; i++) {
                notices.write(
                        Force.bySlug("kent").orElseThrow(),
                        mark + "-" + i + "@down.example",
                        "Somebody",
                        Template.NEWS,
                        Map.of("link", "/me"));
            }
        });
    }

    private List<Message> messages() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Message.<Message>list("recipient like ?1 order by id", mark + "%"));
    }

    private Set<String> idsWritten() {
        return messages().stream().map(m -> m.messageId).collect(Collectors.toSet());
    }

    private Set<Message.State> states() {
        return messages().stream().map(m -> m.state).collect(Collectors.toSet());
    }

    /** A minute at a time, the postman coming by each minute. */
    private void pass(Carrier carrier, Duration time) {
        var end = clockNow().plus(time);
        while (clockNow().isBefore(end)) {
            now = now.plus(Duration.ofMinutes(1));
            TestClock.set(now);
            postman.empty(carrier);
        }
    }

    private Instant now = NINE;

    private Instant clockNow() {
        return now;
    }

    @Test
    void twoHundredArriveExactlyOnceWhenTheSenderIsKilledWhileTheServerIsDown() throws IOException {
        write(200);
        pass(TestMail.to(sink.port()), Duration.ofMinutes(20));
        // killed with a message in its hands: taken, and nothing written down of it
        assertThrows(DyingCarrier.Killed.class, () -> {
            var dying = DyingCarrier.before(0, TestMail.to(sink.port()));
            for (int minute = 0; minute < 20; minute++) pass(dying, Duration.ofMinutes(1));
        });
        assertEquals(
                1,
                messages().stream()
                        .filter(m -> m.state == Message.State.SENDING)
                        .count());
        pass(TestMail.to(sink.port()), Duration.between(now, NINE.plus(Duration.ofHours(1))));
        assertTrue(sink.accepted().isEmpty());
        sink.comeBack();
        pass(TestMail.to(sink.port()), Duration.ofMinutes(30));
        assertEquals(Set.of(Message.State.ACCEPTED), states(), "none is lost");
        assertEquals(200, sink.accepted().size(), "each is accepted exactly once");
        assertEquals(idsWritten(), sink.messageIds());
    }

    @Test
    void twoHundredArriveExactlyOnceWhenTheSenderIsKilledBetweenTakingAndHandingOver() throws IOException {
        write(200);
        var carrier = TestMail.to(sink.port());
        pass(carrier, Duration.ofHours(1));
        assertEquals(200, messages().size());
        assertFalse(states().contains(Message.State.ACCEPTED));
        sink.comeBack();
        // the sender dies with message 71 in its hands: taken, and not handed over yet
        var dying = DyingCarrier.before(70, TestMail.to(sink.port()));
        now = now.plus(Duration.ofMinutes(20));
        TestClock.set(now);
        assertThrows(DyingCarrier.Killed.class, () -> postman.empty(dying));
        assertEquals(70, sink.accepted().size());
        pass(TestMail.to(sink.port()), Duration.ofMinutes(30));
        assertEquals(Set.of(Message.State.ACCEPTED), states());
        assertEquals(200, sink.accepted().size(), "each is accepted once");
        assertEquals(idsWritten(), sink.messageIds());
    }

    @Test
    void aSenderKilledRightAfterTheServerAcceptedSendsThatOneAgainWithTheSameMessageId() throws IOException {
        write(5);
        sink.comeBack();
        var dying = DyingCarrier.after(2, TestMail.to(sink.port()));
        assertThrows(DyingCarrier.Killed.class, () -> postman.empty(dying));
        assertEquals(3, sink.accepted().size(), "two were written down, the third was accepted and is not");
        pass(TestMail.to(sink.port()), Duration.ofMinutes(4));
        assertEquals(5, sink.accepted().size(), "while the lease lasts nobody touches the third");
        pass(TestMail.to(sink.port()), Duration.ofMinutes(3));
        assertEquals(6, sink.accepted().size(), "at most one message for each kill comes twice");
        assertEquals(idsWritten(), sink.messageIds(), "under the Message-ID it had");
        assertEquals(Set.of(Message.State.ACCEPTED), states());
    }

    @Test
    void aServerThatFallsSilentAfterAcceptingGetsTheSameMessageIdAgain() throws IOException {
        write(3);
        sink.comeBack();
        sink.fallSilentAfterAccepting(true);
        postman.empty(TestMail.to(sink.port()));
        assertEquals(1, sink.accepted().size(), "nothing else goes this way while it does not answer");
        sink.fallSilentAfterAccepting(false);
        pass(TestMail.to(sink.port()), Duration.ofMinutes(5));
        assertEquals(4, sink.accepted().size());
        assertEquals(3, sink.messageIds().size());
        assertEquals(Set.of(Message.State.ACCEPTED), states());
    }

    @Test
    void waitsLongerAfterEachFailureUpToAQuarterOfAnHour() {
        for (int attempts = 1; attempts < 40; attempts++) {
            var wait = postman.wait(attempts);
            var meant = Duration.ofMinutes(Math.min(15, 1L << Math.min(attempts - 1, 10)));
            assertTrue(wait.compareTo(meant.multipliedBy(8).dividedBy(10)) >= 0, attempts + ": " + wait);
            assertTrue(wait.compareTo(meant.multipliedBy(12).dividedBy(10)) <= 0, attempts + ": " + wait);
        }
    }

    @Test
    void aRefusalForGoodIsGivenUpAtOnceAndTheOthersGoOn() throws IOException {
        write(1);
        sink.comeBack();
        sink.refuse("550 5.1.1 no such mailbox");
        postman.empty(TestMail.to(sink.port()));
        var message = messages().get(0);
        assertEquals(Message.State.GIVEN_UP, message.state);
        assertTrue(message.result.contains("no such mailbox"), message.result);
        assertTrue(sink.accepted().isEmpty());
        sink.refuse("450 4.2.0 greylisted");
        write(2);
        postman.empty(TestMail.to(sink.port()));
        assertEquals(Message.State.FAILED, messages().get(1).state);
        sink.refuse(null);
        pass(TestMail.to(sink.port()), Duration.ofMinutes(2));
        assertEquals(2, sink.accepted().size());
    }

    @Test
    void isGivenUpAfterThreeDaysAndNotBefore() {
        write(1);
        var carrier = TestMail.to(sink.port());
        postman.empty(carrier);
        TestClock.set(NINE.plus(Duration.ofDays(3)).minusSeconds(1));
        QuarkusTransaction.requiringNew()
                .run(() -> Message.giveUp(NINE.plus(Duration.ofDays(3)).minusSeconds(1)));
        assertEquals(Set.of(Message.State.FAILED), states());
        QuarkusTransaction.requiringNew().run(() -> Message.giveUp(NINE.plus(Duration.ofDays(3))));
        assertEquals(Set.of(Message.State.GIVEN_UP), states());
    }

    @Test
    void theTextIsForgottenOnceTheServerHasIt() throws IOException {
        write(1);
        sink.comeBack();
        postman.empty(TestMail.to(sink.port()));
        var message = messages().get(0);
        assertEquals(Message.State.ACCEPTED, message.state);
        assertNull(message.content);
        assertTrue(message.result.contains("accepted as 1"), message.result);
    }

    @Test
    void aNameCanAddNoHeader() throws IOException {
        QuarkusTransaction.requiringNew()
                .run(() -> notices.write(
                        null,
                        mark + "-0@down.example",
                        "Eve\r\nBcc: everybody@evil.example\r\n\r\nBuy this",
                        Template.PASSWORD_LINK,
                        Map.of("link", "/password-resets/x", "until", "noon\r\nX-Evil: yes")));
        sink.comeBack();
        postman.empty(TestMail.to(sink.port()));
        var mail = sink.accepted().get(0);
        assertEquals(mark + "-0@down.example", mail.to());
        assertFalse(mail.head().matches("(?ims).*^(Bcc|X-Evil):.*"), mail.head());
        assertTrue(mail.head().contains("From: Attest <" + TestMail.FROM + ">"), mail.head());
        assertTrue(mail.raw().contains("https://attest.example/password-resets/x"), mail.raw());
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgMailServerDownTest extends MailServerDownTest {}
