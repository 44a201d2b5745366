package org.attest.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.attest.web.Refused;
import org.junit.jupiter.api.Test;

/** A file whose letters nobody has named: the letters are found, and the page says how. */
class EncodingTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String TABLE = "Name,Town\r\nZoë Nuñez,Łódź\r\nÓr Ní Bhriain,Gaillimh\r\n";

    private static byte[] marked(String text, Charset charset, int... mark) {
        var letters = text.getBytes(charset);
        var bytes = new byte[mark.length + letters.length];
        for (int i = 0; i < mark.length; i++) bytes[i] = (byte) mark[i];
        System.arraycopy(letters, 0, bytes, mark.length, letters.length);
        return bytes;
    }

    @Test
    void aByteOrderMarkDecides() {
        var files = List.of(
                marked(TABLE, StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
                marked(TABLE, StandardCharsets.UTF_16LE, 0xFF, 0xFE),
                marked(TABLE, StandardCharsets.UTF_16BE, 0xFE, 0xFF));
        for (var file : files) {
            var encoding = Encoding.of(file);
            assertEquals(TABLE, encoding.text(file));
            assertTrue(encoding.words().contains("by its mark"), encoding.words());
        }
    }

    @Test
    void withoutAMarkItIsUtf8IfEveryByteFits() {
        var file = TABLE.getBytes(StandardCharsets.UTF_8);
        assertEquals("UTF-8", Encoding.of(file).words());
        assertEquals(TABLE, Encoding.of(file).text(file));
    }

    @Test
    void utf16WithoutAMarkIsKnownByItsZeroBytes() {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var file = TABLE.getBytes(charset);
            var encoding = Encoding.of(file);
            assertEquals(TABLE, encoding.text(file));
            assertTrue(encoding.words().contains("without a mark"), encoding.words());
        }
    }

    @Test
    void everythingElseIsWindows1252AndSaysSo() {
        var file = "Name\r\nZoë – “Zo”\r\n".getBytes(WINDOWS);
        assertEquals("Name\r\nZoë – “Zo”\r\n", Encoding.of(file).text(file));
        assertEquals("Windows-1252, because it is not UTF-8", Encoding.of(file).words());
    }

    @Test
    void zeroBytesThatMakeNoLettersAreRefused() {
        var binary = new byte[] {'a', 0, 0, 0, 'b', ',', 0, 'c', '\n', 7, 0, 0};
        assertThrows(Refused.class, () -> Encoding.of(binary));
    }

    @Property
    void theLettersOfEuropeComeBack(@ForAll("tables") String table) {
        for (var charset :
                List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, WINDOWS)) {
            var file = table.getBytes(charset);
            assertEquals(table, Encoding.of(file).text(file), charset.name());
        }
    }

    /** Windows-1252 can be told from UTF-8 only where some letter is not plain. */
    @Provide
    Arbitrary<String> tables() {
        var cell = Arbitraries.strings()
                .withChars("abcXYZ0189 '-éèüßñØ")
                .ofMinLength(1)
                .ofMaxLength(12);
        return cell.list().ofMinSize(2).ofMaxSize(40).map(cells -> "Name,é\n" + String.join(",\n", cells) + "\n");
    }
}
