package org.attest.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** A file that can be read as a table: its letters, its delimiter, its headings and its rows. */
final class Sheet {

    /** What a file is by its first bytes, where it is no table. */
    private enum Kind {
        WORKBOOK("an Excel or other workbook", "PK\u0003\u0004"),
        EMPTY_ARCHIVE("an archive", "PK\u0005\u0006"),
        OLD_WORKBOOK("an old Excel workbook or Office document", "\u00d0\u00cf\u0011\u00e0"),
        PDF("a PDF document", "%PDF"),
        GZIP("a compressed file", "\u001f\u008b"),
        SEVEN_ZIP("a compressed file", "7z\u00bc\u00af"),
        RAR("a compressed file", "Rar!"),
        PNG("a picture", "\u0089PNG"),
        JPEG("a picture", "\u00ff\u00d8\u00ff"),
        GIF("a picture", "GIF8"),
        RICH_TEXT("a word processor document", "{\\rtf"),
        DATABASE("a database", "SQLite format 3"),
        XML("an XML document", "<?xml"),
        PAGE("a web page", "<!DOCTYPE"),
        PAGE_TOO("a web page", "<html");

        final String words;
        final byte[] magic;

        Kind(String words, String magic) {
            this.words = words;
            this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
        }

        boolean begins(byte[] bytes) {
            if (bytes.length < magic.length) return false;
            for (int i = 0; i < magic.length; i++) if (bytes[i] != magic[i]) return false;
            return true;
        }
    }

    private static final String SAVE_AS_CSV =
            "Open it in your spreadsheet program, choose Save as, take “CSV UTF-8” as the type, and choose that file here";

    private final String text;
    private final Encoding encoding;
    private final Delimiter delimiter;
    private final List<String> headings;
    private final int headingRow;
    private final int rowCount;
    private final int blankRows;
    private final int shortRows;

    /**
     * Reads the file and counts its rows. Refuses what is no table, has no headings or no rows, or too many of either.
     *
     * @param chosen what divides the cells; null to guess
     */
    static Sheet of(byte[] bytes, Delimiter chosen, Limits limits) {
        limits.refuseIfTooLarge(bytes.length);
        if (bytes.length == 0) throw new Refused("The file is empty: it has no bytes. " + SAVE_AS_CSV, "");
        for (var kind : Kind.values()) {
            if (kind.begins(bytes)) {
                throw new Refused("The file is " + kind.words + ", not a CSV file. " + SAVE_AS_CSV, "");
            }
        }
        return new Sheet(bytes, chosen, limits);
    }

    private Sheet(byte[] bytes, Delimiter chosen, Limits limits) {
        encoding = Encoding.of(bytes);
        var all = encoding.text(bytes);
        // Excel's own first line "sep=;" names the delimiter and is no row
        var named = all.length() >= 5 && all.regionMatches(true, 0, "sep=", 0, 4)
                ? Delimiter.of(all.charAt(4)).filter(d -> all.length() == 5 || "\r\n".indexOf(all.charAt(5)) >= 0)
                : java.util.Optional.<Delimiter>empty();
        text = named.isPresent() ? all.substring(afterFirstLine(all)) : all;
        delimiter = chosen != null ? chosen : named.orElseGet(() -> Delimiter.guess(text));

        var rows = new SheetRows(text, delimiter.sign);
        List<String> first = null;
        int firstNumber = 0;
        int count = 0;
        int blank = 0;
        int narrow = 0;
        while (rows.hasNext()) {
            var row = rows.next();
            if (row.isBlank()) {
                blank++;
            } else if (first == null) {
                if (row.damage() != null) {
                    throw new Refused(
                            "The headings in row " + row.number() + " cannot be read: cell "
                                    + letters(row.damage().cell()) + " "
                                    + row.damage().reason() + ". "
                                    + row.damage().mend(),
                            "");
                }
                if (row.width() > Limits.COLUMNS) {
                    throw new Refused(
                            "The file has " + row.width() + " columns, more than the " + Limits.COLUMNS
                                    + " Attest reads. Delete the columns it does not need",
                            "");
                }
                first = row.cells().subList(0, row.width());
                firstNumber = row.number();
            } else {
                limits.refuseIfTooManyRows(++count);
                if (row.damage() == null && row.cells().size() < first.size()) narrow++;
            }
        }
        if (first == null) {
            throw new Refused(
                    "The file holds no text: every row is blank. Save the sheet with its headings and rows", "");
        }
        if (count == 0) {
            throw new Refused(
                    "The file has headings in row " + firstNumber
                            + " and no rows under them. Save the sheet with its rows",
                    "");
        }
        headings = labels(first);
        headingRow = firstNumber;
        rowCount = count;
        blankRows = blank;
        shortRows = narrow;
    }

    private static int afterFirstLine(String text) {
        int end = 5;
        if (end < text.length() && text.charAt(end) == '\r') end++;
        if (end < text.length() && text.charAt(end) == '\n') end++;
        return end;
    }

    Encoding encoding() {
        return encoding;
    }

    Delimiter delimiter() {
        return delimiter;
    }

    /** How each column is called on pages and in refusals; no two alike. */
    List<String> headings() {
        return headings;
    }

    /** The row the headings stand in. */
    int headingRow() {
        return headingRow;
    }

    /** Rows under the headings that are not blank. */
    int rowCount() {
        return rowCount;
    }

    int blankRows() {
        return blankRows;
    }

    /** Rows with fewer cells than headings: what is missing at their end is read as empty. */
    int shortRows() {
        return shortRows;
    }

    /** The rows under the headings that are not blank, read one at a time. */
    Stream<SheetRow> rows() {
        Iterable<SheetRow> all = () -> (Iterator<SheetRow>) new SheetRows(text, delimiter.sign);
        return StreamSupport.stream(all.spliterator(), false)
                .filter(row -> row.number() > headingRow && !row.isBlank());
    }

    /** For each column, the first values that are not empty. */
    List<List<String>> samples(int each) {
        var samples = new ArrayList<List<String>>();
        headings.forEach(h -> samples.add(new ArrayList<>()));
        rows().limit(200).forEach(row -> {
            for (int i = 0; i < samples.size(); i++) {
                var cell = row.cell(i);
                if (!SheetRow.isBlank(cell) && samples.get(i).size() < each) {
                    samples.get(i).add(Visible.of(cell));
                }
            }
        });
        return samples;
    }

    /** Headings as they are shown: an empty one by its letters, a repeated one with which it is. */
    private static List<String> labels(List<String> raw) {
        var labels = new ArrayList<String>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < raw.size(); i++) {
            var label = Visible.of(Cells.line(raw.get(i)));
            if (label.isEmpty()) label = "Column " + letters(i) + " (no heading)";
            int times = seen.merge(label.toLowerCase(Locale.ROOT), 1, Integer::sum);
            if (times > 1) label += " (" + ordinal(times) + ")";
            labels.add(labels.contains(label) ? label + " (column " + letters(i) + ")" : label);
        }
        return List.copyOf(labels);
    }

    private static String ordinal(int n) {
        return switch (n) {
            case 2 -> "second";
            case 3 -> "third";
            case 4 -> "fourth";
            case 5 -> "fifth";
            default -> "number " + Formats.withCommas(n);
        };
    }

    /** The column's letters in a spreadsheet: 0 is A, 26 is AA. */
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int n = column + 1; n > 0; n = (n - 1) / 26) letters.insert(0, (char) ('A' + (n - 1) % 26));
        return letters.toString();
    }
}
