package org.attest.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.attest.exchange.Sheet.Reading;
import org.attest.volunteer.Cohort;
import org.attest.web.Refused;
import org.dhatim.fastexcel.VisibilityState;
import org.junit.jupiter.api.Test;

/** An Excel workbook is read as one sees it there, and refused by name where it cannot be. */
class WorkbookSheetTest {

    private static Sheet read(byte[] bytes) {
        return Sheet.read(bytes, Reading.GUESSED, Limits.DEFAULT);
    }

    private static List<SheetRow> rows(byte[] bytes) {
        try (var rows = read(bytes).rows()) {
            return rows.toList();
        }
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(Refused.class, () -> rows(bytes)).sentence();
    }

    private static List<String> reasons(byte[] bytes) {
        var sheet = read(bytes);
        var reading = new RowReading(sheet, Mapping.guess(sheet.headings(), Kind.APPLICANTS), List.<Cohort>of());
        try (var rows = sheet.rows()) {
            return rows.flatMap(row -> reading.read(row).faults().stream())
                    .map(CellFault::sentence)
                    .toList();
        }
    }

    @Test
    void daysAreDaysAndNumbersKeepWhatTheirFormatShows() {
        var rows = rows(Books.sheet(sheet -> {
            var headings = List.of("Name", "DOB", "Collar no", "Phone", "Score", "Started", "Share");
            for (int i = 0; i < headings.size(); i++) sheet.value(0, i, headings.get(i));
            sheet.value(1, 0, "Zoë O’Brien");
            sheet.value(1, 1, LocalDate.of(1990, 3, 2));
            sheet.style(1, 1).format("dd/mm/yyyy").set();
            sheet.value(1, 2, 42);
            sheet.style(1, 2).format("000000").set();
            sheet.value(1, 3, 447700900123L);
            sheet.value(1, 4, 12.5);
            sheet.value(1, 5, 33000);
            sheet.value(1, 6, 3);
            sheet.style(1, 6).format("0.00").set();
        }));
        assertEquals(
                List.of("Zoë O’Brien", "1990-03-02", "000042", "447700900123", "12.5", "33000", "3.00"),
                rows.get(0).cells());
    }

    @Test
    void aDayInAFormatOfTheCountryIsADay() {
        var rows = rows(Books.sheet(sheet -> {
            sheet.value(0, 0, "Name");
            sheet.value(0, 1, "DOB");
            sheet.value(0, 2, "Born");
            sheet.value(1, 0, "Ann");
            sheet.value(1, 1, 33000);
            sheet.style(1, 1).format("[$-809]dd mmmm yyyy;@").set();
            sheet.value(1, 2, 33000);
            sheet.style(1, 2).format("[Red]0").set();
        }));
        assertEquals(List.of("Ann", "1990-05-07", "33000"), rows.get(0).cells());
    }

    @Test
    void textKeepsItsZerosAndItsShape() {
        var rows = rows(Books.table(new String[] {"Name", "Collar no", "Note"}, new String[] {"李小龍", "0042", "=1+1"}));
        assertEquals(List.of("李小龍", "0042", "=1+1"), rows.get(0).cells());
    }

    @Test
    void formulasAreReadByWhatWasWorkedOut() {
        var parts = Books.parts("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c><c r=\"B1\""
                + " t=\"inlineStr\"><is><t>Collar no</t></is></c></row><row r=\"2\"><c r=\"A2\""
                + " t=\"str\"><f>B9&amp;C9</f><v>Ann Lee</v></c><c r=\"B2\"><f>40+2</f><v>42</v></c></row><row r=\"3\"><c"
                + " r=\"A3\" t=\"str\"><f>B9</f></c></row><row r=\"4\"><c r=\"A4\""
                + " t=\"e\"><f>B9</f><v>#REF!</v></c></row>");
        var rows = rows(Books.zip(parts));
        assertEquals(List.of("Ann Lee", "42"), rows.get(0).cells());
        var reasons = reasons(Books.zip(parts));
        assertTrue(
                reasons.get(0).contains("Name “=B9”: the cell holds a formula that was never worked out"),
                reasons + "");
        assertTrue(reasons.get(0).contains("save it and hand it in again"));
        assertTrue(
                reasons.get(1).contains("Name “#REF!”: the formula of the cell has come out as an error"),
                reasons + "");
    }

    @Test
    void rowsKeepTheirNumbersAndBlankOnesAreCounted() {
        var book = Books.zip(Books.parts("<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>Name</t></is></c></row>"
                + "<row r=\"6\" hidden=\"1\"><c r=\"A6\" t=\"inlineStr\"><is><t>Hidden by a filter</t></is></c></row>"
                + "<row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t>Bo</t></is></c></row>"
                + "<row r=\"10\"><c r=\"A10\" s=\"0\"/></row>"));
        var sheet = read(book);
        assertEquals(3, sheet.headingRow());
        assertEquals(2, sheet.rowCount());
        assertEquals(List.of(6, 9), rows(book).stream().map(SheetRow::number).toList());
        assertTrue(sheet.blankRows() >= 6, "rows 1, 2, 4, 5, 7, 8 and perhaps 10: " + sheet.blankRows());
        assertEquals(0, sheet.shortRows());
    }

    @Test
    void theFirstSheetThatCanBeSeenIsReadOrTheOneChosen() {
        var book = Books.of(workbook -> {
            var hidden = workbook.newWorksheet("Lists");
            hidden.value(0, 0, "x");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            for (var name : List.of("Serving", "Leavers")) {
                var sheet = workbook.newWorksheet(name);
                sheet.value(0, 0, "Name");
                sheet.value(1, 0, name + " person");
            }
        });
        var sheet = read(book);
        assertEquals("Serving", sheet.name());
        assertEquals(List.of("Serving", "Leavers"), sheet.names());
        assertNull(sheet.delimiter());
        var other = Sheet.read(book, new Reading(null, "Leavers"), Limits.DEFAULT);
        try (var rows = other.rows()) {
            assertEquals(
                    List.of("Leavers person"), rows.findFirst().orElseThrow().cells());
        }
        assertThrows(Refused.class, () -> Sheet.read(book, new Reading(null, "Lists"), Limits.DEFAULT));
    }

    @Test
    void numbersThatCouldCountFrom1904AreDoubtful() {
        var parts = Books.parts("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><t>DOB</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Ann</t></is></c><c r=\"B2\"><v>31538</v></c></row>");
        parts.put(
                "xl/workbook.xml",
                parts.get("xl/workbook.xml").replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>"));
        assertTrue(reasons(Books.zip(parts)).get(0).contains("could count from 1900 or from 1904"));
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs><xf"
                        + " numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        parts.replaceAll(
                (name, text) -> text.replace(
                                "Target=\"worksheets/sheet1.xml\"/>",
                                "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\""
                                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\""
                                        + " Target=\"styles.xml\"/>")
                        .replace("<c r=\"B2\">", "<c r=\"B2\" s=\"1\">")
                        .replace(
                                "</Types>",
                                "<Override PartName=\"/xl/styles.xml\""
                                        + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>"));
        assertEquals("1990-05-07", rows(Books.zip(parts)).get(0).cell(1), "a day that is dressed as one is certain");
    }

    @Test
    void whatIsNoWorkbookOfOursIsRefusedByName() {
        assertTrue(refusal(Books.locked()).contains("protected with a password"));
        assertTrue(refusal(Books.locked()).contains("empty the password"));
        assertTrue(refusal("\u00d0\u00cf\u0011\u00e0".getBytes(StandardCharsets.ISO_8859_1))
                .contains("old Excel"));
        assertTrue(refusal(Books.openDocument()).contains("OpenDocument workbook (.ods)"));
        var plain = new LinkedHashMap<String, String>();
        plain.put("people.csv", "Name\nAnn\n");
        assertTrue(refusal(Books.zip(plain)).contains("an archive (.zip), not a workbook. Unpack it"));
        assertTrue(typed("application/vnd.ms-excel.sheet.macroEnabled.main+xml").contains("holds macros"));
        assertTrue(
                typed("application/vnd.ms-excel.sheet.binary.macroEnabled.main").contains("binary workbook (.xlsb)"));
        assertTrue(typed("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
                .contains("word processor document (.docx)"));
        var macros = Books.parts("");
        macros.put("xl/vbaProject.bin", "x");
        assertTrue(refusal(Books.zip(macros)).contains("holds macros"));
    }

    private static String typed(String type) {
        var parts = Books.parts("");
        parts.replaceAll((name, text) ->
                text.replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", type));
        return refusal(Books.zip(parts));
    }

    @Test
    void aDamagedWorkbookIsRefusedWithWhatToDo() {
        var whole = Books.table(new String[] {"Name"}, new String[] {"Ann"});
        for (int keep : List.of(4, 100, whole.length / 2, whole.length - 30)) {
            var sentence = refusal(Arrays.copyOf(whole, keep));
            assertTrue(sentence.contains("damaged"), keep + ": " + sentence);
            assertTrue(sentence.contains("Save as"));
        }
        var broken = Books.parts("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Ann</t></is></c></row><row r=\"3\"><c <<<");
        assertTrue(refusal(Books.zip(broken)).contains("damaged after row 2"), refusal(Books.zip(broken)));
        var nothing = Books.parts("");
        assertTrue(refusal(Books.zip(nothing)).contains("every row is blank"));
    }

    @Test
    void aTrapThatUnpacksWithoutEndIsNotUnpacked() {
        var bytes = new LinkedHashMap<String, byte[]>();
        Books.parts("").forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        bytes.put("xl/worksheets/sheet1.xml", new byte[60 << 20]);
        var trap = Books.zipped(bytes);
        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertTrue(refusal(trap).contains("unpacks to more than 150 times its size"), refusal(trap)));

        var many = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 2_100; i++) many.put("xl/part" + i + ".xml", new byte[0]);
        assertTrue(refusal(Books.zipped(many)).contains("more than 2000 parts"));

        var entities = Books.parts("");
        entities.put(
                "xl/worksheets/sheet1.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet/>");
        assertTrue(refusal(Books.zip(entities)).contains("declares a document type of its own"));
    }

    @Test
    void aSheetOfManyRowsIsReadRowByRow() {
        var book = Books.sheet(sheet -> {
            sheet.value(0, 0, "Name");
            for (int i = 1; i <= 20_000; i++) sheet.value(i, 0, "Person " + i);
        });
        assertEquals(20_000, read(book).rowCount());
        assertEquals("Person 20000", rows(book).get(19_999).cell(0));
        assertThrows(Refused.class, () -> Sheet.read(book, Reading.GUESSED, new Limits(20L << 20, 19_999)));
    }
}
