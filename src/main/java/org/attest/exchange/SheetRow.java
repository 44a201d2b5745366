package org.attest.exchange;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number as the spreadsheet counts, from 1, blank rows included; a row that holds line breaks is one
 * @param cells their exact values
 * @param damage why the row cannot be read as it stands; null where it can
 */
record SheetRow(int number, List<String> cells, Damage damage) {

    /** What is wrong with the making of a row: in which cell (from 0), and how to mend it. */
    record Damage(int cell, String reason, String mend) {}

    boolean isBlank() {
        return damage == null && cells.stream().allMatch(SheetRow::isBlank);
    }

    /** The cell, or empty where the row ends before it. */
    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    /** Cells up to the last that holds something. */
    int width() {
        int width = cells.size();
        while (width > 0 && isBlank(cells.get(width - 1))) width--;
        return width;
    }

    static boolean isBlank(String cell) {
        return cell.codePoints()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF || c == 0x200B);
    }
}
