package org.attest.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.attest.web.ClockOfAttest;

/** The day of a completion as learning systems write it: mostly with a time, which is cut off. */
final class CompletionDay {

    private static final Pattern WITH_OFFSET =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?) ?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern TIME = Pattern.compile(
            "(?:,? +|T)\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:\\.\\d+)?)?(?: ?[ap]\\.?m\\.?)?$", Pattern.CASE_INSENSITIVE);

    private CompletionDay() {}

    /** Without its time; where it says how far from Greenwich it was written, the day in London. */
    static String withoutTime(String line) {
        var offset = WITH_OFFSET.matcher(line);
        if (offset.matches()) {
            try {
                return OffsetDateTime.parse(offset.group(1) + "T" + offset.group(2) + offset.group(3))
                        .atZoneSameInstant(ClockOfAttest.LONDON)
                        .toLocalDate()
                        .toString();
            } catch (DateTimeException e) {
                return line; // no such day: refused as a day
            }
        }
        return TIME.matcher(line).replaceFirst("");
    }

    /** The day, or a refusal with two sentences. */
    static LocalDate of(String line) {
        return FileDay.of(withoutTime(line));
    }
}
