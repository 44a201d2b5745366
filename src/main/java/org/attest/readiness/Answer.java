package org.attest.readiness;

/** The answer to the question. */
public enum Answer {
    DEPLOYABLE,
    WITH_LIMITS,
    NOT_DEPLOYABLE,
    /** Nothing known forbids it, and something needed is not known: never a yes. */
    CANNOT_DECIDE;

    public boolean isYes() {
        return this == DEPLOYABLE || this == WITH_LIMITS;
    }
}
