package org.attest.web;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** Writes a table as an Excel workbook of one sheet: days as days, everything else as text, which runs nowhere. */
public final class Xlsx {

    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int WIDEST = 40;

    private Xlsx() {}

    /** A table, as a file to save. */
    public static Response file(String fileName, List<String> headings, List<? extends List<?>> rows) {
        return file(fileName, bytes(headings, rows));
    }

    /** A finished workbook, as a file to save. */
    public static Response file(String fileName, byte[] workbook) {
        return Response.ok(workbook, TYPE)
                .header("Content-Disposition", Csv.disposition(fileName))
                .header("Cache-Control", "no-store")
                .build();
    }

    static byte[] bytes(List<String> headings, List<? extends List<?>> rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Attest", "1.0")) {
            var sheet = workbook.newWorksheet("People");
            sheet.freezePane(0, 1);
            for (int c = 0; c < headings.size(); c++) {
                sheet.value(0, c, headings.get(c));
                sheet.style(0, c).bold().set();
                sheet.width(c, Math.min(WIDEST, Math.max(14, headings.get(c).length() + 4)));
            }
            for (int r = 0; r < rows.size(); r++) {
                var row = rows.get(r);
                for (int c = 0; c < row.size(); c++) {
                    if (row.get(c) instanceof LocalDate day) {
                        sheet.value(r + 1, c, day);
                        sheet.style(r + 1, c).format("dd/mm/yyyy").set();
                    } else if (row.get(c) != null) {
                        sheet.value(r + 1, c, row.get(c).toString());
                        sheet.style(r + 1, c).format("@").set();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
