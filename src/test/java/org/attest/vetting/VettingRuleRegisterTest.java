package org.attest.vetting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promise that each rule has a test, kept: every rule of vetting this version enforces is cited by one at least. */
class VettingRuleRegisterTest {

    private static final Path TESTS = Path.of("src/test/java");

    /** {@code vetting rule 24}, {@code vetting rules 4, 9, 11}, {@code vetting rules 18 and 20}. */
    private static final Pattern CITED =
            Pattern.compile("vetting rules? ((?:\\d+(?:, | and | to )?)+)", Pattern.CASE_INSENSITIVE);

    /** Those on withdrawal, yearly reviews, random draws and leavers' samples have no room yet. */
    private static TreeSet<Integer> enforced() {
        return IntStream.concat(
                        IntStream.concat(IntStream.rangeClosed(1, 9), IntStream.rangeClosed(12, 29)),
                        IntStream.of(38, 39))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRuleIsCitedByATest() throws IOException {
        var citing = new TreeMap<Integer, String>();
        try (var files = Files.walk(TESTS)) {
            files.filter(f -> f.toString().endsWith("Test.java")
                            && !f.endsWith(getClass().getSimpleName() + ".java"))
                    .forEach(file -> {
                        var cited = CITED.matcher(read(file));
                        while (cited.find()) {
                            for (var number : cited.group(1).split("\\D+")) {
                                citing.putIfAbsent(
                                        Integer.valueOf(number),
                                        file.getFileName().toString());
                            }
                        }
                    });
        }
        var missing = enforced();
        missing.removeAll(citing.keySet());
        assertEquals(new TreeSet<Integer>(), missing, "no test cites these vetting rules");
    }

    private static String read(Path file) {
        try {
            // a citation may be broken over two lines of a comment
            return Files.readString(file).replaceAll("\\s*\\n\\s*(\\*|//)?\\s*", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
