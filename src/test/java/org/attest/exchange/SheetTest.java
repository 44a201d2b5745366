package org.attest.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.attest.web.Csv;
import org.attest.web.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file as it comes: a table, or refused in words that say what it is and what to do. */
class SheetTest {

    private static Sheet sheet(String text) {
        return Sheet.of(text.getBytes(StandardCharsets.UTF_8), null, Limits.DEFAULT);
    }

    private static List<SheetRow> rows(String text) {
        return sheet(text).rows().toList();
    }

    private static String refusal(byte[] bytes, Limits limits) {
        return assertThrows(Refused.class, () -> Sheet.of(bytes, null, limits)).sentence();
    }

    private static String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.ISO_8859_1), Limits.DEFAULT);
    }

    @Test
    void cellsAreReadAsTheStandardSays() {
        var rows = rows("a,b,c\r\n1,\"two, with \"\"marks\"\"\",\r\n\"line\r\none\",=1+1,{inject:x}\r\n");
        assertEquals(List.of("1", "two, with \"marks\"", ""), rows.get(0).cells());
        assertEquals(List.of("line\r\none", "=1+1", "{inject:x}"), rows.get(1).cells());
        assertEquals(3, rows.get(1).number(), "a row with a line break is one row of the spreadsheet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void everyLineEndEndsARow(String end) {
        assertEquals(2, rows(String.join(end, "a,b", "1,2", "3,4", "")).size());
    }

    @Property(tries = 300)
    void whatOurOwnWriterWritesIsReadExactly(@ForAll("tables") List<List<String>> table) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var csv = Csv.on(out, List.of("one", "two"))) {
            table.forEach(csv::row);
        }
        var read = new ArrayList<List<String>>();
        Sheet.of(out.toByteArray(), Delimiter.COMMA, Limits.DEFAULT).rows().forEach(r -> {
            assertNull(r.damage());
            read.add(r.cells());
        });
        assertEquals(
                table.stream()
                        .filter(r -> !r.stream().allMatch(SheetRow::isBlank))
                        .toList(),
                read);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        return Arbitraries.strings()
                .withChars("ab=+-@'\",;\n\r\t |é\u05d0")
                .ofMaxLength(6)
                .list()
                .ofSize(2)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .filter(t -> t.stream().flatMap(List::stream).anyMatch(c -> !SheetRow.isBlank(c)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {",~COMMA", ";~SEMICOLON", "'\t'~TAB", "|~PIPE"})
    void theDelimiterIsGuessed(String sign, Delimiter expected) {
        var sheet = sheet(String.join(sign, "Name", "Note", "Born") + "\n"
                + String.join(sign, "Ann Lee", "\"a, b; c\"", "1/2/1990") + "\n"
                + String.join(sign, "Bo", "x", "3.4.1991") + "\n");
        assertEquals(expected, sheet.delimiter());
        assertEquals(List.of("Name", "Note", "Born"), sheet.headings());
    }

    @Test
    void commasInsideCellsDoNotMisleadTheGuess() {
        assertEquals(
                Delimiter.SEMICOLON,
                sheet("Name;Town\nLee, Ann;Ham, Kent\nOh, Bo;Deal, Kent\n").delimiter());
    }

    @Test
    void theDelimiterExcelNamesIsTaken() {
        var sheet = sheet("sep=;\r\nName;Town, county\r\nAnn;x\r\n");
        assertEquals(Delimiter.SEMICOLON, sheet.delimiter());
        assertEquals(List.of("Name", "Town, county"), sheet.headings());
        assertEquals(2, sheet.rows().findFirst().orElseThrow().number());
    }

    @Test
    void headingsMayRepeatOrBeEmpty() {
        assertEquals(
                List.of("Email", "Email (second)", "Column C (no heading)", "EMAIL (third)", "Name"),
                sheet("Email,Email,,EMAIL,Name\n1,2,3,4,5\n").headings());
    }

    @Test
    void lettersOfColumnsGoOnAfterZ() {
        assertEquals("A", Sheet.letters(0));
        assertEquals("Z", Sheet.letters(25));
        assertEquals("AA", Sheet.letters(26));
        assertEquals("GR", Sheet.letters(199));
    }

    @Test
    void blankRowsAreSkippedAndCounted() {
        var sheet = sheet("\nName,Town\n\nAnn,x\n , \n\u00a0,\nBo,y\n");
        assertEquals(4, sheet.blankRows());
        assertEquals(2, sheet.rowCount());
        assertEquals(List.of(4, 7), sheet.rows().map(SheetRow::number).toList());
    }

    @Test
    void shortRowsAreCountedAndTheirEndIsEmpty() {
        var sheet = sheet("a,b,c\n1\n1,2,3\n");
        assertEquals(1, sheet.shortRows());
        assertEquals("", sheet.rows().findFirst().orElseThrow().cell(2));
    }

    @Test
    void aMarkInTheMiddleOfAQuotedCellSpoilsOnlyItsRow() {
        var rows = rows("a,b\n\"x\"y,1\nok,2\n");
        assertNotNull(rows.get(0).damage());
        assertEquals(0, rows.get(0).damage().cell());
        assertEquals(List.of("ok", "2"), rows.get(1).cells());
    }

    @Test
    void aMarkThatIsNeverClosedSpoilsOnlyItsRow() {
        var rows = rows("a,b\nok,1\nx,\"never\nfine,2\n\"quoted\",3\nlast,4\n");
        assertNull(rows.get(0).damage());
        assertEquals(1, rows.get(1).damage().cell());
        assertEquals(3, rows.get(1).number());
        assertEquals(List.of("fine", "2"), rows.get(2).cells());
        assertEquals(List.of("quoted", "3"), rows.get(3).cells());
        assertEquals(List.of("last", "4"), rows.get(4).cells());
    }

    @Test
    void aMarkInsideABareCellIsALetter() {
        assertEquals(
                List.of("Ann \"Annie\" Lee", "5'10\""),
                rows("a,b\nAnn \"Annie\" Lee,5'10\"\n").get(0).cells());
    }

    @Test
    void spaceAroundQuotationMarksIsForgiven() {
        assertEquals(List.of("x", "y, z"), rows("a,b\nx, \"y, z\" \n").get(0).cells());
    }

    @Test
    void aCellOfMoreThan20000CharactersSpoilsItsRow() {
        var rows = rows(
                "a,b\n1," + "x".repeat(20_001) + "\n2,\"" + "y".repeat(20_001) + "\"\n3," + "z".repeat(20_000) + "\n");
        assertEquals(1, rows.get(0).damage().cell());
        assertTrue(rows.get(0).damage().reason().contains("20001"));
        assertEquals(1, rows.get(1).damage().cell());
        assertNull(rows.get(2).damage());
    }

    @Test
    void manyOpenMarksDoNotReadTheFileOverAndOver() {
        var text = "a,b\n" + "x,\"y\"\"\n".repeat(50_000);
        assertTimeout(Duration.ofSeconds(20), () -> {
            try {
                assertTrue(rows(text).stream().allMatch(r -> r.damage() != null));
            } catch (Refused e) {
                assertTrue(e.sentence().contains("do not come in pairs"), e.sentence());
            }
        });
    }

    @Test
    void whatIsNoTableIsRefusedByName() {
        assertTrue(refusal("").contains("it has no bytes"));
        assertTrue(refusal(" \n\r\n,,,\n").contains("every row is blank"));
        assertTrue(refusal("Name,Born\n").contains("no rows under them"));
        assertTrue(refusal("PK\u0003\u0004 xl/workbook.xml").contains("Excel"));
        assertTrue(refusal("PK\u0003\u0004 xl/workbook.xml").contains("Save as"));
        assertTrue(refusal("%PDF-1.7").contains("PDF"));
        assertTrue(refusal("\u00d0\u00cf\u0011\u00e0").contains("old Excel"));
        assertTrue(refusal("Name\n\0\0\0x\n").contains("zero bytes"));
        assertTrue(refusal("<html><table>").contains("web page"));
        assertTrue(refusal("Name,\"x\ny\n").contains("headings in row 1"));
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() {
        assertTrue(refusal(new byte[2 << 20], new Limits(1 << 20, 10)).contains("larger than 1 MB"));
        assertTrue(refusal("a\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8), new Limits(100, 2))
                .contains("more than 2 rows"));
        assertTrue(refusal("a" + ",b".repeat(200) + "\n1\n").contains("201 columns"));
    }

    @Test
    void nothingStaysHiddenInWhatIsShown() {
        assertEquals("a[U+202E]b", Visible.of("a\u202eb"));
        assertEquals("[U+0000]␤", Visible.of("\0\n"));
        assertEquals("<b>{x}=1", Visible.of("<b>{x}=1"));
        assertEquals(81, Visible.of("x".repeat(500)).length());
    }
}
