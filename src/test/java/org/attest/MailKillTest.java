package org.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application is killed, several times, while it has 200 invitations to send and 200 web hook calls to make.
 * Killed while mail server and pager are away, each must be accepted exactly once; killed while it sends, every Message-ID
 * and every id must be accepted, and at most one for each kill more than once. A command of its own ({@code docs/running.md}); {@code -Dattest.kill-seed} repeats a run's moments.
 */
@Tag("kill")
class MailKillTest {

    private static final int MESSAGES = Integer.getInteger("attest.kill-messages", 200);
    private static final int KILLS = Integer.getInteger("attest.kill-rounds", 5);
    private static final long SEED = Long.getLong("attest.kill-seed", System.nanoTime());
    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String ADMIN = "admin@kill.example";
    private static final String PASSWORD = "kettle under violet";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\"\\s+value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;

    private final Random moments = new Random(SEED);
    private final int port = freePort();
    private final int management = freePort();
    private final int pagerPort = freePort();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private HttpServer pager;
    private SmtpSink sink;
    private Process application;
    private Browser browser;

    @Test
    void killedWhileBothServersAreAwayEachIsAcceptedExactlyOnce() throws Exception {
        begin();
        for (int i = 1; i <= KILLS; i++) {
            Thread.sleep(moments.nextInt(5000)); // anywhere between two tries
            kill();
            start();
        }
        comeBack();
        awaitAll();
        assertEquals(MESSAGES, sink.accepted().size(), "each mail is accepted exactly once");
        assertEquals(MESSAGES, calls.size(), "each call is accepted exactly once");
    }

    @Test
    void killedWhileSendingEveryMessageIsAcceptedAndNoneIsLost() throws Exception {
        begin();
        kill(); // with everything queued
        comeBack();
        for (int i = 1; i <= KILLS; i++) {
            start();
            int next = (int) (MESSAGES * (i - 0.5 + 0.3 * moments.nextDouble()) / (KILLS + 1));
            await(() -> sink.accepted().size() >= next || calls.size() >= next);
            Thread.sleep(moments.nextInt(40)); // anywhere between taking, handing over and writing down
            kill();
            System.out.printf(
                    "Kill %d: %d mails and %d calls accepted%n",
                    i, sink.accepted().size(), calls.size());
        }
        start();
        awaitAll();
        assertTrue(sink.accepted().size() <= MESSAGES + KILLS, "at most one mail for each kill comes twice");
        assertTrue(calls.size() <= MESSAGES + KILLS, "at most one call for each kill comes twice");
    }

    /** Everything is written while both servers are away. */
    private void begin() throws Exception {
        assertTrue(Files.exists(JAR), "Package the application first: ./mvnw package -DskipTests");
        System.out.println("Seed " + SEED + ", data in " + data);
        sink = SmtpSink.away();
        createAdmin();
        start();
        browser = new Browser().signedIn();
        writeMessages();
        System.out.printf("%d invitations and %d calls written while both servers are away%n", MESSAGES, MESSAGES);
    }

    private void comeBack() throws IOException {
        sink.comeBack();
        startPager();
    }

    private void awaitAll() throws Exception {
        await(() -> sink.messageIds().size() >= MESSAGES && Set.copyOf(calls).size() >= MESSAGES);
        Thread.sleep(50_000); // longer than a lease: whatever would still come a second time
        System.out.printf(
                "%d Message-IDs in %d acceptances, %d call ids in %d calls%n",
                sink.messageIds().size(),
                sink.accepted().size(),
                Set.copyOf(calls).size(),
                calls.size());
        assertEquals(MESSAGES, sink.messageIds().size(), "none lost, none invented");
        assertEquals(MESSAGES, Set.copyOf(calls).size(), "none lost, none invented");
        assertEquals(
                MESSAGES,
                sink.accepted().stream().map(SmtpSink.Mail::to).distinct().count());
        assertTrue(new Browser().signedIn().get("/outbox?state=ACCEPTED").body().contains(2 * MESSAGES + " messages"));
    }

    private void writeMessages() throws Exception {
        assertEquals(
                201,
                browser.post("/web-hooks/kent", Map.of("address", "http://127.0.0.1:" + pagerPort + "/attest"))
                        .statusCode());
        for (int i = 0; i < MESSAGES; i++) {
            var opened = browser.post(
                    "/accounts",
                    Map.of(
                            "name",
                            "Invited " + i,
                            "email",
                            "invited-" + i + "@kill.example",
                            "role-1",
                            "TUTOR",
                            "force-1",
                            "kent"));
            assertEquals(303, opened.statusCode(), opened.body());
            var path = URI.create(opened.headers().firstValue("Location").orElseThrow())
                    .getPath();
            var version = VERSION.matcher(browser.get(path).body());
            assertTrue(version.find());
            assertEquals(
                    303,
                    browser.post(path + "/links", Map.of("version", version.group(1)))
                            .statusCode());
            assertEquals(303, browser.post("/web-hooks/kent/test", Map.of()).statusCode());
        }
    }

    @AfterEach
    void endWhatWeStarted() throws Exception {
        if (application != null) application.destroyForcibly().waitFor();
        if (pager != null) pager.stop(0);
        if (sink != null) sink.close();
    }

    private void startPager() throws IOException {
        pager = HttpServer.create(new InetSocketAddress("127.0.0.1", pagerPort), 0);
        pager.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            calls.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        pager.start();
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos() * 4;
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "nothing more came");
            Thread.sleep(5);
        }
    }

    // --- the application

    private void createAdmin() throws Exception {
        var program = process("program.log", "create-admin", "--email", ADMIN);
        try (var in = program.getOutputStream()) {
            in.write((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(program.waitFor(3, TimeUnit.MINUTES));
        assertEquals(0, program.exitValue(), Files.readString(data.resolve("program.log")));
    }

    private void start() throws Exception {
        application = process("application.log");
        var health = HttpRequest.newBuilder(URI.create("http://localhost:" + management + "/q/health/ready"))
                .timeout(PATIENCE)
                .build();
        var client = HttpClient.newHttpClient();
        for (int i = 0; i < 1200; i++) {
            Thread.sleep(250);
            assertTrue(application.isAlive(), () -> "The application did not start: " + log());
            try {
                if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException e) {
                // not yet
            }
        }
        throw new AssertionError("The application did not start in five minutes: " + log());
    }

    private void kill() throws InterruptedException {
        application.destroyForcibly(); // SIGKILL
        assertEquals(128 + 9, application.waitFor(), "ended by the kill");
    }

    private Process process(String log, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dattest.web-hook.anywhere=true",
                // a short lease and short waits: what matters is the order of things, not the minutes
                "-Dattest.outbox.every=1s",
                "-Dattest.outbox.lease=PT40S",
                "-Dattest.outbox.first-wait=PT1S",
                "-Dattest.outbox.longest-wait=PT5S",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve(log).toFile()));
        process.environment()
                .putAll(Map.of(
                        "ATTEST_DATA",
                        data.resolve("data").toString(),
                        "ATTEST_HTTP_PORT",
                        String.valueOf(port),
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT",
                        String.valueOf(management),
                        "ATTEST_ADDRESS",
                        "http://localhost:" + port,
                        "ATTEST_MAIL_HOST",
                        "127.0.0.1",
                        "ATTEST_MAIL_PORT",
                        String.valueOf(sink.port()),
                        "ATTEST_MAIL_TLS",
                        "none",
                        "ATTEST_MAIL_FROM",
                        "attest@kill.example"));
        return process.start();
    }

    private String log() {
        try {
            return Files.readString(data.resolve("application.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- the administrator at a browser

    private final class Browser {

        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(PATIENCE)
                .build();
        private String token;

        Browser signedIn() throws Exception {
            readToken("/sign-in");
            assertEquals(
                    303,
                    post("/sign-in", Map.of("email", ADMIN, "password", PASSWORD))
                            .statusCode());
            readToken("/accounts/new");
            return this;
        }

        private void readToken(String path) throws Exception {
            var page = get(path);
            var found = TOKEN.matcher(page.body());
            assertTrue(page.statusCode() == 200 && found.find(), () -> path + " answered " + page.statusCode());
            token = found.group(1);
        }

        HttpResponse<String> get(String path) throws Exception {
            return client.send(request(path).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
            var all = new LinkedHashMap<>(fields);
            all.put("csrf-token", token);
            var body = new StringBuilder();
            all.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            return client.send(
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    BodyHandlers.ofString());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .timeout(PATIENCE);
        }
    }
}
