package org.attest.exchange;

import java.util.ArrayList;
import java.util.List;

/** The refused rows as a table: their number, their cells as they came, and why. Mended, it can be handed in again. */
final class RefusedRows {

    private RefusedRows() {}

    static List<String> headings(Sheet sheet) {
        var headings = new ArrayList<String>();
        headings.add("Row in the file");
        headings.addAll(sheet.headings());
        headings.add("Why refused");
        return headings;
    }

    static List<String> cells(CheckedRow row, Sheet sheet) {
        var cells = new ArrayList<String>();
        cells.add(String.valueOf(row.number()));
        int width = sheet.headings().size();
        for (int i = 0; i < width; i++)
            cells.add(
                    row.row().cells().size() > i ? Cells.shown(row.row().cells().get(i)) : "");
        cells.add(row.reasons());
        for (int i = width; i < row.row().cells().size(); i++)
            cells.add(Cells.shown(row.row().cells().get(i)));
        return cells;
    }
}
