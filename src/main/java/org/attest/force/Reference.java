package org.attest.force;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Random;

/**
 * References that stand in addresses: twelve of thirty letters and digits that cannot be mistaken for each other (no 0,
 * O, 1, I, L or U), 58 random bits, so that nobody can guess one. Stored without dashes, shown in groups of four.
 */
public final class Reference {

    private static final char[] ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    /** A new reference that cannot be guessed. */
    public static String random() {
        return from(RANDOM);
    }

    /** A reference from a given source; only demonstration data and tests pass anything but a secure one. */
    public static String from(Random source) {
        var ref = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) ref.append(ALPHABET[source.nextInt(ALPHABET.length)]);
        return ref.toString();
    }

    /** As typed or pasted: dashes, spaces and small letters are forgiven. */
    public static String normalise(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** In groups of four, for reading aloud. */
    public static String grouped(String ref) {
        return ref.length() == LENGTH ? ref.substring(0, 4) + "-" + ref.substring(4, 8) + "-" + ref.substring(8) : ref;
    }
}
