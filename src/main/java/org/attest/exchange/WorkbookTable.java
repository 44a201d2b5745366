package org.attest.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.attest.exchange.SheetRow.Damage;
import org.attest.web.Refused;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * A sheet of an Excel workbook, row by row: values as they were saved, never a formula worked out anew. Hidden rows and columns
 * are read like others, for a filter left on must not lose people.
 */
final class WorkbookTable implements Table {

    private final byte[] bytes;
    private final ReadingOptions options;
    private final String sheet;
    private final List<String> sheets;
    private final boolean from1904;

    /** @param chosen name of the sheet; null for the first that can be seen */
    WorkbookTable(byte[] bytes, String chosen) {
        var archive = Archive.ofWorkbook(bytes);
        options = new ReadingOptions(archive.hasFormats(), false);
        from1904 = archive.countsFrom1904();
        this.bytes = bytes;
        try (var workbook = open()) {
            sheets = workbook.getSheets()
                    .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
                    .map(Sheet::getName)
                    .toList();
        } catch (IOException | RuntimeException e) {
            throw Archive.damaged();
        }
        if (sheets.isEmpty()) {
            throw new Refused(
                    "The workbook has no sheet that can be seen. Open it, unhide the sheet with the people, save it"
                            + " and choose it here again",
                    "");
        }
        if (chosen != null && !sheets.contains(chosen)) {
            throw new Refused("The workbook has no sheet “" + Visible.of(chosen) + "”. Choose one it has", "");
        }
        sheet = chosen != null ? chosen : sheets.get(0);
    }

    private ReadableWorkbook open() throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(bytes), options);
    }

    /** The sheets that can be seen, in the order of the workbook. */
    List<String> sheets() {
        return sheets;
    }

    /** Whether bare numbers count days from 1904, as old workbooks of a Mac do. */
    boolean countsFrom1904() {
        return from1904;
    }

    @Override
    public Stream<SheetRow> rows() {
        try {
            var workbook = open();
            var rows = workbook.findSheet(sheet).orElseThrow(Archive::damaged).openStream();
            var numbered =
                    Spliterators.spliteratorUnknownSize(new WithGaps(rows.iterator(), from1904), Spliterator.ORDERED);
            return StreamSupport.stream(numbered, false).onClose(() -> {
                rows.close();
                try {
                    workbook.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Archive.damaged();
        }
    }

    @Override
    public String letters() {
        return "Excel workbook";
    }

    @Override
    public Delimiter delimiter() {
        return null;
    }

    @Override
    public String sheet() {
        return sheet;
    }

    /** Rows that a workbook leaves out because they are blank are put back, so that they are counted as in a text. */
    private static final class WithGaps implements Iterator<SheetRow> {

        private final Iterator<Row> rows;
        private final boolean from1904;
        private int last;
        private Row waiting;

        WithGaps(Iterator<Row> rows, boolean from1904) {
            this.rows = rows;
            this.from1904 = from1904;
        }

        @Override
        public boolean hasNext() {
            try {
                return waiting != null || rows.hasNext();
            } catch (RuntimeException e) {
                throw brokenAfter(last);
            }
        }

        @Override
        public SheetRow next() {
            if (waiting == null) {
                try {
                    waiting = rows.next();
                } catch (RuntimeException e) {
                    throw brokenAfter(last);
                }
            }
            // an edge of the sheet a million rows down, with one forgotten cell: the gap is counted, not listed
            int gap = waiting.getRowNum() - last - 1;
            if (gap > 0 && gap <= Limits.MOST_BLANKS) return new SheetRow(++last, List.of(), null);
            last = waiting.getRowNum();
            var row = row(waiting, from1904);
            waiting = null;
            return row;
        }

        private static Refused brokenAfter(int row) {
            return new Refused(
                    "The workbook is damaged after row " + row
                            + " of the sheet. Open it in your spreadsheet program, which may offer to repair it, save"
                            + " it and choose it here again",
                    "");
        }
    }

    private static SheetRow row(Row row, boolean from1904) {
        var cells = new ArrayList<String>();
        Damage damage = null;
        int width = Math.min(row.getCellCount(), Limits.COLUMNS * 2);
        for (int i = 0; i < width; i++) {
            var text = CellText.of(cell(row, i), from1904);
            if (text.length() > Limits.CELL) {
                if (damage == null) damage = tooLong(i, text.length());
                text = text.substring(0, Limits.CELL);
            }
            cells.add(text);
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) cells.remove(cells.size() - 1);
        return new SheetRow(row.getRowNum(), cells, damage);
    }

    private static Damage tooLong(int cell, int length) {
        return new Damage(
                cell,
                "holds " + length + " characters, more than the " + Limits.CELL + " a cell may have",
                "Shorten the cell");
    }

    private static Cell cell(Row row, int index) {
        return row.getOptionalCell(index).orElse(null);
    }
}
