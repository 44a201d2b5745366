package org.attest.exchange;

import java.util.List;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.training.LearnedElsewhere.Passed;
import org.attest.volunteer.Volunteer;

/**
 * What would become of what a file says about one person and one course.
 *
 * @param person null where nobody was found
 * @param passed what would be brought in; null where that is nothing
 * @param module in words; the course where no module was found
 * @param said what the file says, in words
 * @param held what Attest has, where that is more; else null
 */
record CheckedCompletion(
        CompletionLine line,
        Volunteer person,
        Passed passed,
        Outcome outcome,
        String module,
        String said,
        String held,
        List<CellFault> faults) {

    int number() {
        return line.number();
    }

    int row() {
        return line.row().number();
    }

    /** Whether it can be brought in: new, or less than Attest has and to be confirmed. */
    boolean canComeIn() {
        return passed != null && (outcome == Outcome.NEW || outcome == Outcome.CHANGED);
    }

    /** Whether it is to be confirmed by its own tick. */
    boolean needsTick() {
        return passed != null && outcome == Outcome.CHANGED;
    }

    /** Whether the file says “not passed” where Attest has a pass, which stays. */
    boolean saysLess() {
        return passed == null && outcome == Outcome.CHANGED;
    }

    String name() {
        if (person != null) return person.fullName;
        return line.who().name() == null ? "" : line.who().name();
    }

    String reasons() {
        return String.join(" ", faults.stream().map(CellFault::sentence).toList());
    }
}
