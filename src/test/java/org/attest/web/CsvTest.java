package org.attest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table written for a spreadsheet: nothing in it runs, and every value comes back as it was. */
class CsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+44 7700 900123",
                "-5",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u00a0=1",
                "\uff1d1",
                "'=1",
                "''+1",
                "' =1",
                "=cmd|' /C calc'!A0"
            })
    void noCellBeginsAFormula(String value) {
        var written = Csv.neutral(value);
        assertTrue(written.startsWith("'"), written);
        assertEquals(value, Csv.exact(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ann",
                "'t Hooft",
                "O'Brien",
                "'",
                "''",
                "0012",
                "a=b",
                "x@y.example",
                "{inject:csrf.token}",
                "<b>"
            })
    void whatDoesNotRunStaysAsItIs(String value) {
        assertEquals(value, Csv.neutral(value));
        assertEquals(value, Csv.exact(value));
    }

    @Property
    void everyValueComesBackFromAnotherReader(@ForAll("rows") List<List<String>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var csv = Csv.on(out, List.of("a", "b", "c"))) {
            rows.forEach(csv::row);
        }
        var text = out.toString(StandardCharsets.UTF_8);
        assertEquals('\ufeff', text.charAt(0));
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(text.substring(1)))) {
            var read = parser.getRecords().stream()
                    .skip(1)
                    .map(r -> r.stream().map(Csv::exact).toList())
                    .toList();
            assertEquals(rows, read);
        }
    }

    @Property
    void nothingWrittenBeginsAFormula(@ForAll("cells") String value) {
        var written = Csv.neutral(value);
        assertEquals(value, Csv.exact(written));
        assertFalse(!written.isEmpty() && "=+-@\t\r\n".indexOf(written.charAt(0)) >= 0);
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        return cells().list().ofSize(3).list().ofMaxSize(10);
    }

    @Provide
    Arbitrary<String> cells() {
        var signs = Arbitraries.strings()
                .withChars("'=+-@\t\r\n \",;|aZ0\u00a0\uff1d\u05d0\u4e2d")
                .ofMaxLength(8);
        return Arbitraries.oneOf(
                        signs, Arbitraries.strings().excludeChars('\ud800').ofMaxLength(20))
                .filter(CsvTest::isWellFormed);
    }

    private static boolean isWellFormed(String value) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }

    @Test
    void aFileNameNeverLeavesItsQuotes() {
        assertEquals("attachment; filename=\"a-b-.csv\"", Csv.disposition("a\"; b\r\n.csv"));
        assertEquals("attachment; filename=\"passwd\"", Csv.disposition("../../passwd"));
        assertEquals("attachment; filename=\"file\"", Csv.disposition("\u4e2d"));
        assertEquals("attachment; filename=\"Zoe.csv\"", Csv.disposition("Zo\u00eb.csv"));
    }
}
