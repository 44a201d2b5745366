package org.attest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Who walks through a force in a browser leaves people behind in it, and other tests count the people of a force: so
 * the force of a journey is named in no other test.
 */
class JourneysKeepApartTest {

    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern FORCE_OF_ITS_OWN = Pattern.compile("SLUG = \"([a-z-]+)\"");

    @Test
    void eachInAForceThatNoOtherTestUses() throws IOException {
        List<Path> tests;
        try (var files = Files.walk(TESTS)) {
            tests = files.filter(file -> file.toString().endsWith("Test.java")).toList();
        }
        var shared = new TreeMap<String, List<Path>>();
        var journeys = 0;
        for (var journey : tests) {
            if (!journey.toString().endsWith("JobTest.java")) continue;
            var force = FORCE_OF_ITS_OWN.matcher(read(journey));
            if (!force.find()) continue;
            journeys++;
            var name = "\"" + force.group(1) + "\"";
            var others = tests.stream()
                    .filter(other -> !other.equals(journey) && read(other).contains(name))
                    .toList();
            if (!others.isEmpty()) shared.put(name + " of " + journey, others);
        }
        assertTrue(journeys > 0, "no journey names a force");
        assertEquals(new TreeMap<>(), shared);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
