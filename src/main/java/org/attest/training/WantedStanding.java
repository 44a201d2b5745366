package org.attest.training;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.attest.training.ModuleStanding.State;

/** How a module has to stand for somebody to be shown. */
enum WantedStanding {
    PASSED("Passed and in date", EnumSet.of(State.PASSED, State.ENDS_SOON)),
    ENDS_SOON("Ends within " + QualificationTerm.ENDS_SOON + " days", EnumSet.of(State.ENDS_SOON)),
    EXPIRED("Expired", EnumSet.of(State.TO_REPEAT, State.OVERDUE)),
    TO_REPEAT("To repeat: a re-assessment is enough", EnumSet.of(State.TO_REPEAT)),
    OVERDUE("Overdue: the whole module again", EnumSet.of(State.OVERDUE)),
    WITH_COORDINATOR("With the coordinator: failed three times", EnumSet.of(State.WITH_COORDINATOR)),
    NOT_PASSED("Not passed: the next attempt has its day", EnumSet.of(State.WAITS_FOR_DAY)),
    TO_BE_TAUGHT("To be taught: everything it needs is passed", EnumSet.of(State.TAUGHT)),
    CAN_BEGIN("Can begin in Attest", EnumSet.of(State.READY)),
    UNDER_WAY("Under way in Attest", EnumSet.of(State.UNDER_WAY)),
    WAITS("Waits for other modules", EnumSet.of(State.WAITING));

    private final String words;
    private final Set<State> states;

    WantedStanding(String words, Set<State> states) {
        this.words = words;
        this.states = states;
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
        return cell.state() != null && states.contains(cell.state());
    }
}
