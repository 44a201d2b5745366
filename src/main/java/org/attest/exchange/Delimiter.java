package org.attest.exchange;

import java.util.Optional;

/** What stands between the cells of a row. */
enum Delimiter {
    COMMA(',', "comma"),
    SEMICOLON(';', "semicolon"),
    TAB('\t', "tab"),
    PIPE('|', "vertical bar");

    private static final int SAMPLE_CHARACTERS = 64_000;
    private static final int SAMPLE_ROWS = 50;

    final char sign;
    private final String words;

    Delimiter(char sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    String words() {
        return words;
    }

    static Optional<Delimiter> of(char sign) {
        for (var delimiter : values()) if (delimiter.sign == sign) return Optional.of(delimiter);
        return Optional.empty();
    }

    /** The one under which most of the first rows have as many cells as the headings; a comma where none divides anything. */
    static Delimiter guess(String text) {
        var sample = text.length() <= SAMPLE_CHARACTERS ? text : text.substring(0, SAMPLE_CHARACTERS);
        var best = COMMA;
        double highest = 0;
        for (var candidate : values()) {
            double score = score(sample, candidate, sample.length() < text.length());
            if (score > highest) {
                highest = score;
                best = candidate;
            }
        }
        return best;
    }

    private static double score(String sample, Delimiter candidate, boolean cut) {
        var rows = new SheetRows(sample, candidate.sign);
        int width = 0;
        int seen = 0;
        int alike = 0;
        while (rows.hasNext() && seen <= SAMPLE_ROWS) {
            var row = rows.next();
            if (row.isBlank() || (cut && !rows.hasNext())) continue;
            if (width == 0) {
                width = row.cells().size();
                if (width < 2) return 0;
                continue;
            }
            seen++;
            if (row.cells().size() == width) alike++;
        }
        double agreement = seen == 0 ? 1 : (double) alike / seen;
        return agreement + Math.min(width, 100) / 1000.0;
    }
}
