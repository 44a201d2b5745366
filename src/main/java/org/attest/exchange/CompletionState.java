package org.attest.exchange;

import org.attest.volunteer.FileWords;
import org.attest.web.Refused;

/** What another system says came of a course. */
enum CompletionState {
    /** Its own pass mark was reached. */
    PASSED,
    /** It is done, whatever that asks for. */
    COMPLETED,
    FAILED,
    NOT_COMPLETED;

    /** As systems write it. */
    static final FileWords<CompletionState> WORDS = new FileWords<CompletionState>("a result Attest knows")
            .with(
                    PASSED,
                    "Passed",
                    "pass, completed achieved pass grade, completed pass, complete pass, complete passed, achieved")
            .with(
                    COMPLETED,
                    "Completed",
                    "complete, yes, y, 1, true, done, finished, completed via rpl, complete via rpl, attended,"
                            + " competent, fit")
            .with(
                    FAILED,
                    "Failed",
                    "fail, completed did not achieve pass grade, completed failed, complete failed, not passed, not yet"
                            + " competent")
            .with(
                    NOT_COMPLETED,
                    "Not completed",
                    "not complete, incomplete, in progress, not started, not yet started, not yet completed, no, n, 0,"
                            + " false, enrolled, did not attend");

    boolean isPassing() {
        return this == PASSED || this == COMPLETED;
    }

    /** Moodle adds who overrode a state by hand. */
    static CompletionState of(String line) {
        return WORDS.of(line.replaceFirst("(?i) *\\((?:set|overridden) by .*\\)$", ""));
    }

    static boolean isOne(String line) {
        try {
            of(line);
            return true;
        } catch (Refused e) {
            return false;
        }
    }
}
