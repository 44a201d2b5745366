package org.attest.vetting;

/** Where a clearance comes from. */
public enum ClearanceOrigin {
    /** A vetting case of this force. */
    DECIDED_HERE,
    /** Another body gave it, and the vetting manager recorded it. */
    FROM_ELSEWHERE,
    /** Attested by the force in a file. */
    BROUGHT_IN
}
