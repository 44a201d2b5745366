package org.attest.vetting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.web.Formats;

/**
 * What a case promises, as a light that is also said: {@code 3 days overdue}.
 *
 * @param kind the mark it carries: {@code unmet} overdue, {@code soon} within a week, {@code met} later, {@code closed} while
 *     no clock of the unit runs
 */
record Promise(String kind, String words) {

    /** Days before the promise from which on it is near. */
    private static final int NEAR = 7;

    /** @param stops why the clock stands; empty while it runs */
    static Promise of(VettingCase vettingCase, Set<ClockStop.Reason> stops, LocalDate today) {
        var state = vettingCase.stateOn(today);
        if (!stops.isEmpty() && state.isOpen()) return stopped(stops);
        if (state == CaseState.INVITED) {
            return new Promise("closed", "Form can come until " + Formats.inWords(vettingCase.invitedUntil));
        }
        if (state == CaseState.LAPSED) {
            return new Promise("closed", "Invitation ran out on " + Formats.inWords(vettingCase.invitedUntil));
        }
        if (state == CaseState.APPEALED) {
            return new Promise("soon", "Appeal of " + Formats.inWords(vettingCase.stateSince));
        }
        if (state.isOpen() && vettingCase.promisedOn != null) return promised(vettingCase.promiseOn(today), today);
        if (state == CaseState.EXPIRED) {
            return new Promise("closed", "Last valid day " + Formats.inWords(vettingCase.validUntil));
        }
        return new Promise("closed", "Since " + Formats.inWords(vettingCase.stateSince));
    }

    private static Promise stopped(Set<ClockStop.Reason> stops) {
        return new Promise(
                "closed",
                "Clock stopped: "
                        + stops.stream()
                                .sorted()
                                .map(r -> r.words().substring(0, 1).toLowerCase()
                                        + r.words().substring(1))
                                .collect(Collectors.joining("; ")));
    }

    private static Promise promised(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days < 0) return new Promise("unmet", Formats.of(-days, "day", "days") + " overdue");
        if (days == 0) return new Promise("soon", "Due today");
        if (days == 1) return new Promise("soon", "Due tomorrow");
        return new Promise(days <= NEAR ? "soon" : "met", "In " + days + " days");
    }
}
