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
        return cells(row.number(), row.row().cells(), row.reasons(), sheet);
    }

    static List<String> cells(int number, List<String> row, String reasons, Sheet sheet) {
        var cells = new ArrayList<String>();
        cells.add(String.valueOf(number));
        int width = sheet.headings().size();
        for (int i = 0; i < width; i++) cells.add(row.size() > i ? Cells.shown(row.get(i)) : "");
        cells.add(reasons);
        for (int i = width; i < row.size(); i++) cells.add(Cells.shown(row.get(i)));
        return cells;
    }
}
