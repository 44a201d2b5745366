package org.attest.exchange;

import java.text.Normalizer;
import java.util.Set;
import org.attest.web.Refused;

/** A cell as one line. */
final class Cells {

    /** Stands in front of a formula that no program has worked out: a sign that no text has. */
    static final char NEVER_WORKED_OUT = '\uFDD0';

    private static final Set<String> ERRORS = Set.of(
            "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA");

    private Cells() {}

    /** Refuses what a formula left instead of a value. */
    static void refuseFormulas(String cell) {
        if (ERRORS.contains(cell)) {
            throw new Refused(
                    "the formula of the cell has come out as an error. Mend the formula, or type the value itself", "");
        }
        if (!cell.isEmpty() && cell.charAt(0) == NEVER_WORKED_OUT) {
            throw new Refused(
                    "the cell holds a formula that was never worked out. Open the workbook in your spreadsheet"
                            + " program, save it and hand it in again, or type the value itself",
                    "");
        }
    }

    /** As it is shown and handed back. */
    static String shown(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == NEVER_WORKED_OUT ? cell.substring(1) : cell;
    }

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
