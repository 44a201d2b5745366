package org.attest.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Invented addresses: streets that are made up, in the towns of {@code demo/places.txt}. */
final class Places {

    private static final List<String> STREETS = List.of(
            "Mill Lane",
            "Chapel Hill",
            "Quarry Road",
            "Fuller’s Close",
            "Bramble Way",
            "Old Ropewalk",
            "Kiln Street",
            "Orchard Rise",
            "Station View",
            "Weir Court");
    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final Map<String, List<String>> TOWNS = read();

    private final List<String> towns;

    /** Places of a region; of the whole country where it is none. */
    Places(String region) {
        towns = TOWNS.getOrDefault(
                region == null ? "" : region,
                TOWNS.values().stream().flatMap(List::stream).sorted().toList());
    }

    /** On two lines, with the postcode. */
    String draw(Random random) {
        var town = Names.one(towns, random).split("=");
        return (1 + random.nextInt(89)) + " " + Names.one(STREETS, random) + "\n" + town[0] + " " + town[1] + " "
                + (1 + random.nextInt(9)) + letter(random) + letter(random);
    }

    private static char letter(Random random) {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private static Map<String, List<String>> read() {
        return Names.lines("/demo/places.txt").stream()
                .map(line -> line.split(";", -1))
                .collect(Collectors.toUnmodifiableMap(
                        cells -> cells[0].strip(), cells -> Arrays.stream(cells[1].split(","))
                                .map(String::strip)
                                .toList()));
    }
}
