package org.attest.volunteer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.attest.web.Formats;

/**
 * By what two records look like one person's. A name alone is no proof: it is said of two records only where the birth date
 * of one is missing, and never more than said.
 */
public final class Likeness {

    /**
     * One thing that speaks for it.
     *
     * @param proof whether it is more than a name
     */
    public record Evidence(String sentence, boolean proof) {}

    /** What somebody is recognised by. */
    public record Signs(
            Long id,
            String ref,
            String fullName,
            String knownAs,
            LocalDate birthDate,
            String email,
            String phone,
            String forceNumber,
            Stage stage,
            LocalDate stageSince,
            List<String> formerNames) {

        /** Of somebody who is not in the force yet. */
        static Signs of(Details details) {
            return new Signs(
                    null,
                    null,
                    Objects.requireNonNullElse(details.fullName(), ""),
                    details.knownAs(),
                    details.birthDate(),
                    details.email(),
                    details.phone(),
                    details.forceNumber(),
                    null,
                    null,
                    List.of());
        }

        /** The address without what providers let everybody add to it; null for none. */
        String mailbox() {
            return email == null ? null : email.replaceFirst("\\+[^@]*@", "@");
        }

        /** The digits of the number without the code of the country or the leading zero; null where too few. */
        String line() {
            if (phone == null) return null;
            var digits =
                    phone.replaceAll("\\D", "").replaceFirst("^(00)?44", "").replaceFirst("^0+", "");
            return digits.length() < SHORTEST_LINE ? null : digits;
        }

        /** The force number without leading zeros and marks; null where nothing is left. */
        String number() {
            if (forceNumber == null) return null;
            var kept =
                    Texts.folded(forceNumber).replaceAll("[^\\p{L}\\p{N}]", "").replaceFirst("^0+", "");
            return kept.isEmpty() ? null : kept;
        }

        /** The words of the name in whatever order. */
        String name() {
            return String.join(" ", new TreeSet<>(words(fullName)));
        }

        boolean hasLeft() {
            return stage == Stage.LEFT;
        }
    }

    private static final int SHORTEST_LINE = 7;

    private Likeness() {}

    /** Everything that speaks for the two being one person, the strongest first; empty when nothing does. */
    public static List<Evidence> of(Signs one, Signs other) {
        boolean bothBorn = one.birthDate() != null && other.birthDate() != null;
        boolean sameBirth = bothBorn && one.birthDate().equals(other.birthDate());
        boolean similar = namesAreSimilar(one, other);
        // a household shares a telephone, a family an address: another name and another birth date are another person
        boolean could = similar || !bothBorn || sameBirth;
        var evidence = new ArrayList<Evidence>();
        if (same(one.number(), other.number())) {
            evidence.add(new Evidence("The same force number, but for zeros in front: " + one.forceNumber(), true));
        }
        if (could && same(one.mailbox(), other.mailbox())) {
            evidence.add(new Evidence("The same mailbox: " + one.mailbox(), true));
        }
        if (could && same(one.line(), other.line())) {
            evidence.add(new Evidence("The same telephone number: " + one.phone(), true));
        }
        var former = formerName(one, other);
        if (sameBirth && former != null) {
            evidence.add(new Evidence(
                    "The same birth date, " + Formats.inWords(one.birthDate()) + ", and a former name: " + former,
                    true));
        } else if (sameBirth && similar) {
            evidence.add(new Evidence(
                    "The same birth date, " + Formats.inWords(one.birthDate()) + ", and "
                            + (one.name().equals(other.name()) ? "the same name" : "a similar name"),
                    true));
        } else if (!bothBorn && !one.name().isEmpty() && one.name().equals(other.name())) {
            evidence.add(new Evidence("The same name, and no birth date to tell. A name alone is no proof", false));
        }
        return evidence;
    }

    private static boolean same(String one, String other) {
        return one != null && one.equals(other);
    }

    /** The name that one of them had before and the other has; null where there is none. */
    private static String formerName(Signs one, Signs other) {
        return Stream.concat(
                        one.formerNames().stream().filter(n -> words(n).equals(words(other.fullName()))),
                        other.formerNames().stream().filter(n -> words(n).equals(words(one.fullName()))))
                .findFirst()
                .orElse(null);
    }

    static boolean namesAreSimilar(Signs one, Signs other) {
        return names(one).stream().anyMatch(a -> names(other).stream().anyMatch(b -> similar(a, b)));
    }

    /** The name in full, and with what they are called in place of the first word. */
    private static List<List<String>> names(Signs signs) {
        var full = words(signs.fullName());
        if (signs.knownAs() == null || full.isEmpty()) return List.of(full);
        var called = new ArrayList<>(words(signs.knownAs()));
        if (called.size() == 1 && full.size() > 1) called.add(full.get(full.size() - 1));
        return List.of(full, called);
    }

    static List<String> words(String name) {
        return Arrays.stream(Texts.folded(name).replaceAll("['\u2019]", "").split("[^\\p{L}\\p{N}]+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** Every word of the shorter name has its like in the longer one, and one of them letter for letter or nearly. */
    private static boolean similar(List<String> one, List<String> other) {
        var shorter = one.size() <= other.size() ? one : other;
        var rest = new ArrayList<>(one.size() <= other.size() ? other : one);
        if (shorter.isEmpty()) return false;
        if (shorter.size() == 1 && rest.size() > 1) return false;
        for (var word : shorter) {
            var like = rest.stream().filter(word::equals).findFirst();
            if (like.isEmpty()) like = rest.stream().filter(w -> alike(word, w)).findFirst();
            if (like.isEmpty()) return false;
            rest.remove(like.get());
        }
        return true;
    }

    /** A slip of the keyboard, or a short form: {@code Jon} and {@code John}, {@code Liz} and {@code Elizabeth}. */
    private static boolean alike(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        int shortest = Math.min(one.length(), other.length());
        if (shortest >= 3 && (one.contains(other) || other.contains(one))) return true;
        return shortest >= 3 && distance(one, other) <= (longest > 5 ? 2 : 1);
    }

    /** Letters to add, take away, change or swap with their neighbour. */
    static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) return 3;
        var d = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) d[i][0] = i;
        for (int j = 0; j <= other.length(); j++) d[0][j] = j;
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[one.length()][other.length()];
    }
}
