package org.attest.notice;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.security.Account;
import org.attest.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A force's urgent notices reach its pager, signed, once each, without a word of what they are about. */
@QuarkusTest
class WebHookTest {

    private static final Instant START = Instant.parse("2026-06-16T08:00:00Z");
    private static final String SENTENCE = "Welfare check-in of Rowan Ashdown is overdue";
    private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*value=\"([^\"]+)\"");

    private record Call(String id, String timestamp, String signature, String body) {}

    @Inject
    Notices notices;

    @Inject
    Outbox outbox;

    @Inject
    Postman postman;

    @Inject
    HookCarrier carrier;

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private HttpServer pager;
    private int port;
    private Instant now = START;

    @BeforeEach
    void startPager() throws IOException {
        TestClock.set(now);
        QuarkusTransaction.requiringNew()
                .run(() -> Message.update("state = ?1, content = null where state <> ?1", Message.State.ACCEPTED));
        start(0);
    }

    private void start(int on) throws IOException {
        pager = HttpServer.create(new InetSocketAddress("127.0.0.1", on), 0);
        port = pager.getAddress().getPort();
        pager.createContext("/", exchange -> {
            var head = exchange.getRequestHeaders();
            calls.add(new Call(
                    head.getFirst("Idempotency-Key"),
                    head.getFirst("Attest-Timestamp"),
                    head.getFirst("Attest-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (answer == 302) exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        pager.start();
    }

    @AfterEach
    void stop() {
        pager.stop(0);
        TestClock.reset();
        QuarkusTransaction.requiringNew().run(() -> WebHook.of(kent()).ifPresent(h -> h.end(now, "Tests")));
    }

    private static Force kent() {
        return Force.bySlug("kent").orElseThrow();
    }

    private String set() {
        var page = As.national(Role.ADMINISTRATOR)
                .post("/web-hooks/kent", Map.of("address", "http://127.0.0.1:" + port + "/attest"))
                .statusCode(201)
                .extract()
                .asString();
        var secret = SECRET.matcher(page);
        assertTrue(secret.find());
        return secret.group(1);
    }

    private void tellUrgently(As somebody, int times) {
        QuarkusTransaction.requiringNew().run(() -> {
            Account account = Account.findById(somebody.accountId());
            for (int i = 0; i < times; i++) notices.tell(account, kent(), NoticeKind.URGENT, SENTENCE, "/");
        });
    }

    private void pass(Duration time) {
        now = now.plus(time);
        TestClock.set(now);
        postman.empty(carrier);
    }

    private long waiting() {
        return QuarkusTransaction.requiringNew().call(Message::countWaiting);
    }

    @Test
    void callsWithASignatureThatTheDocumentedCheckAccepts() throws Exception {
        var secret = set();
        var somebody = As.coordinatorOf("kent");
        tellUrgently(somebody, 3);
        postman.empty(carrier);
        assertEquals(1, calls.size(), "one call is enough to make somebody look");
        var call = calls.get(0);
        // docs/web-hook.md
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var expected = "sha256="
                + java.util.HexFormat.of()
                        .formatHex(mac.doFinal((call.timestamp + "." + call.body).getBytes(StandardCharsets.UTF_8)));
        assertTrue(MessageDigest.isEqual(expected.getBytes(), call.signature.getBytes()));
        assertEquals(now.getEpochSecond(), Long.parseLong(call.timestamp));
        var body = new ObjectMapper().readTree(call.body);
        assertEquals(call.id, body.get("id").asText());
        assertEquals("urgent", body.get("kind").asText());
        assertEquals("kent", body.get("force").asText());
        assertEquals("https://attest.example/notices", body.get("address").asText());
        assertEquals(somebody.email(), body.get("recipient").get("email").asText());
        assertFalse(call.body.contains("Rowan") || call.body.contains("elfare"), call.body);
    }

    private void write(int count) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < count; i++) outbox.call(kent(), null, "test", "/notices");
        });
    }

    private void minutes(int count, Carrier by) {
        for (int minute = 0; minute < count; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            TestClock.set(now);
            postman.empty(by);
        }
    }

    private Set<String> idsCalled() {
        return calls.stream().map(Call::id).collect(Collectors.toSet());
    }

    /** Of what was written in this test: everything before it was settled at its beginning. */
    private Set<String> idsWritten() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Message.<Message>list(
                        "channel = ?1 and queuedAt >= ?2 and recipient like ?3",
                        Message.Channel.HOOK,
                        START,
                        "%:" + port + "/attest"))
                .stream()
                .map(m -> m.messageId)
                .collect(Collectors.toSet());
    }

    @Test
    void twoHundredArriveExactlyOnceWhenTheSenderIsKilledWhileThePagerIsDown() throws IOException {
        set();
        pager.stop(0);
        write(200);
        minutes(20, carrier);
        // killed with a call in its hands: taken, and nothing written down of it
        assertThrows(DyingCarrier.Killed.class, () -> minutes(20, DyingCarrier.before(0, carrier)));
        minutes((int) Duration.between(now, START.plus(Duration.ofHours(1))).toMinutes(), carrier);
        assertEquals(200, waiting());
        start(port);
        minutes(30, carrier);
        assertEquals(0, waiting(), "none is lost");
        assertEquals(200, calls.size(), "each is accepted exactly once");
        assertEquals(idsWritten(), idsCalled());
    }

    @Test
    void twoHundredArriveExactlyOnceWhenTheSenderIsKilledBetweenTakingAndCalling() {
        set();
        write(200);
        assertThrows(DyingCarrier.Killed.class, () -> postman.empty(DyingCarrier.before(70, carrier)));
        assertEquals(70, calls.size());
        minutes(6, carrier);
        assertEquals(0, waiting());
        assertEquals(200, calls.size(), "each is accepted exactly once");
        assertEquals(idsWritten(), idsCalled());
    }

    @Test
    void aSenderKilledRightAfterThePagerSaidYesCallsThatOneAgainUnderTheSameId() {
        set();
        write(5);
        assertThrows(DyingCarrier.Killed.class, () -> postman.empty(DyingCarrier.after(2, carrier)));
        assertEquals(3, calls.size(), "two were written down, the third was answered and is not");
        minutes(4, carrier);
        assertEquals(5, calls.size(), "while the lease lasts nobody touches the third");
        minutes(3, carrier);
        assertEquals(6, calls.size(), "at most one call for each kill comes twice");
        assertEquals(calls.get(2).id(), calls.get(5).id(), "under the id it had: whoever drops that acts once");
        assertEquals(idsWritten(), idsCalled());
        assertEquals(0, waiting());
    }

    @Test
    void anAnswerThatIsNoYesIsTriedAgainUnderTheSameId() {
        set();
        tellUrgently(As.coordinatorOf("kent"), 1);
        answer = 500;
        postman.empty(carrier);
        answer = 302;
        pass(Duration.ofMinutes(2));
        assertEquals(2, calls.size(), "a redirection is not followed");
        answer = 204;
        pass(Duration.ofMinutes(5));
        assertEquals(3, calls.size());
        assertEquals(1, calls.stream().map(Call::id).distinct().count());
        assertEquals(0, waiting());
    }

    @Test
    void whatIsNotUrgentCallsNobody() {
        set();
        var somebody = As.coordinatorOf("kent");
        QuarkusTransaction.requiringNew().run(() -> {
            Account account = Account.findById(somebody.accountId());
            notices.tell(account, kent(), NoticeKind.NEWS, SENTENCE, "/");
            notices.tell(account, Force.bySlug("gwent").orElseThrow(), NoticeKind.URGENT, SENTENCE, "/");
        });
        postman.empty(carrier);
        assertTrue(calls.isEmpty());
    }

    @Test
    void theAdministratorSetsTestsAndTakesItAwayAndSeesTheSecretOnce() {
        var admin = As.national(Role.ADMINISTRATOR);
        admin.get("/web-hooks").statusCode(200).body(containsString("Kent Police"));
        admin.post("/web-hooks/kent/test", Map.of()).statusCode(422);
        admin.post("/web-hooks/kent", Map.of("address", "ftp://127.0.0.1/x"))
                .statusCode(422)
                .body(containsString("must begin with https://"))
                .body(containsString("ftp://127.0.0.1/x"));
        var secret = set();
        admin.get("/web-hooks/kent")
                .statusCode(200)
                .body(containsString("127.0.0.1:" + port))
                .body(not(containsString(secret)));
        admin.post("/web-hooks/kent/test", Map.of()).statusCode(303);
        postman.empty(carrier);
        assertTrue(calls.get(0).body.contains("\"kind\":\"test\""), calls.get(0).body);
        admin.get("/outbox").body(containsString("Web hook")).body(not(containsString(secret)));
        admin.post("/web-hooks/kent/ending", Map.of()).statusCode(303);
        admin.get("/web-hooks/kent").body(containsString("called out nowhere"));
        As.coordinatorOf("kent").get("/web-hooks/kent").statusCode(403);
    }

    @Test
    void whatWaitsWhenTheHookIsTakenAwayIsGivenUp() {
        set();
        tellUrgently(As.coordinatorOf("kent"), 1);
        QuarkusTransaction.requiringNew()
                .run(() -> WebHook.of(kent()).orElseThrow().end(now, "Tests"));
        postman.empty(carrier);
        assertTrue(calls.isEmpty());
        assertEquals(0, waiting());
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgWebHookTest extends WebHookTest {}
