package org.attest.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.attest.web.Refused;

/**
 * The parts of a packed file, unpacked once to be measured before anything reads them: so many parts, so large, so many times
 * what is packed, and nothing in them that is no plain part of a workbook. What passes is safe to read.
 */
final class Archive {

    private static final int MOST_PARTS = 2_000;
    private static final long LARGEST_SHEET = 400L << 20;
    private static final long LARGEST_OTHER = 96L << 20;
    private static final long LARGEST_ALL = 600L << 20;

    /** Sheets that people keep are packed ten to thirty times smaller; a trap, a thousand times. */
    private static final long MOST_TIMES = 150;

    /** Below this a part can be packed as tightly as it likes. */
    private static final long HARMLESS = 4L << 20;

    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String MIME_TYPE = "mimetype";
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final Pattern FROM_1904 = Pattern.compile("date1904\\s*=\\s*[\"'](?:1|true|on)[\"']");

    private final Map<String, String> small = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    private Archive() {}

    /** Refuses by name whatever is not an Excel workbook (.xlsx) that can be read without harm. */
    static Archive ofWorkbook(byte[] bytes) {
        var archive = new Archive();
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            archive.measure(zip, bytes.length);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged();
        }
        archive.refuseOthers();
        return archive;
    }

    /** Whether it says how its numbers are shown; a workbook may do without. */
    boolean hasFormats() {
        return names.stream().anyMatch(name -> name.endsWith("styles.xml"));
    }

    /** Whether days count from 1904, as on an old Mac; the library knows only one of the ways to say so. */
    boolean countsFrom1904() {
        return FROM_1904.matcher(small.getOrDefault(WORKBOOK, "")).find();
    }

    /** A workbook that breaks off, or whose parts do not fit together. */
    static Refused damaged() {
        return new Refused(
                "The file begins like an Excel workbook and cannot be unpacked: it is damaged, or was not copied to"
                        + " its end. Open the original in your spreadsheet program, choose Save as, take “Excel Workbook"
                        + " (.xlsx)” as the type, and choose that file here",
                "");
    }

    private static Refused bomb(String why) {
        return new Refused(
                "The file " + why + ", as no workbook of people does, and is not unpacked. Copy the rows into a new"
                        + " workbook, save that and choose it here",
                "");
    }

    private void measure(ZipFile zip, long packed) throws IOException {
        long all = 0;
        var entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            var entry = entries.nextElement();
            names.add(entry.getName());
            if (names.size() > MOST_PARTS) throw bomb("holds more than " + MOST_PARTS + " parts");
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new Refused(
                        "The file is packed with a password, so that nobody can read it without. Save the workbook"
                                + " without a password and choose it here again",
                        "");
            }
            all += measure(zip, entry, all, packed);
        }
    }

    private long measure(ZipFile zip, ZipArchiveEntry entry, long before, long packed) throws IOException {
        var name = entry.getName();
        boolean kept = name.equals(CONTENT_TYPES) || name.equals(MIME_TYPE) || name.equals(WORKBOOK);
        boolean isSheet = name.startsWith("xl/worksheets/");
        boolean isXml = name.endsWith(".xml") || name.endsWith(".rels");
        var text = new StringBuilder();
        long size = 0;
        int matched = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            var buffer = new byte[16384];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > (isSheet ? LARGEST_SHEET : LARGEST_OTHER) || before + size > LARGEST_ALL) {
                    throw bomb("unpacks to more than " + ((before + size) >> 20) + " MB");
                }
                if (before + size > HARMLESS && (before + size) / Math.max(1, packed) > MOST_TIMES) {
                    throw bomb("unpacks to more than " + MOST_TIMES + " times its size");
                }
                if (kept && text.length() < 1 << 20) text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                if (isXml) matched = declaration(buffer, n, matched);
            }
        }
        if (kept) small.put(name, text.toString());
        return size;
    }

    /** A part that declares a document type of its own could fetch or multiply things; Excel never writes one. */
    private static int declaration(byte[] buffer, int length, int matched) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == DOCTYPE[matched]) {
                if (++matched == DOCTYPE.length) throw bomb("declares a document type of its own");
            } else {
                matched = buffer[i] == DOCTYPE[0] ? 1 : 0;
            }
        }
        return matched;
    }

    private void refuseOthers() {
        var mime = small.getOrDefault(MIME_TYPE, "");
        if (mime.contains("opendocument.spreadsheet")) {
            throw other("an OpenDocument workbook (.ods)");
        }
        if (mime.contains("opendocument")) throw other("an OpenDocument text or presentation");
        var types = small.getOrDefault(CONTENT_TYPES, "");
        if (types.isEmpty()) {
            throw new Refused(
                    "The file is an archive (.zip), not a workbook. Unpack it, and choose the workbook or CSV file"
                            + " inside it",
                    "");
        }
        if (types.contains("wordprocessingml")) throw other("a word processor document (.docx)");
        if (types.contains("presentationml")) throw other("a presentation (.pptx)");
        if (types.contains("sheet.binary")) throw other("a binary workbook (.xlsb)");
        if (types.contains("macroEnabled") || names.stream().anyMatch(n -> n.endsWith("vbaProject.bin"))) {
            throw new Refused(
                    "The workbook holds macros, programs that could do harm (.xlsm), and is not read. Open it, choose"
                            + " Save as, take “Excel Workbook (.xlsx)” as the type, which leaves them out, and choose that"
                            + " file here",
                    "");
        }
        if (!types.contains("spreadsheetml.sheet.main")) throw damaged();
    }

    private static Refused other(String words) {
        return new Refused("The file is " + words + ", which Attest does not read. " + FileKind.SAVE_AS, "");
    }
}
