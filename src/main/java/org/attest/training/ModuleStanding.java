package org.attest.training;

import java.time.LocalDate;
import org.attest.web.Formats;

/**
 * How a module stands for one person on a day.
 *
 * @param sentence what that means, with its day
 * @param lastDay last day on which what counts, or counted last, does so; null for none
 */
public record ModuleStanding(ModuleDocument module, State state, String sentence, LocalDate lastDay) {

    /** From what needs the person to what is far off. */
    public enum State {
        /** Ended more than 90 days ago: the whole module again (training rule 5). */
        OVERDUE("Overdue", "Overdue", "unmet"),
        /** Ended: a re-assessment is enough. */
        TO_REPEAT("To repeat", "To repeat", "unmet"),
        /** Valid, and ends within 60 days. */
        ENDS_SOON("Passed, ends soon", "Ends soon", "soon"),
        UNDER_WAY("Under way", "Under way", "clock"),
        READY("Can begin", "Can begin", "clock"),
        /** Failed; the next attempt has its day. */
        WAITS_FOR_DAY("Not passed yet", "Not passed", "soon"),
        /** Failed three times (training rule 3). */
        WITH_COORDINATOR("With the coordinator", "Coordinator", "unmet"),
        /** Taught or assessed by others, who say when. */
        TAUGHT("Taught by your force", "To be taught", "clock"),
        /** Needs others first (training rule 2). */
        WAITING("Waiting for others", "Waits", "vacant"),
        PASSED("Passed", "Passed", "met");

        private final String words;
        private final String brief;
        private final String mark;

        State(String words, String brief, String mark) {
            this.words = words;
            this.brief = brief;
            this.mark = mark;
        }

        public String words() {
            return words;
        }

        /** As short as a cell of a table wants it, for whoever runs training. */
        public String brief() {
            return brief;
        }

        /** The mark that goes with the words. */
        public String mark() {
            return mark;
        }

        public boolean isPassed() {
            return this == PASSED || this == ENDS_SOON;
        }
    }

    static ModuleStanding of(TrainingRecord training, ModuleDocument module) {
        var day = training.day();
        var code = module.code();
        var latest = training.latest(code).orElse(null);
        var last = latest == null ? null : latest.countsUntil();
        if (latest != null && latest.isValidOn(day)) {
            if (last == null) return new ModuleStanding(module, State.PASSED, "Does not expire", null);
            boolean soon = QualificationTerm.isRenewable(latest.lastDay, day);
            return new ModuleStanding(
                    module,
                    soon ? State.ENDS_SOON : State.PASSED,
                    latest.extendedBy() == null
                            ? "Valid until " + Formats.inWords(last)
                            : latest.extendedBy().mark() + "; its own last valid day is "
                                    + Formats.inWords(latest.lastDay),
                    last);
        }
        var failed = training.failedOn(code);
        if (training.isWithCoordinator(code)) {
            return new ModuleStanding(
                    module,
                    State.WITH_COORDINATOR,
                    training.isStopped(code)
                            ? "Your coordinator decided that this is not tried again"
                            : "Tried three times. Your coordinator decides how it goes on",
                    last);
        }
        if (training.open(code).isPresent()) {
            return new ModuleStanding(module, State.UNDER_WAY, "Your answers are kept: go on where you left off", last);
        }
        if (training.refusedAttempt(code).isPresent()) {
            return new ModuleStanding(
                    module,
                    State.WAITS_FOR_DAY,
                    "The next attempt can begin on " + Formats.inWords(training.nextAttempt(code)),
                    last);
        }
        if (latest != null) {
            boolean whole = !training.isReassessed(code);
            return new ModuleStanding(
                    module,
                    whole ? State.OVERDUE : State.TO_REPEAT,
                    "Expired on " + Formats.inWords(last)
                            + (whole
                                    ? ". The whole module is to be done again"
                                    : ". A re-assessment is enough until "
                                            + Formats.inWords(last.plusDays(QualificationTerm.REASSESSMENT))),
                    last);
        }
        var missing = training.missing(module);
        if (!missing.isEmpty())
            return new ModuleStanding(module, State.WAITING, "Needs " + Formats.inWords(missing), null);
        if (!module.isLearnedHere()) {
            return new ModuleStanding(module, State.TAUGHT, "Your coordinator tells you when", null);
        }
        if (training.passedAttempt(code, day).isPresent()) {
            return new ModuleStanding(
                    module,
                    State.TAUGHT,
                    "The questions are passed. Your coordinator tells you when the rest is",
                    null);
        }
        int read = training.read(module).size();
        if (read == 0 && failed.isEmpty()) {
            return new ModuleStanding(module, State.READY, "You can begin today", null);
        }
        return new ModuleStanding(
                module, State.UNDER_WAY, read + " of " + module.sections().size() + " sections read", null);
    }
}
