package org.attest.web;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.attest.force.Reference;

/** How days, times, numbers and references read on a page. */
@TemplateExtension
public final class Formats {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private Formats() {}

    /** {@code 4 June 2026}. */
    public static String inWords(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 4 June}, where the year is plain from what stands around it. */
    public static String shortly(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    /** {@code DSC-101, DSC-102 and DSC-104}; one at least. */
    public static String inWords(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** {@code Thursday 4 June 2026}. */
    public static String withWeekday(LocalDate day) {
        return LONG_DAY.format(day);
    }

    /** {@code 4 June 2026 at 9:32am}, London time. */
    public static String inWords(Instant instant) {
        return DAY.format(london(instant)) + " at " + timeInWords(instant);
    }

    /** {@code 9:32am}, London time. */
    public static String timeInWords(Instant instant) {
        return TIME.format(london(instant)).toLowerCase(Locale.UK).replace("\u202f", "");
    }

    /** In groups of four, for reading aloud. */
    public static String grouped(String ref) {
        return Reference.grouped(ref);
    }

    /** {@code 1,204}. */
    public static String withCommas(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** {@code 1,204}. */
    public static String withCommas(int number) {
        return withCommas((long) number);
    }

    /** {@code 1 person}, {@code 3 people}: the count with the word that fits it. */
    public static String of(int count, String one, String many) {
        return of((long) count, one, many);
    }

    /** {@code 1 person}, {@code 3 people}: the count with the word that fits it. */
    public static String of(long count, String one, String many) {
        return withCommas(count) + " " + (count == 1 ? one : many);
    }

    /** {@code today}, {@code in 3 days}, {@code 3 days ago}. */
    public static String since(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) return "today";
        if (days == 1) return "tomorrow";
        if (days == -1) return "yesterday";
        return days > 0 ? "in " + of(days, "day", "days") : of(-days, "day", "days") + " ago";
    }

    private static ZonedDateTime london(Instant instant) {
        return instant.atZone(ClockOfAttest.LONDON);
    }
}
