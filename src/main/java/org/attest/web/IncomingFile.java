package org.attest.web;

import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/**
 * A file that somebody sent, looked at by {@link IncomingFiles}: not empty, not too large, of a kind that is accepted, and
 * clean as far as a scanner says.
 *
 * @param calledBySender what their computer calls it, cleaned: text to show, never a name to save under
 * @param scanned whether a scanner has looked at it; false where the installation has none
 */
public record IncomingFile(PaperType type, String calledBySender, byte[] content, boolean scanned) {

    static final int LONGEST_NAME = 120;
    private static final String UNNAMED = "A file without a name";

    /** SHA-256 of the content in hexadecimal letters. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * An answer that a browser saves and never opens in a page, under a name of ours.
     *
     * @param name without its ending: {@code paper-K7QM4XRD92TW}
     */
    public static Response answer(PaperType type, String name, byte[] content) {
        return Response.ok(content, type.mediaType())
                .header("Content-Disposition", Csv.disposition(name + "." + type.extension()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** One line without folders, without marks that deceive a reader, and short enough for a page. */
    static String cleaned(String name) {
        if (name == null) return UNNAMED;
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var text = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]", "")
                .replaceAll("\\s+", " ")
                .strip();
        if (text.isEmpty()) return UNNAMED;
        int points = text.codePointCount(0, text.length());
        return points <= LONGEST_NAME ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
