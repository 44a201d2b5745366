package org.attest.volunteer;

import java.text.Normalizer;
import java.util.Locale;

/** What people type: cleaned where nothing is lost, refused where it could deceive a reader, kept as typed otherwise. */
public final class Texts {

    private Texts() {}

    /** One line: composed, trimmed, runs of space folded; null where nothing is left. */
    public static String line(String typed) {
        if (typed == null) return null;
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("\\h+", " ");
        return text.isEmpty() ? null : text;
    }

    /** Several lines: composed, line ends made one kind, trimmed; null where nothing is left. */
    public static String lines(String typed) {
        if (typed == null) return null;
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
        return text.isEmpty() ? null : text;
    }

    /**
     * What is wrong with a text, as a sentence, or null. Marks that turn the direction of writing, control characters and
     * half characters are refused: they make a page or a file say other than what is stored. Joiners that scripts need stay.
     */
    public static String fault(String text, int longest, boolean severalLines) {
        if (text == null) return null;
        if (text.length() > longest) return "Use " + longest + " characters or fewer";
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (turnsDirection(point)) {
                return "Remove the hidden mark that turns the direction of writing (character " + (i + 1) + ")";
            }
            if (!(severalLines && (point == '\n' || point == '\t')) && isHiddenControl(point)) {
                return "Remove the hidden control character (character " + (i + 1) + ")";
            }
            i += Character.charCount(point);
        }
        return null;
    }

    /** As a search compares letters: case, accents and the final sigma gone, alike on both databases. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}+", "")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('\u03c2', '\u03c3');
    }

    private static boolean turnsDirection(int point) {
        return (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200E
                || point == 0x200F
                || point == 0x061C;
    }

    private static boolean isHiddenControl(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || point == 0xFEFF
                || (point & 0xFFFE) == 0xFFFE
                || (point >= 0xFFF9 && point <= 0xFFFB)
                || (point >= 0xE0000 && point <= 0xE007F);
    }
}
