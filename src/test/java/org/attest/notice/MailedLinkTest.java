package org.attest.notice;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.attest.As;
import org.attest.SmtpSink;
import org.attest.TestClock;
import org.attest.force.Reference;
import org.attest.security.LinkAnswers;
import org.attest.security.Role;
import org.attest.security.TestAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a mail server, invitations and links for a new password go by e-mail; without one the administrator hands them over. */
@QuarkusTest
class MailedLinkTest {

    private static final Pattern LINK = Pattern.compile("https://attest\\.example(/\\S+)");
    private static final String PASSWORD = "kettle under violet";

    @Inject
    MailCarrier carrier;

    @Inject
    Postman postman;

    @Inject
    LinkAnswers answers;

    private SmtpSink sink;

    @BeforeEach
    void startServer() throws IOException {
        sink = SmtpSink.there();
        QuarkusTransaction.requiringNew()
                .run(() -> Message.update("state = ?1, content = null where state <> ?1", Message.State.ACCEPTED));
        QuarkusMock.installMockForInstance(TestMail.to(sink.port()), carrier);
    }

    @AfterEach
    void stop() throws IOException {
        sink.close();
        TestClock.reset();
    }

    private String linkMailedTo(String email) {
        postman.empty(TestMail.to(sink.port()));
        var mails = sink.accepted().stream().filter(m -> m.to().equals(email)).toList();
        assertEquals(1, mails.size());
        var link = LINK.matcher(mails.get(0).raw());
        assertTrue(link.find(), mails.get(0).raw());
        return link.group(1);
    }

    @Test
    void anInvitationArrivesAndOpensTheAccount() {
        var admin = As.national(Role.ADMINISTRATOR);
        var email = Reference.random().toLowerCase() + "@invited.example";
        var made = admin.post(
                        "/accounts",
                        Map.of("name", "Ann Invited", "email", email, "role-1", "TUTOR", "force-1", "kent"))
                .statusCode(303)
                .extract()
                .header("Location");
        var path = made.substring(made.indexOf("/accounts/"));
        admin.post(path + "/links", Map.of("version", versionOn(admin, path))).statusCode(303);
        var link = linkMailedTo(email);
        As.stranger()
                .post(link, Map.of("password", PASSWORD, "again", PASSWORD))
                .statusCode(303);
        As.stranger()
                .post("/sign-in", Map.of("email", email, "password", PASSWORD))
                .statusCode(303);
    }

    private static String versionOn(As admin, String path) {
        var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(admin.get(path).extract().asString());
        assertTrue(version.find());
        return version.group(1);
    }

    @Test
    void whoeverForgotTheirPasswordIsSentALinkAndNoSecondOneTooSoon() {
        var somebody = TestAccounts.open(Role.TUTOR, "kent");
        As.stranger()
                .post("/forgotten-password", Map.of("email", somebody.email()))
                .statusCode(200);
        answers.answer();
        As.stranger()
                .post("/forgotten-password", Map.of("email", somebody.email()))
                .statusCode(200);
        answers.answer();
        var link = linkMailedTo(somebody.email());
        As.stranger().get(link).statusCode(200).body(containsString("Set a new password"));
    }

    @Test
    void aLinkThatHasExpiredIsNotSentAnyMore() throws IOException {
        sink.goAway();
        var somebody = TestAccounts.open(Role.TUTOR, "kent");
        As.stranger()
                .post("/forgotten-password", Map.of("email", somebody.email()))
                .statusCode(200);
        answers.answer();
        var later = Instant.parse("2026-06-16T08:32:00Z").plus(Duration.ofHours(1));
        TestClock.set(later);
        QuarkusTransaction.requiringNew().run(() -> Message.giveUp(later));
        sink.comeBack();
        postman.empty(TestMail.to(sink.port()));
        assertEquals(List.of(), sink.accepted());
    }
}
