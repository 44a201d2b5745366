package org.attest.vetting;

import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.force.WorkingDays;

/** How long a refusal can be appealed against (vetting rule 28). Day 1 is the first day after, or the first working day after. */
public record AppealWindow(int amount, VettingFigure.Unit unit) {

    /** The last day of the window that began with what was received on this day. */
    public LocalDate lastDay(Force force, LocalDate from) {
        return unit == VettingFigure.Unit.WORKING_DAYS
                ? WorkingDays.of(force).after(from, amount)
                : from.plusDays(amount);
    }

    /** {@code 7 working days}. */
    public String words() {
        return amount + " " + unit.words(String.valueOf(amount));
    }
}
