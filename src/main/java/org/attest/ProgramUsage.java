package org.attest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** How each program is used, known without starting anything: one line each in {@code programs.txt}. */
final class ProgramUsage {

    private ProgramUsage() {}

    static List<String> lines() {
        try (var in = ProgramUsage.class.getResourceAsStream("/programs.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line of a program, if there is one of this name. */
    static Optional<String> of(String name) {
        return lines().stream().filter(l -> l.split(" ")[0].equals(name)).findFirst();
    }

    /** What to show for a program of this name: its line, or all of them. */
    static List<String> help(String name) {
        var jar = "java -jar quarkus-run.jar ";
        return of(name).map(l -> List.of("Usage: " + jar + l)).orElseGet(() -> {
            var help = new java.util.ArrayList<String>();
            help.add("There is no program " + name + ". There are:");
            lines().forEach(l -> help.add("  " + jar + l));
            return help;
        });
    }
}
