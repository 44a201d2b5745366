package org.attest.vetting;

/** Why a clearance ended before it ran out. */
public enum ClearanceEnding {
    /** The person left the force, or the office it was for (vetting rule 10). */
    LEFT_OFFICE,
    NO_LONGER_REQUIRED,
    /** Another of the same level took its place. */
    SUPERSEDED
}
