package org.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
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
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application on its embedded database is killed while eight people add applicants, again and again. What was
 * acknowledged is there after the restart, each with its entry, and the trail verifies. A command of its own ({@code
 * docs/running.md}); {@code -Dattest.kill-rounds} says how often, {@code -Dattest.kill-seed} repeats a run's moments.
 */
@Tag("kill")
class KillTest {

    private static final int WRITERS = 8;
    private static final int ROUNDS = Integer.getInteger("attest.kill-rounds", 20);
    private static final long SEED = Long.getLong("attest.kill-seed", System.nanoTime());
    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final String PEOPLE = "/forces/kent/volunteers";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\"\\s+value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;

    private final Random moments = new Random(SEED);
    private final int port = freePort();
    private final int management = freePort();
    private Process application;

    @Test
    void losesNoAcknowledgedChange() throws Exception {
        assertTrue(Files.exists(JAR), "Package the application first: ./mvnw package -DskipTests");
        System.out.println("Seed " + SEED + ", data in " + data);
        var acknowledged = new ConcurrentSkipListSet<String>();
        var refused = new AtomicLong();
        start();
        for (int round = 1; round <= ROUNDS; round++) {
            int before = acknowledged.size();
            int worked = writeAndKill(round, acknowledged, refused);
            long began = System.nanoTime();
            start();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);

            var there = peopleOfThisTest();
            var lost = new TreeSet<>(acknowledged);
            lost.removeAll(there);
            var verified = program("verify-trail");
            long entries = entriesOfThisTest();
            System.out.printf(
                    "Round %2d: killed after %5d ms, %4d acknowledged (%d in all), %d there, %d entries, %d lost, restart %d s,"
                            + " verify-trail %d%n",
                    round,
                    worked,
                    acknowledged.size() - before,
                    acknowledged.size(),
                    there.size(),
                    entries,
                    lost.size(),
                    seconds,
                    verified.exit);
            assertEquals(Set.of(), lost, "acknowledged, and gone after round " + round);
            assertEquals(0, verified.exit, verified.text);
            assertEquals(there.size(), entries, "each person there was entered in the trail, and nobody else");
        }
        assertTrue(acknowledged.size() >= ROUNDS * WRITERS, "the writers hardly wrote: " + acknowledged.size());
        System.out.printf(
                "%d rounds, %d writers: %d acknowledged, 0 lost, %d answers other than that%n",
                ROUNDS, WRITERS, acknowledged.size(), refused.get());
    }

    @AfterEach
    void endWhatWeStarted() throws InterruptedException {
        if (application != null) application.destroyForcibly().waitFor();
    }

    /** Returns after how many milliseconds of work it was killed. */
    private int writeAndKill(int round, Set<String> acknowledged, AtomicLong refused) throws Exception {
        var browsers = new ArrayList<Browser>();
        for (int i = 0; i < WRITERS; i++) browsers.add(new Browser().signedIn());
        int worked = 500 + moments.nextInt(4500);
        var killed = new boolean[1];
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int i = 0; i < WRITERS; i++) {
                var browser = browsers.get(i);
                var who = "Kill Round" + letters(round) + " Writer" + letters(i);
                threads.submit(() -> {
                    for (int n = 0; !killed[0]; n++) {
                        var name = who + " Person" + letters(n);
                        try {
                            int status = browser.post(
                                            PEOPLE + "/new",
                                            Map.of("fullName", name, "appointmentType", "SPECIAL_CONSTABLE"))
                                    .statusCode();
                            if (status == 303) acknowledged.add(name);
                            else refused.incrementAndGet();
                        } catch (IOException e) {
                            return null; // the application is gone
                        }
                    }
                    return null;
                });
            }
            Thread.sleep(worked);
            application.destroyForcibly(); // SIGKILL
        } finally {
            killed[0] = true;
            threads.shutdown();
            assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
        }
        assertEquals(128 + 9, application.waitFor(), "ended by the kill");
        return worked;
    }

    private Set<String> peopleOfThisTest() throws Exception {
        var csv = new Browser().signedIn().get(PEOPLE + ".csv?q=Kill");
        assertEquals(200, csv.statusCode(), csv.body());
        var names = new TreeSet<String>();
        var name = Pattern.compile("Kill Round[A-Z]+ Writer[A-Z]+ Person[A-Z]+").matcher(csv.body());
        while (name.find()) names.add(name.group());
        return names;
    }

    private long entriesOfThisTest() throws Exception {
        var export = data.resolve("export").resolve("trail.jsonl");
        Files.createDirectories(export.getParent());
        var exported = program("export-trail", export.toString());
        assertEquals(0, exported.exit, exported.text);
        try (var lines = Files.lines(export)) {
            return lines.filter(l -> l.contains("\"chain\":\"kent\"") && l.contains("\"action\":\"person entered\""))
                    .count();
        }
    }

    // --- the application

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

    private record Ended(int exit, String text) {}

    private Ended program(String... words) throws Exception {
        var program = process("program.log", words);
        assertTrue(program.waitFor(2, TimeUnit.MINUTES));
        return new Ended(program.exitValue(), Files.readString(data.resolve("program.log")));
    }

    private Process process(String log, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve(log).toFile());
        process.environment()
                .putAll(Map.of(
                        "ATTEST_DEMO", "true",
                        "ATTEST_DATA", data.resolve("data").toString(),
                        "ATTEST_HTTP_PORT", String.valueOf(port),
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT", String.valueOf(management)));
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

    /** A number in letters, so that it may stand in a name. */
    private static String letters(int number) {
        return number < 26 ? "" + (char) ('A' + number) : letters(number / 26 - 1) + (char) ('A' + number % 26);
    }

    // --- a person at a browser

    private final class Browser {

        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(PATIENCE)
                .build();
        private String token;

        Browser signedIn() throws Exception {
            readToken("/sign-in");
            for (int i = 0; i < 20; i++) {
                int status = post(
                                "/sign-in",
                                Map.of("email", "coordinator@kent.example", "password", "correct-horse-attest"))
                        .statusCode();
                if (status == 303) {
                    readToken(PEOPLE + "/new");
                    return this;
                }
                Thread.sleep(500); // many hash a password at this moment
            }
            throw new AssertionError("could not sign in");
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
