package org.attest.policy;

/** What an unmet requirement does to the answer. */
public enum Severity {
    /** Not deployable. */
    BLOCKS,
    /** Deployable with limits. */
    LIMITS,
    /** Shown, changes nothing. */
    ADVISES
}
