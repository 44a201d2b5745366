package org.attest.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand clean rows through the packaged program with 512 MB of heap: looked at, brought in, and looked at again.
 * A command of its own ({@code docs/running.md}).
 */
@Tag("large")
class HundredThousandRowsTest {

    private static final int ROWS = Integer.getInteger("attest.large-rows", 100_000);
    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void fitIn512MegabytesOfHeap() throws Exception {
        assertTrue(Files.exists(JAR), "Package the application first: ./mvnw package -DskipTests");
        var file = write();
        System.out.printf("%,d rows, %,d bytes%n", ROWS, Files.size(file));
        assertTrue(program("--dry-run", file).contains(ROWS + " new, 0 changed, 0 same, 0 refused"));
        assertTrue(program(null, file).contains("people brought in and 0 changed"));
        assertTrue(program("--dry-run", file).contains("0 new, 0 changed, " + ROWS + " same, 0 refused"));
    }

    private Path write() throws IOException {
        var file = folder.resolve("people.csv");
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("Collar no,Full name,DOB,Email,Mobile,Role,Stage,Date applied,Nationality status,Occupation\r\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(String.format(
                        "%07d,Zoë %s O’Brien,%02d/%02d/%d,person%d@large.example,01622 %06d,SC,Interview,2026-03-%02d,British,Librarian\r\n",
                        i, Sheet.letters(i), 1 + i % 28, 1 + i % 12, 1960 + i % 40, i, i, 1 + i % 28));
            }
        }
        return file;
    }

    private String program(String option, Path file) throws Exception {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                JAR.toString(),
                "import",
                "--force",
                "kent",
                "--kind",
                "applicants"));
        if (option != null) command.add(option);
        command.add(file.toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ATTEST_DATA", folder.resolve("data").toString());
        builder.environment().put("ATTEST_DEMO", "false");
        long began = System.nanoTime();
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        System.out.printf(
                "%n%s: %,d ms with the start of the program%n%s",
                option == null ? "commit" : option, (System.nanoTime() - began) / 1_000_000, said);
        assertEquals(0, exit, said);
        return said;
    }
}
