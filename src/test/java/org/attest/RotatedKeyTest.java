package org.attest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code rotate-key} as it is packaged and documented: every vetting case reads as it did before, the trail is sound, and the
 * old key opens nothing any more. A command of its own ({@code docs/running.md}).
 */
@Tag("packaged")
class RotatedKeyTest {

    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final List<String> ROTATE = List.of("rotate-key", "--compartment", "vetting");
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\"\\s+value=\"([^\"]+)\"");
    private static final Pattern CASE = Pattern.compile("href=\"/vetting-cases/(\\w+)\"");
    private static final int CASES = 12;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final int port = freePort();
    private final int management = freePort();
    private Process application;

    @AfterEach
    void endWhatWeStarted() throws InterruptedException {
        if (application != null) application.destroyForcibly().waitFor();
    }

    @Test
    void opensEveryCaseAsBefore() throws Exception {
        assertTrue(Files.exists(JAR), "Package the application first: ./mvnw package -DskipTests");
        start(Map.of());
        var before = cases();
        assertEquals(
                new Ended(1, "Attest is running. Stop every node of it, then rotate the key"),
                program(Map.of(), ROTATE),
                "refused while it runs");
        stop();

        var key = folder.resolve("data/keys/vetting.key");
        var old = Files.readAllBytes(key);
        assertEquals(2, program(Map.of(), ROTATE.subList(0, 1)).exit);
        var rotated = program(Map.of(), ROTATE);
        assertEquals(0, rotated.exit, rotated.text);
        assertTrue(
                Pattern.compile("has a new key, and it seals [1-9]\\d* cases\\.")
                        .matcher(rotated.text)
                        .find(),
                rotated.text);
        assertFalse(Arrays.equals(old, Files.readAllBytes(key)), "another key");
        start(Map.of());
        assertEquals(before, cases());
        var verified = program(Map.of(), List.of("verify-trail"));
        assertEquals(0, verified.exit, verified.text);
        stop();

        var now = Files.readString(key).strip();
        Files.write(key, old);
        assertTrue(refusesToStart(Map.of()).contains("is not the one these data were written with"));

        Files.delete(key);
        var given = Map.of("ATTEST_VETTING_KEY", now);
        assertEquals(
                new Ended(
                        1,
                        "The vetting key is given by ATTEST_VETTING_KEY: set ATTEST_VETTING_KEY_NEXT to the one that"
                                + " is to follow it."),
                program(given, ROTATE),
                "one clear line");
        var next = new String(old).strip();
        var both = Map.of("ATTEST_VETTING_KEY", now, "ATTEST_VETTING_KEY_NEXT", next);
        assertEquals(0, program(both, ROTATE).exit);
        assertTrue(refusesToStart(given).contains("ATTEST_VETTING_KEY is not the one"));
        start(Map.of("ATTEST_VETTING_KEY", next));
        assertEquals(before, cases());
        assertArrayEquals(new String[0], folder.resolve("data/keys").toFile().list((d, f) -> f.startsWith("vetting")));
    }

    /** What the vetting manager reads of cases: the case, its form, its decision. */
    private Map<String, String> cases() throws Exception {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var token = TOKEN.matcher(get(client, "/sign-in"));
        assertTrue(token.find());
        var signIn = HttpRequest.newBuilder(address("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "email=vetting-manager%40kent.example&password=correct-horse-attest&csrf-token="
                                + token.group(1)))
                .build();
        assertEquals(303, client.send(signIn, BodyHandlers.discarding()).statusCode());
        var read = new LinkedHashMap<String, String>();
        var found = CASE.matcher(get(client, "/vetting?view=all"));
        while (found.find() && read.size() < 3 * CASES) {
            for (var page : List.of("", "/form", "/decision")) {
                var path = "/vetting-cases/" + found.group(1) + page;
                read.put(path, main(get(client, path)));
            }
        }
        assertEquals(3 * CASES, read.size(), "cases of the demonstration");
        assertTrue(read.values().stream().allMatch(page -> page.contains("<h1")));
        return read;
    }

    private static String main(String page) {
        return TOKEN.matcher(page.replaceAll("(?s).*(<main.*</main>).*", "$1")).replaceAll("");
    }

    private String get(HttpClient client, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    // --- the application

    private record Ended(int exit, String text) {}

    private void start(Map<String, String> keys) throws Exception {
        application = process("application.log", keys, List.of());
        var health = HttpRequest.newBuilder(URI.create("http://localhost:" + management + "/q/health/ready"))
                .timeout(Duration.ofMinutes(1))
                .build();
        for (int i = 0; i < 1200; i++) {
            Thread.sleep(250);
            assertTrue(application.isAlive(), () -> "The application did not start: " + log("application.log"));
            try {
                if (HttpClient.newHttpClient()
                                .send(health, BodyHandlers.discarding())
                                .statusCode()
                        == 200) return;
            } catch (IOException e) {
                // not yet
            }
        }
        throw new AssertionError("The application did not start in five minutes: " + log("application.log"));
    }

    private void stop() throws InterruptedException {
        application.destroy();
        assertTrue(application.waitFor(1, TimeUnit.MINUTES));
    }

    /** What it says when it does not start. */
    private String refusesToStart(Map<String, String> keys) throws Exception {
        application = process("application.log", keys, List.of());
        assertTrue(application.waitFor(2, TimeUnit.MINUTES), "it runs");
        assertEquals(1, application.exitValue());
        return log("application.log");
    }

    private Ended program(Map<String, String> keys, List<String> words) throws Exception {
        var program = process("program.log", keys, words);
        assertTrue(program.waitFor(2, TimeUnit.MINUTES));
        return new Ended(program.exitValue(), log("program.log"));
    }

    private Process process(String log, Map<String, String> keys, List<String> words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                JAR.toString()));
        command.addAll(words);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        // which would say so on the screen of each program
        process.environment().remove("JAVA_TOOL_OPTIONS");
        process.environment()
                .putAll(Map.of(
                        "ATTEST_DEMO", "true",
                        "ATTEST_DATA", folder.resolve("data").toString(),
                        "ATTEST_HTTP_PORT", String.valueOf(port),
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT", String.valueOf(management)));
        process.environment().putAll(keys);
        return process.start();
    }

    private String log(String name) {
        try {
            return Files.readString(folder.resolve(name)).strip();
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
}
