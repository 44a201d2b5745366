package org.attest.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invented names as varied as Britain is, drawn from the parts in {@code demo/names.txt}. */
final class Names {

    /**
     * @param full as the person writes it
     * @param knownAs what to call them; null where the full name serves
     * @param spelled in plain letters, for addresses and account names
     */
    record Name(String full, String knownAs, String spelled) {

        /** Initial and last part, as accounts on police systems are named: {@code r.ashdown}. */
        String account() {
            var parts = spelled.split("\\.");
            return parts.length == 1 ? parts[0] : parts[0].charAt(0) + "." + parts[parts.length - 1];
        }
    }

    private record Origin(String name, int weight, List<String> given, List<String> family) {}

    private static final List<Origin> ORIGINS = read();

    private final int total;
    private final int[] weights;

    /** Names of a place: there are more Welsh names in Wales, and more from everywhere in London. */
    Names(String region) {
        weights = ORIGINS.stream().mapToInt(o -> weight(o, region)).toArray();
        total = Arrays.stream(weights).sum();
    }

    private static int weight(Origin origin, String region) {
        boolean fromHere = origin.name.startsWith("english");
        return switch (region) {
            case "Wales" -> origin.name.equals("welsh") ? origin.weight * 8 : origin.weight;
            case "London" -> fromHere ? origin.weight / 3 : origin.weight;
            case "South West" -> origin.name.equals("cornish") ? origin.weight * 5 : origin.weight;
            default -> origin.weight;
        };
    }

    Name draw(Random random) {
        int at = random.nextInt(total);
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) return draw(ORIGINS.get(i), random);
        }
        throw new IllegalStateException();
    }

    private static Name draw(Origin origin, Random random) {
        var given = one(origin.given, random);
        if (origin.name.equals("whole")) {
            var parts = given.split("=");
            return new Name(parts[0], parts[1], spelled(parts[1]));
        }
        if (origin.name.equals("single")) return new Name(given, null, spelled(given));
        var full = given + " " + one(origin.family, random);
        // some go by the first name or its beginning, as people do
        var knownAs = random.nextInt(14) == 0 ? given : null;
        return new Name(full, knownAs, spelled(full));
    }

    /** Somebody of the family: of one origin and name with them, where their name has a last part. */
    Name kin(String full, Random random) {
        for (var origin : ORIGINS) {
            for (var family : origin.family) {
                if (full.endsWith(" " + family)) return named(one(origin.given, random) + " " + family);
            }
        }
        return draw(random);
    }

    static Name named(String full) {
        return new Name(full, null, spelled(full));
    }

    static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Letters and full stops only: {@code Róisín O’Dwyer} becomes {@code roisin.odwyer}. */
    static String spelled(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("ø", "o")
                .replace("Ø", "O")
                .replace("æ", "ae")
                .replace("ı", "i");
        return plain.toLowerCase(Locale.ROOT)
                .replaceAll("[’'-]", "")
                .replaceAll("[^a-z]+", ".")
                .replaceAll("^\\.|\\.$", "");
    }

    private static List<Origin> read() {
        return lines("/demo/names.txt").stream()
                .map(line -> line.split(";", -1))
                .map(cells -> new Origin(
                        cells[0].strip(), Integer.parseInt(cells[1].strip()), parts(cells[2]), parts(cells[3])))
                .toList();
    }

    /** Of a file of the demonstration, without what is empty or a remark. */
    static List<String> lines(String path) {
        try (var lines = new BufferedReader(
                new InputStreamReader(Names.class.getResourceAsStream(path), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
