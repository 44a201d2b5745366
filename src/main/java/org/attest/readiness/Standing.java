package org.attest.readiness;

/** How one requirement stands on a day. Order: what needs attention first. */
public enum Standing {
    UNMET,
    /** A fact is missing; never counted as met. */
    CANNOT_DECIDE,
    /** Met, and its last valid day is near. */
    DUE_SOON,
    MET
}
