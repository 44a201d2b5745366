package org.attest.exchange;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attest.web.Days;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * A day as a spreadsheet writes it: day first, as in this country. A value that could only be month first is refused, and
 * so is a year of two digits: nothing is guessed.
 */
final class FileDay {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})\\s?[-/. ]\\s?(\\d{1,2})\\s?[-/. ]\\s?(\\d{4})");
    private static final Pattern SHORT_YEAR =
            Pattern.compile("\\d{1,2}\\s?[-/. ]\\s?(\\d{1,2}|\\p{L}+)\\.?\\s?[-/. ]\\s?['’]?\\d{2}");
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[-/. ]{0,2}(?:of )?(\\p{L}{3,9})\\.?,?[-/. ]{0,2}(\\d{4})");
    private static final Pattern MONTH_DAY_YEAR =
            Pattern.compile("(\\p{L}{3,9})\\.?[- ]?(\\d{1,2})(?:st|nd|rd|th)?(?:, ?|[- ])(\\d{4})");
    private static final Pattern WEEKDAY =
            Pattern.compile("^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?,? +");
    private static final Pattern MIDNIGHT = Pattern.compile("[T ]0?0:00(?::00(?:\\.0+)?)?Z?$");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.0+)?");

    /** 18 May 1927 and 31 December 2099: outside, a bare number is more likely something else than a day. */
    private static final int FIRST_SERIAL = 10_000;

    private static final int LAST_SERIAL = 73_050;

    /** Day 0 of the 1900 system for every serial after the 29 February 1900 that Excel believes in. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final String HOW = "Write it like 27/06/2026 or 27 June 2026";

    private FileDay() {}

    /** Which reading a value allows, as evidence of how its column was written. */
    enum Order {
        DAY_FIRST_ONLY,
        MONTH_FIRST_ONLY,
        EITHER,
        PLAIN
    }

    /** The day, or a refusal with two sentences: what is wrong, and how to mend it. */
    static LocalDate of(String cell) {
        var typed = WEEKDAY.matcher(
                        MIDNIGHT.matcher(cell.strip()).replaceFirst("").toLowerCase(Locale.UK))
                .replaceFirst("");
        Matcher m;
        if ((m = YEAR_FIRST.matcher(typed)).matches()) return day(m.group(3), m.group(2), m.group(1));
        if ((m = NUMBERS.matcher(typed)).matches()) {
            if (order(m) == Order.MONTH_FIRST_ONLY) {
                throw refused(
                        "this can only be a day with the month first, and days are read day first",
                        "Write " + Formats.inWords(day(m.group(2), m.group(1), m.group(3)))
                                + " if that is the day meant");
            }
            return day(m.group(1), m.group(2), m.group(3));
        }
        if (SHORT_YEAR.matcher(typed).matches()) {
            throw refused(
                    "the year has two digits, which could be in either century", "Write the year with four digits");
        }
        if ((m = DAY_MONTH_YEAR.matcher(typed)).matches()) return day(m.group(1), m.group(2), m.group(3));
        if ((m = MONTH_DAY_YEAR.matcher(typed)).matches()) return day(m.group(2), m.group(1), m.group(3));
        if ((m = SERIAL.matcher(typed)).matches()) {
            int serial = Integer.parseInt(m.group(1));
            if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) return SERIAL_ZERO.plusDays(serial);
            throw refused("this number is not a day between 1927 and 2099 in a spreadsheet's counting", HOW);
        }
        if (typed.matches("\\d{8}")) {
            throw refused("eight digits in a row could be a day in more than one way", HOW);
        }
        if (typed.matches("\\d{4}")) throw refused("a year alone is not a day", HOW);
        throw refused("this is not a day Attest can read", HOW);
    }

    /** What a value says about the order in its column. */
    static Order order(String cell) {
        var m = NUMBERS.matcher(cell.strip());
        return m.matches() ? order(m) : Order.PLAIN;
    }

    /** The other reading of a value that allows both. */
    static Optional<LocalDate> monthFirst(String cell) {
        var m = NUMBERS.matcher(cell.strip());
        return m.matches() && order(m) == Order.EITHER
                ? Optional.of(day(m.group(2), m.group(1), m.group(3)))
                : Optional.empty();
    }

    private static Order order(Matcher numbers) {
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(2));
        if (first == second || first > 31 || second > 31) return Order.PLAIN;
        if (first > 12) return second > 12 ? Order.PLAIN : Order.DAY_FIRST_ONLY;
        if (first == 0 || second == 0) return Order.PLAIN;
        return second > 12 ? Order.MONTH_FIRST_ONLY : Order.EITHER;
    }

    private static LocalDate day(String day, String month, String year) {
        try {
            return Days.of(day, month, year);
        } catch (Refused e) {
            if (e.sentence().contains("calendar"))
                throw refused("there is no such day in the calendar", "Correct the day");
            if (e.sentence().contains("between"))
                throw refused("the year is not between 1900 and 2200", "Correct the year");
            throw refused("this is not a day Attest can read", HOW);
        }
    }

    private static Refused refused(String reason, String mend) {
        return new Refused(reason + ". " + mend, "");
    }
}
