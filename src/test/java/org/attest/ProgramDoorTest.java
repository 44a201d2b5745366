package org.attest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attest.audit.KeyFile;
import org.attest.web.Program;
import org.attest.web.Terminal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program called beside the running application runs inside it, with the caller's screen, keyboard and files. */
@QuarkusTest
class ProgramDoorTest {

    @Inject
    HttpServer server;

    @ConfigProperty(name = "attest.data")
    String data;

    @TempDir
    Path folder;

    private final Screen screen = new Screen();

    private int call(String... words) throws Exception {
        var key = KeyFile.read(ProgramDoor.keyFile(data)).orElseThrow();
        return call(ProgramDoor.asHeader(key), words);
    }

    private int call(String key, String[] words) throws Exception {
        return new ProgramCall(List.of(words), screen).throughTheDoor("localhost", server.getManagementPort(), key);
    }

    @Test
    void readsAndWritesTheCallersFiles() throws Exception {
        var bytes = new byte[300_001];
        new Random(1).nextBytes(bytes);
        var from = Files.write(folder.resolve("from"), bytes);
        var to = folder.resolve("to");

        assertEquals(7, call("echo", from.toString(), to.toString()));
        assertArrayEquals(bytes, Files.readAllBytes(to));
        assertEquals(List.of("The secret is open sesame"), screen.out);
        assertEquals(List.of("That was indiscreet"), screen.err);
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        assertEquals(Program.FAILED, call("echo", folder + "/nothing", folder + "/to"));
        assertEquals(List.of("echo failed: there is no file " + folder + "/nothing"), screen.err);
        assertFalse(Files.exists(folder.resolve("to")));
    }

    @Test
    void showsARefusalsSentenceAndNothingElse() throws Exception {
        assertEquals(Program.FAILED, call("echo", "refuse", "Not today."));
        assertEquals(List.of("Not today."), screen.err);
    }

    @Test
    void saysWhichSettingIsMissingAndNothingElse() throws Exception {
        assertEquals(Program.FAILED, call("echo", "unset", "Set ATTEST_ECHO."));
        assertEquals(List.of("Set ATTEST_ECHO."), screen.err);
    }

    @Test
    void answersEveryCallHoweverQuickTheApplicationIs() {
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            for (int i = 0; i < 200; i++) assertEquals(Program.FAILED, call("echo", "refuse", "Not today."));
        });
        assertEquals(200, screen.err.size());
    }

    @Test
    void showsTheUsageOfAProgramThatIsMisused() throws Exception {
        assertEquals(Program.MISUSED, call("export-trail"));
        assertEquals(List.of("Usage: java -jar quarkus-run.jar export-trail FILE"), screen.err);
    }

    @Test
    void isShutToAnotherKey() throws Exception {
        assertEquals(Program.FAILED, call("00".repeat(32), new String[] {"verify-trail"}));
        assertTrue(screen.err.get(0).contains("runs on other data"), screen.err.get(0));
    }

    @Test
    void verifiesAndExportsTheTrail() throws Exception {
        var export = folder.resolve("trail.jsonl");
        assertEquals(Program.DONE, call("export-trail", export.toString()), screen.err::toString);
        assertTrue(Files.readString(export).contains("\"action\":\"trail exported\""));
        assertEquals(
                Files.readString(Path.of("src/main/java/org/attest/audit/VerifyTrail.java")),
                Files.readString(folder.resolve("VerifyTrail.java")));

        screen.out.clear();
        assertEquals(Program.DONE, call("verify-trail"), screen.err::toString);
        assertTrue(screen.out.stream().anyMatch(l -> l.startsWith("Chain national: ")), screen.out.toString());
    }

    /** A terminal of this test, at whose keyboard sits Ali Baba. */
    private static final class Screen implements Terminal {

        private final Terminal near = new NearTerminal();
        private final List<String> out = new ArrayList<>();
        private final List<String> err = new ArrayList<>();

        @Override
        public void say(String line) {
            out.add(line);
        }

        @Override
        public void complain(String line) {
            err.add(line);
        }

        @Override
        public InputStream read(String file) throws IOException {
            return near.read(file);
        }

        @Override
        public OutputStream write(String file) throws IOException {
            return near.write(file);
        }

        @Override
        public String secret(String prompt) {
            return "open sesame";
        }
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgProgramDoorTest extends ProgramDoorTest {}
