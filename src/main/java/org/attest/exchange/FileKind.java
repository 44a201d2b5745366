package org.attest.exchange;

import java.nio.charset.StandardCharsets;
import org.attest.web.Refused;

/** What a file is by its first bytes, where it is neither text nor a workbook that Attest reads. */
enum FileKind {
    EMPTY_ARCHIVE("an empty archive", "PK\u0005\u0006"),
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

    static final String SAVE_AS =
            "Open it in your spreadsheet program, choose Save as, take “Excel Workbook (.xlsx)” or “CSV UTF-8” as the"
                    + " type, and choose that file here";

    private static final byte[] ZIP = magic("PK\u0003\u0004");
    private static final byte[] OLD_OFFICE = magic("\u00d0\u00cf\u0011\u00e0");

    private final String words;
    private final byte[] magic;

    FileKind(String words, String magic) {
        this.words = words;
        this.magic = magic(magic);
    }

    private static byte[] magic(String letters) {
        return letters.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether it is packed as a workbook is; whether it is one, its parts tell. */
    static boolean isPacked(byte[] bytes) {
        return begins(bytes, ZIP);
    }

    /** Refuses by name what is no table at all. */
    static void refuseForeign(byte[] bytes) {
        if (bytes.length == 0) throw new Refused("The file is empty: it has no bytes. " + SAVE_AS, "");
        if (begins(bytes, OLD_OFFICE)) throw oldOffice(bytes);
        for (var kind : values()) {
            if (begins(bytes, kind.magic)) {
                throw new Refused("The file is " + kind.words + ", not a workbook or a CSV file. " + SAVE_AS, "");
            }
        }
    }

    /** Before 2007, and to this day where a password is set, Office keeps its parts under names in two-byte letters. */
    private static Refused oldOffice(byte[] bytes) {
        if (holds(bytes, "EncryptedPackage")) {
            return new Refused(
                    "The workbook is protected with a password, so that nobody can read it without. Open it in your"
                            + " spreadsheet program, choose File, Info, Protect Workbook, Encrypt with Password, empty the"
                            + " password, save it and choose it here again",
                    "");
        }
        if (holds(bytes, "WordDocument")) {
            return new Refused("The file is a word processor document, not a workbook or a CSV file. " + SAVE_AS, "");
        }
        return new Refused(
                "The file is an old Excel workbook or Office document (.xls), which Attest does not read. " + SAVE_AS,
                "");
    }

    private static boolean holds(byte[] bytes, String name) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .contains(new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }

    private static boolean begins(byte[] bytes, byte[] magic) {
        if (bytes.length < magic.length) return false;
        for (int i = 0; i < magic.length; i++) if (bytes[i] != magic[i]) return false;
        return true;
    }
}
