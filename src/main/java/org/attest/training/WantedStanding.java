package org.attest.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.attest.training.ModuleStanding.State;

/** How a module has to stand for somebody to be shown. */
enum WantedStanding {
    PASSED("Passed and in date", state(State.PASSED, State.ENDS_SOON)),
    ENDS_SOON("Ends within " + QualificationTerm.ENDS_SOON + " days", state(State.ENDS_SOON)),
    EXPIRED("Expired", state(State.TO_REPEAT, State.OVERDUE)),
    TO_REPEAT("To repeat: a re-assessment is enough", state(State.TO_REPEAT)),
    OVERDUE("Overdue: the whole module again", state(State.OVERDUE)),
    WITH_COORDINATOR("With the coordinator: failed three times", state(State.WITH_COORDINATOR)),
    NOT_PASSED("Not passed: the next attempt has its day", state(State.WAITS_FOR_DAY)),
    TO_BE_TAUGHT("To be taught: everything it needs is passed", state(State.TAUGHT)),
    CAN_BEGIN("Can begin in Attest", state(State.READY)),
    UNDER_WAY("Under way in Attest", state(State.UNDER_WAY)),
    WAITS("Waits for other modules", state(State.WAITING)),
    READY("Ready for a session", Matrix.Cell::ready),
    WITHOUT_PLACE("Ready, without a place in a session", cell -> cell.ready() && !cell.booked()),
    OPENS_MORE(
            "Ready, and passing it opens others",
            cell -> cell.ready() && !cell.opens().isEmpty());

    private final String words;
    private final Predicate<Matrix.Cell> test;

    WantedStanding(String words, Predicate<Matrix.Cell> test) {
        this.words = words;
        this.test = test;
    }

    /** By {@link #slug}; null for none. */
    static WantedStanding of(String slug) {
        return Arrays.stream(values())
                .filter(s -> s.slug().equals(slug))
                .findFirst()
                .orElse(null);
    }

    /** As written in addresses: {@code ends-soon}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String words() {
        return words;
    }

    boolean fits(Matrix.Cell cell) {
        return test.test(cell);
    }

    private static Predicate<Matrix.Cell> state(State... states) {
        var any = Set.of(states);
        return cell -> cell.state() != null && any.contains(cell.state());
    }
}
