package org.attest.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a table as CSV, row by row: RFC 4180, commas, CRLF, UTF-8 with a byte-order mark so that spreadsheets read names
 * of every script.
 *
 * <p>A spreadsheet runs a cell that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line break. Such a
 * cell gets one apostrophe in front, and so does one that has apostrophes in front of such a sign already. {@link #exact}
 * takes that one apostrophe away again, and nothing else: every value comes back as it was ({@code
 * docs/decisions/0006-import.md}).
 */
public final class Csv implements Closeable {

    private static final CSVFormat RFC_4180 = CSVFormat.RFC4180;

    /** Blank space, then a sign that begins a formula; in full width too, which some editions run as well. */
    private static final String FORMULA = "(?:[\\t\\r\\n]|[\\s\\u00a0\\ufeff]*[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20])";

    private static final Pattern RUNS = Pattern.compile("^'*" + FORMULA);
    private static final Pattern NEUTRALISED = Pattern.compile("^'+" + FORMULA);

    private final CSVPrinter printer;

    private Csv(CSVPrinter printer) {
        this.printer = printer;
    }

    /** A table that is written to the stream, which {@link #close} closes. */
    public static Csv on(OutputStream out, List<String> headings) {
        try {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\ufeff');
            var csv = new Csv(new CSVPrinter(writer, RFC_4180));
            csv.row(headings);
            return csv;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row; null is an empty cell, everything else its text. */
    public Csv row(List<?> cells) {
        try {
            for (var cell : cells) printer.print(cell == null ? "" : neutral(cell.toString()));
            printer.println();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row; null is an empty cell. */
    public Csv row(Object... cells) {
        return row(Arrays.asList(cells));
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }

    /** The cell as it is written: with an apostrophe in front where a spreadsheet would run it. */
    public static String neutral(String value) {
        return RUNS.matcher(value).lookingAt() ? "'" + value : value;
    }

    /** The value that {@link #neutral} was given. */
    public static String exact(String cell) {
        return NEUTRALISED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }

    /** An answer that is saved as a file. The rows are loaded already; they are written while they are sent. */
    public static Response file(String name, List<String> headings, Iterable<? extends List<?>> rows) {
        StreamingOutput body = out -> {
            try (var csv = on(out, headings)) {
                for (var row : rows) csv.row(row);
            }
        };
        return Response.ok(body, "text/csv;charset=UTF-8;header=present")
                .header("Content-Disposition", disposition(name))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** What makes a browser save an answer under a name, whatever the name holds (RFC 6266). */
    public static String disposition(String name) {
        var safe = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}+", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[.-]+|-+$", "");
        return "attachment; filename=\"" + (safe.isEmpty() ? "file" : safe) + "\"";
    }
}
