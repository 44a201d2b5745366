package org.attest.exchange;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.attest.web.Refused;

/**
 * How the bytes of a file become letters: by its byte-order mark; else UTF-8 if every byte fits; else UTF-16 if the zero
 * bytes stand as they do there; else Windows-1252.
 *
 * @param skip bytes of the byte-order mark
 * @param words which one, and how that is known
 */
record Encoding(Charset charset, int skip, String words) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    static Encoding of(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) return new Encoding(StandardCharsets.UTF_8, 3, "UTF-8, by its mark");
        if (starts(bytes, 0xFF, 0xFE, 0, 0) || starts(bytes, 0, 0, 0xFE, 0xFF)) {
            throw new Refused("The file is in UTF-32, which Attest does not read. Save the sheet as “CSV UTF-8”", "");
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2, "UTF-16 (big end first), by its mark");
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, "UTF-16 (little end first), by its mark");
        }
        var zeros = Zeros.in(bytes);
        if (zeros.none() && isUtf8(bytes)) return new Encoding(StandardCharsets.UTF_8, 0, "UTF-8");
        if (zeros.likeUtf16(0)) {
            return new Encoding(StandardCharsets.UTF_16BE, 0, "UTF-16 (big end first), without a mark");
        }
        if (zeros.likeUtf16(1)) {
            return new Encoding(StandardCharsets.UTF_16LE, 0, "UTF-16 (little end first), without a mark");
        }
        if (!zeros.none()) {
            throw new Refused(
                    "The file holds zero bytes, so it is not a text file. Open it in the program it comes from and save the"
                            + " sheet as CSV",
                    "");
        }
        return new Encoding(WINDOWS_1252, 0, "Windows-1252, because it is not UTF-8");
    }

    /** The whole text. What cannot be read becomes the replacement character, which refuses its cell later. */
    String text(byte[] bytes) {
        return new String(bytes, skip, bytes.length - skip, charset);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    private static boolean isUtf8(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) return false;
            if (result.isUnderflow()) return true;
            out.clear();
        }
    }

    /** Where the zero bytes stand: in UTF-16, letters of Europe have one in every pair, always on the same side. */
    private record Zeros(int even, int odd, int length) {

        static Zeros in(byte[] bytes) {
            int even = 0;
            int odd = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == 0) {
                    if ((i & 1) == 0) even++;
                    else odd++;
                }
            }
            return new Zeros(even, odd, bytes.length);
        }

        boolean none() {
            return even == 0 && odd == 0;
        }

        /** Only on one side of the pairs, and often enough for the commas and line ends of a table. */
        boolean likeUtf16(int side) {
            int here = side == 0 ? even : odd;
            int there = side == 0 ? odd : even;
            return (length & 1) == 0 && there == 0 && here * 10L >= length / 2;
        }
    }
}
