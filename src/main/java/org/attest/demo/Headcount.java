package org.attest.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Special constables in post by force, as published; the newest date there is gives the demonstration its proportions. */
final class Headcount {

    private static final String NEWEST = "2019-09-30";

    private Headcount() {}

    /** By slug: the 43 forces of England and Wales and the British Transport Police. */
    static Map<String, Integer> of30September2019() {
        var file = Headcount.class.getResourceAsStream("/reference/special-constabulary-headcount.csv");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var counts = new TreeMap<String, Integer>();
            // no cell of this file is quoted
            lines.lines()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[2].equals(NEWEST))
                    .forEach(cells -> counts.put(cells[1], Integer.parseInt(cells[3])));
            return counts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
