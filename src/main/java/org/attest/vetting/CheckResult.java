package org.attest.vetting;

/** How a check stands (vetting section 2). */
public enum CheckResult {
    NOT_STARTED("Not started", false),
    REQUESTED("Asked, no answer yet", false),
    CLEAR("Clear", true),
    TRACE_NOT_RELEVANT("Trace, not relevant", true),
    ADVERSE("Adverse", true),
    UNABLE_TO_CHECK("Could not be checked", true),
    NOT_APPLICABLE("Does not apply", true);

    private final String words;
    private final boolean done;

    CheckResult(String words, boolean done) {
        this.words = words;
        this.done = done;
    }

    public String words() {
        return words;
    }

    /** Whether nothing more is awaited of it. */
    public boolean isDone() {
        return done;
    }

    /** Whether it has to be weighed by somebody else than who ran it: adverse, or not to be had. */
    public boolean isAdverse() {
        return this == ADVERSE || this == UNABLE_TO_CHECK;
    }
}
