package org.attest.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** Days as people write them in boxes. Never guesses: what makes no day is refused with a sentence. */
public final class Days {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    private Days() {}

    /** A day from three texts; the month as number, name or the first three letters of its name. */
    public static LocalDate of(String day, String month, String year) {
        if (!day.matches("\\d{1,2}")) throw refused("enter the day as a number, such as 27");
        if (!year.matches("\\d{4}")) throw refused("enter the year as four digits, such as 2026");
        int y = Integer.parseInt(year);
        if (y < EARLIEST_YEAR || y > LATEST_YEAR) {
            throw refused("enter a year between " + EARLIEST_YEAR + " and " + LATEST_YEAR);
        }
        try {
            return LocalDate.of(y, month(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            throw refused(day + " " + month + " " + year + " is not a day of the calendar");
        }
    }

    /** The number of a month given as number or name. */
    public static int month(String typed) {
        if (typed.matches("\\d{1,2}")) {
            int number = Integer.parseInt(typed);
            if (number >= 1 && number <= 12) return number;
        }
        var lower = typed.toLowerCase(Locale.UK);
        if (lower.length() >= 3) {
            for (var month : Month.values()) {
                if (name(month).toLowerCase(Locale.UK).startsWith(lower)
                        || (lower.equals("sept") && month == Month.SEPTEMBER)) return month.getValue();
            }
        }
        throw refused("enter the month as a number or a name, such as 3 or March");
    }

    /** The month of a day in words. */
    public static String month(LocalDate day) {
        return name(day.getMonth());
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.UK);
    }

    private static Refused refused(String sentence) {
        return new Refused(sentence, "");
    }
}
