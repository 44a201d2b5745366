package org.attest.training;

import java.util.Arrays;
import java.util.List;

/** What came of a session for one person. */
enum SessionOutcome {
    PASSED("Passed"),
    NOT_PASSED("Not passed"),
    /** Was there, and something is still to be done before it counts. */
    UNFINISHED("Attended, not finished"),
    NO_SHOW("Did not attend");

    private final String words;

    SessionOutcome(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Those that fit how the module is passed: nobody fails by attending. */
    static List<SessionOutcome> of(Pass pass) {
        return Arrays.stream(values())
                .filter(o -> o != NOT_PASSED || pass.kind() != Pass.Kind.ATTEND)
                .toList();
    }
}
