package org.attest.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be a password: long enough, and not among the first that anybody would guess. No rules about kinds of
 * characters: they make passwords that are hard to remember and easy to guess (NIST SP 800-63B, section 5.1.1.2).
 */
final class PasswordRule {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** Distinct characters, at the least. */
    private static final int FEWEST_CHARACTERS = 5;
    /** What must remain of it without one's name, address and the name of this product. */
    private static final int FEWEST_OWN_LETTERS = 8;
    /** Common words that may stand together without anything else. Three together are a sentence already. */
    private static final int MOST_COMMON_WORDS = 2;

    private static final int SHORTEST_NAME = 4;

    private static final List<String> ROWS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
            "1q2w3e4r5t6y7u8i9o0p");
    private static final Set<String> COMMON_WORDS = commonWords();

    private PasswordRule() {}

    /** A sentence that says why it cannot be used, or nothing. {@code names} are the words a stranger would try first. */
    static Optional<String> refusal(String password, String... names) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) return Optional.of("Use at least " + SHORTEST + " characters");
        if (length > LONGEST) return Optional.of("Use " + LONGEST + " characters or fewer");
        var lower = password.toLowerCase(Locale.ROOT);
        if (lower.codePoints().distinct().count() < FEWEST_CHARACTERS || isRepeated(lower))
            return Optional.of("Use a password that does not repeat the same characters");
        if (isSequence(lower)) return Optional.of("Use a password that is not a row of keys, letters or numbers");
        if (isNames(lower, names))
            return Optional.of("Use a password that is more than your name, your email address or Attest");
        if (isCommon(lower))
            return Optional.of("Use a less common password. Three or more words that do not belong together are good");
        return Optional.empty();
    }

    private static boolean isRepeated(String lower) {
        for (int unit = 1; unit <= lower.length() / 2; unit++) {
            var repeated = lower.substring(0, unit).repeat(lower.length() / unit + 1);
            if (repeated.startsWith(lower)) return true;
        }
        return false;
    }

    /** Whether nearly every character follows the one before it in the alphabet, in counting or on the keyboard. */
    private static boolean isSequence(String lower) {
        int follows = 0;
        for (int i = 1; i < lower.length(); i++) {
            var pair = lower.substring(i - 1, i + 1);
            var back = new StringBuilder(pair).reverse().toString();
            if (ROWS.stream().anyMatch(row -> row.contains(pair) || row.contains(back))
                    || pair.charAt(0) == pair.charAt(1)) follows++;
        }
        return follows * 4 >= (lower.length() - 1) * 3;
    }

    private static boolean isNames(String lower, String... names) {
        var rest = lower;
        var words = Stream.concat(
                        Stream.of("attest"),
                        Arrays.stream(names)
                                .flatMap(n ->
                                        Stream.of(n.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))))
                .filter(w -> w.length() >= SHORTEST_NAME)
                .sorted((a, b) -> b.length() - a.length())
                .toList();
        for (var word : words) rest = rest.replace(word, "");
        return !rest.equals(lower) && letters(rest).length() < FEWEST_OWN_LETTERS;
    }

    private static boolean isCommon(String lower) {
        var inner = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return Stream.of(lower, inner)
                .flatMap(text -> Stream.of(text, unmasked(text, 'i'), unmasked(text, 'l')))
                .map(PasswordRule::letters)
                .anyMatch(PasswordRule::isFewCommonWords);
    }

    /** Digits and signs that people put in place of letters, back to the letters. */
    private static String unmasked(String lower, char one) {
        var unmasked = new StringBuilder();
        for (char c : lower.toCharArray()) {
            unmasked.append(
                    switch (c) {
                        case '0' -> 'o';
                        case '1', '!' -> one;
                        case '3' -> 'e';
                        case '4', '@' -> 'a';
                        case '5', '$' -> 's';
                        case '7' -> 't';
                        default -> c;
                    });
        }
        return unmasked.toString();
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}]", "");
    }

    /** Whether the letters are nothing, or one or two words that everybody uses. */
    private static boolean isFewCommonWords(String letters) {
        if (letters.length() < SHORTEST_NAME) return true;
        var fewest = new int[letters.length() + 1];
        Arrays.fill(fewest, 1, fewest.length, Integer.MAX_VALUE / 2);
        for (int end = 1; end <= letters.length(); end++) {
            for (int start = 0; start < end; start++) {
                if (COMMON_WORDS.contains(letters.substring(start, end)))
                    fewest[end] = Math.min(fewest[end], fewest[start] + 1);
            }
        }
        return new HashSet<>(words(letters, fewest)).size() <= MOST_COMMON_WORDS
                && fewest[letters.length()] < letters.length();
    }

    /** The words of the shortest division; more than allowed where there is none. */
    private static List<String> words(String letters, int[] fewest) {
        if (fewest[letters.length()] >= Integer.MAX_VALUE / 2) return List.of("a", "b", "c");
        var words = new java.util.ArrayList<String>();
        int end = letters.length();
        while (end > 0) {
            for (int start = 0; start < end; start++) {
                var word = letters.substring(start, end);
                if (COMMON_WORDS.contains(word) && fewest[start] + 1 == fewest[end]) {
                    words.add(word);
                    end = start;
                    break;
                }
            }
        }
        return words;
    }

    private static Set<String> commonWords() {
        try (var in = PasswordRule.class.getResourceAsStream("/security/common-password-words.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .flatMap(l -> Stream.of(l.split(" +")))
                    .filter(w -> !w.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
