package org.attest.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.security.Account;
import org.attest.security.Role;
import org.attest.web.ClockOfAttest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One e-mail a person and day, and none without news. */
@QuarkusTest
class DigestTest {

    @Inject
    Notices notices;

    @Inject
    Digests digests;

    @Inject
    TextSeal seal;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static void at(LocalDate day, int hour, int minute) {
        TestClock.set(day.atTime(LocalTime.of(hour, minute))
                .atZone(ClockOfAttest.LONDON)
                .toInstant());
    }

    private void tell(As somebody, NoticeKind kind, int times) {
        QuarkusTransaction.requiringNew().run(() -> {
            Account account = Account.findById(somebody.accountId());
            for (int i = 0; i < times; i++)
                notices.tell(account, Force.bySlug("kent").orElseThrow(), kind, "Review of Rowan Ashdown", "/");
        });
    }

    private static List<Message> mailsTo(As somebody) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Message.<Message>list("recipient = ?1 order by id", somebody.email()));
    }

    private String textOf(Message message) {
        return seal.open(message.content, message.messageId);
    }

    @Test
    void countsWhatIsNewAndNeverSaysWhat() {
        var tutor = As.role(Role.TUTOR, "kent");
        tell(tutor, NoticeKind.TASK, 3);
        digests.write();
        var mails = mailsTo(tutor);
        assertEquals(1, mails.size());
        var text = textOf(mails.get(0));
        assertTrue(text.contains("3 new notices"), text);
        assertFalse(text.contains("Rowan"), text);
    }

    @Test
    void runTwiceItWritesOnce() {
        var tutor = As.role(Role.TUTOR, "kent");
        tell(tutor, NoticeKind.TASK, 1);
        digests.write();
        tell(tutor, NoticeKind.TASK, 1);
        digests.write();
        assertEquals(1, mailsTo(tutor).size(), "what is told later waits for tomorrow");
        at(TestClock.TODAY.plusDays(1), 7, 0);
        digests.write();
        assertEquals(2, mailsTo(tutor).size());
        assertTrue(textOf(mailsTo(tutor).get(1)).contains("1 new notice."));
        at(TestClock.TODAY.plusDays(2), 7, 0);
        digests.write();
        assertEquals(2, mailsTo(tutor).size(), "no news, no e-mail");
    }

    @Test
    void runByTwoNodesAtOnceItWritesOnce() throws Exception {
        var tutors = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> As.role(Role.TUTOR, "kent"))
                .toList();
        for (var tutor : tutors) tell(tutor, NoticeKind.TASK, 2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> run = digests::write;
            for (var done : pool.invokeAll(List.of(run, run))) done.get();
        } finally {
            pool.shutdownNow();
        }
        for (var tutor : tutors) assertEquals(1, mailsTo(tutor).size());
    }

    @Test
    void waitsForItsHour() {
        var tutor = As.role(Role.TUTOR, "kent");
        at(TestClock.TODAY, 6, 59);
        tell(tutor, NoticeKind.TASK, 1);
        digests.write();
        assertEquals(0, mailsTo(tutor).size());
        at(TestClock.TODAY, 7, 0);
        digests.write();
        assertEquals(1, mailsTo(tutor).size());
    }

    @Test
    void leavesAloneWhoWantsNoneHasReadAllOrLeftTheForce() {
        var never = As.role(Role.TUTOR, "kent");
        never.post("/notices/emails", Map.of("wanted", "NEVER")).statusCode(303);
        var reader = As.role(Role.TUTOR, "kent");
        var gone = As.role(Role.TUTOR, "gwent");
        for (var person : List.of(never, reader, gone)) tell(person, NoticeKind.TASK, 1);
        reader.post("/notices/readings", Map.of()).statusCode(303);
        digests.write();
        for (var person : List.of(never, reader, gone))
            assertEquals(0, mailsTo(person).size());
    }

    @Test
    void whatIsUrgentComesAtOnceToWhoWantsThatAndOnceWhileItWaits() {
        var calm = As.role(Role.INSPECTOR, "kent");
        var hurried = As.role(Role.INSPECTOR, "kent");
        hurried.post("/notices/emails", Map.of("wanted", "URGENT")).statusCode(303);
        for (var person : List.of(calm, hurried)) tell(person, NoticeKind.URGENT, 3);
        tell(hurried, NoticeKind.REMINDER, 1);
        assertEquals(0, mailsTo(calm).size());
        assertEquals(1, mailsTo(hurried).size());
        assertEquals(Template.URGENT, mailsTo(hurried).get(0).template);
        assertFalse(textOf(mailsTo(hurried).get(0)).contains("Rowan"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgDigestTest extends DigestTest {}
