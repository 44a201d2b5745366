package org.attest.exchange;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A table in a text file. */
final class TextTable implements Table {

    private final String text;
    private final Encoding encoding;
    private final Delimiter delimiter;

    /** @param chosen what divides the cells; null to guess */
    TextTable(byte[] bytes, Delimiter chosen) {
        encoding = Encoding.of(bytes);
        var all = encoding.text(bytes);
        // Excel's own first line "sep=;" names the delimiter and is no row
        var named = all.length() >= 5 && all.regionMatches(true, 0, "sep=", 0, 4)
                ? Delimiter.of(all.charAt(4)).filter(d -> all.length() == 5 || "\r\n".indexOf(all.charAt(5)) >= 0)
                : Optional.<Delimiter>empty();
        text = named.isPresent() ? all.substring(afterFirstLine(all)) : all;
        delimiter = chosen != null ? chosen : named.orElseGet(() -> Delimiter.guess(text));
    }

    private static int afterFirstLine(String text) {
        int end = 5;
        if (end < text.length() && text.charAt(end) == '\r') end++;
        if (end < text.length() && text.charAt(end) == '\n') end++;
        return end;
    }

    @Override
    public Stream<SheetRow> rows() {
        Iterable<SheetRow> all = () -> (Iterator<SheetRow>) new SheetRows(text, delimiter.sign);
        return StreamSupport.stream(all.spliterator(), false);
    }

    @Override
    public String letters() {
        return encoding.words();
    }

    @Override
    public Delimiter delimiter() {
        return delimiter;
    }

    @Override
    public String sheet() {
        return null;
    }
}
