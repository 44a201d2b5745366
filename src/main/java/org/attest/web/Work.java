package org.attest.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One thing that waits for somebody: a row of a work queue.
 *
 * @param kind which mark it carries: {@code unmet} when the promise is broken, {@code soon} when it holds with care,
 *     {@code unknown} when nobody can say
 * @param promised the day by which it was, or is, promised; the oldest comes first
 * @param when the promise in words: {@code 5 days overdue}
 * @param what the matter, as the words of a link: {@code Cannot decide: Yusuf Karimov}
 * @param address where the link leads
 * @param why one sentence behind it
 * @param waitingFor who has to move; null when it is the reader
 * @param move what the reader has to do, or what was asked of the other one; may be null
 */
public record Work(
        String kind,
        LocalDate promised,
        String when,
        String what,
        String address,
        String why,
        String waitingFor,
        String move) {

    /** Something the reader has to do by the day. */
    public static Work yours(
            LocalDate promised, LocalDate today, String what, String address, String why, String move) {
        return new Work(kind(promised, today), promised, promise(promised, today), what, address, why, null, move);
    }

    /** Something somebody else has to do by the day. */
    public static Work waitingFor(
            String who, LocalDate promised, LocalDate today, String what, String address, String why, String asked) {
        return new Work(kind(promised, today), promised, promise(promised, today), what, address, why, who, asked);
    }

    /** A question nobody can answer since the day, because a fact is missing; null {@code waitingFor} is the reader. */
    public static Work undecided(
            LocalDate since, LocalDate today, String what, String address, String why, String waitingFor, String move) {
        long days = ChronoUnit.DAYS.between(since, today);
        var when = days <= 0 ? "Since today" : Formats.of(days, "day", "days") + " waiting";
        return new Work("unknown", since, when, what, address, why, waitingFor, move);
    }

    /** Something that stands in the way since the day, and that the reader can mend. */
    public static Work blocked(LocalDate since, LocalDate today, String what, String address, String why, String move) {
        long days = ChronoUnit.DAYS.between(since, today);
        var when = days <= 0 ? "Since today" : "For " + Formats.of(days, "day", "days");
        return new Work("unmet", since, when, what, address, why, null, move);
    }

    /** Whether it is the reader's move. */
    public boolean isYours() {
        return waitingFor == null;
    }

    private static String kind(LocalDate promised, LocalDate today) {
        return promised.isBefore(today) ? "unmet" : "soon";
    }

    private static String promise(LocalDate promised, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, promised);
        if (days < 0) return Formats.of(-days, "day", "days") + " overdue";
        if (days == 0) return "Due today";
        if (days == 1) return "Due tomorrow";
        return "In " + days + " days";
    }
}
