package org.attest.exchange;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.attest.exchange.SheetRow.Damage;
import org.attest.web.Csv;
import org.attest.web.Refused;

/**
 * The rows of a text, one after the other (RFC 4180; a line ends with CR, LF or CRLF). Unlike a general reader it goes on
 * after damage: a quotation mark that is never closed spoils its own row, not the rest of the file, and every damaged row
 * says in which cell. A quotation mark inside a cell that did not begin with one is a letter like any other.
 */
final class SheetRows implements Iterator<SheetRow> {

    private final String text;
    private final char delimiter;
    private int at;
    private int number;
    private long readAgain;

    private List<String> cells;
    private Damage damage;

    SheetRows(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    @Override
    public boolean hasNext() {
        return at < text.length();
    }

    @Override
    public SheetRow next() {
        if (!hasNext()) throw new NoSuchElementException();
        number++;
        cells = new ArrayList<>();
        damage = null;
        boolean more = true;
        while (more) more = cell();
        return new SheetRow(number, cells, damage);
    }

    /** Reads one cell and what ends it; whether another follows in the row. */
    private boolean cell() {
        int start = at;
        while (at < text.length() && text.charAt(at) == ' ') at++;
        if (at < text.length() && text.charAt(at) == '"') return quoted(start);
        at = start;
        return bare(start);
    }

    private boolean bare(int start) {
        while (at < text.length() && !endsCell(text.charAt(at))) at++;
        add(start, at);
        return end();
    }

    private boolean quoted(int start) {
        var value = new StringBuilder();
        int length = 0;
        boolean severalLines = false;
        at++;
        while (true) {
            if (at >= text.length()) return unclosed(start);
            char c = text.charAt(at++);
            if (c == '"') {
                if (at < text.length() && text.charAt(at) == '"') {
                    at++;
                } else {
                    int after = at;
                    while (after < text.length() && text.charAt(after) == ' ' && delimiter != ' ') after++;
                    if (after < text.length() && !endsCell(text.charAt(after))) {
                        if (severalLines) return unclosed(start);
                        spoil(
                                "has a quotation mark in the middle",
                                "Double the marks inside the cell, or take them out");
                        return bare(start);
                    }
                    at = after;
                    if (length > Limits.CELL) tooLong(length);
                    keep(value.toString());
                    return end();
                }
            }
            severalLines |= c == '\n' || c == '\r';
            if (++length <= Limits.CELL) value.append(c);
        }
    }

    /** The row is taken to end with its line, so that the next one is read as what it is. */
    private boolean unclosed(int start) {
        readAgain += at - start;
        if (readAgain > 20L * text.length() + 1_000_000) {
            throw new Refused(
                    "From row " + number
                            + " on, the quotation marks of the file do not come in pairs. Save the sheet as CSV"
                            + " again from the spreadsheet program",
                    "");
        }
        spoil("opens a quotation mark that is never closed", "Close the quotation mark, or take it out");
        at = start;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') at++;
        add(start, at);
        return end();
    }

    private void add(int start, int end) {
        int length = end - start;
        if (length > Limits.CELL) tooLong(length);
        keep(text.substring(start, Math.min(end, start + Limits.CELL)));
    }

    private void keep(String value) {
        if (cells.size() < Limits.COLUMNS * 2) cells.add(Csv.exact(value));
    }

    private void tooLong(int length) {
        spoil("holds " + length + " characters, more than the " + Limits.CELL + " a cell may have", "Shorten the cell");
    }

    private void spoil(String reason, String mend) {
        if (damage == null) damage = new Damage(cells.size(), reason, mend);
    }

    /** Steps over what ended the cell; whether that was a delimiter. */
    private boolean end() {
        if (at >= text.length()) return false;
        char c = text.charAt(at++);
        if (c == delimiter) return true;
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') at++;
        return false;
    }

    private boolean endsCell(char c) {
        return c == delimiter || c == '\n' || c == '\r';
    }
}
