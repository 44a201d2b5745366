package org.attest.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * How often somebody may try (training rule 3): three times in twelve months, with seven full days in between; the third
 * fail goes to the coordinator. Counted are the fails since the last pass, so that a renewal begins anew.
 */
final class AttemptLimit {

    static final int MOST = 3;
    static final int MONTHS = 12;
    static final int DAYS_BETWEEN = 7;

    private AttemptLimit() {}

    /** Why no attempt may begin on the day, after fails on those days; empty when one may. */
    static Optional<Refused> refusal(List<LocalDate> failedOn, LocalDate day) {
        if (isWithCoordinator(failedOn, day)) {
            return Optional.of(new Refused(
                    "This was tried " + MOST + " times in " + MONTHS
                            + " months: the coordinator decides how it goes on",
                    "training rule 3"));
        }
        var from = from(failedOn);
        if (from == null || !day.isBefore(from)) return Optional.empty();
        return Optional.of(new Refused(
                "The next attempt can begin on " + Formats.inWords(from) + ", " + DAYS_BETWEEN
                        + " full days after the last",
                "training rule 3"));
    }

    static boolean isWithCoordinator(List<LocalDate> failedOn, LocalDate day) {
        var since = day.minusMonths(MONTHS);
        return failedOn.stream().filter(failed -> failed.isAfter(since)).count() >= MOST;
    }

    /** First day of the next attempt as far as the last one goes; null before the first. */
    static LocalDate from(List<LocalDate> failedOn) {
        return failedOn.stream()
                .max(LocalDate::compareTo)
                .map(last -> last.plusDays(DAYS_BETWEEN))
                .orElse(null);
    }
}
