package org.attest.exchange;

import java.text.Normalizer;

/** A cell as one line. */
final class Cells {

    private Cells() {}

    /** Composed, runs of blank space folded to one, none at the ends. Line breaks inside stay, to be refused. */
    static String line(String cell) {
        if (isPlain(cell)) return cell;
        return Normalizer.normalize(cell, Normalizer.Form.NFC)
                .replaceAll("[\\h\\ufeff\\u200b]+", " ")
                .strip();
    }

    private static boolean isPlain(String cell) {
        char before = ' ';
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c > '~' || c < ' ' || (c == ' ' && before == ' ')) return false;
            before = c;
        }
        return cell.isEmpty() || before != ' ';
    }
}
