package org.attest.training;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.web.Formats;

/**
 * How long a qualification holds: the one place that decides it. Valid through the same day number so many months later,
 * clamped to the end of a shorter month, that day included (training rule 4).
 *
 * @param months 0 does not expire
 */
record QualificationTerm(int months) {

    /** Days before the last valid day from which somebody is asked to renew (training rule 5). */
    static final int ENDS_SOON = 60;

    /** Days before the last valid day on which the learner is reminded (training rule 5). */
    static final List<Integer> REMINDED = List.of(ENDS_SOON, 30, 7);

    /** Days after the last valid day within which a re-assessment is enough (training rule 5). */
    static final int REASSESSMENT = 90;

    /** What somebody has to do to renew. */
    enum Route {
        /** Only the questions: the sections can be read, and need not be. */
        REASSESSMENT,
        /** Sections and questions. */
        WHOLE_MODULE
    }

    QualificationTerm {
        if (months < 0) throw new IllegalArgumentException("A qualification holds for no fewer than 0 months");
    }

    /** The last valid day, inclusive; null when it does not expire. */
    LocalDate lastDay(LocalDate earnedOn) {
        return months == 0 ? null : earnedOn.plusMonths(months);
    }

    /** How it is renewed on a day, when it was valid last on {@code lastDay} (training rule 5). */
    static Route route(LocalDate lastDay, LocalDate day) {
        return ChronoUnit.DAYS.between(lastDay, day) <= REASSESSMENT ? Route.REASSESSMENT : Route.WHOLE_MODULE;
    }

    /** Whether it may be renewed already, being still valid until {@code lastDay}. */
    static boolean isRenewable(LocalDate lastDay, LocalDate day) {
        return lastDay != null && ChronoUnit.DAYS.between(day, lastDay) <= ENDS_SOON;
    }

    /** The rule with dates, as if it were passed on the day. */
    String example(LocalDate day) {
        var last = lastDay(day);
        if (last == null) return "Passed once, it does not expire.";
        var reminders = REMINDED.stream()
                .map(days -> Formats.inWords(last.minusDays(days)))
                .collect(Collectors.joining(", "))
                .replaceAll(", (?=[^,]*$)", " and ");
        return "Passed on " + Formats.inWords(day) + ", it is valid until " + Formats.inWords(last)
                + ", that day included. Renewal opens on " + Formats.inWords(last.minusDays(ENDS_SOON))
                + "; reminders come on " + reminders + ". Renewed on that first day, it is valid until "
                + Formats.inWords(lastDay(last.minusDays(ENDS_SOON))) + ". Until "
                + Formats.inWords(last.plusDays(REASSESSMENT))
                + " a re-assessment is enough; later the whole module is to be done again.";
    }

    /** {@code 24 months}, {@code does not expire}. */
    String words() {
        return months == 0 ? "does not expire" : Formats.of(months, "month", "months");
    }
}
