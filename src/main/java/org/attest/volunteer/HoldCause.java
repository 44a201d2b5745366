package org.attest.volunteer;

/** Why somebody is not available; only the entitled see it. */
public enum HoldCause {
    /** Placed by the vetting manager. */
    CONDUCT,
    /** Placed by the vetting manager. */
    ADMINISTRATION,
    /** Decided by the inspector. */
    LEAVE,
    /** Agreed with the welfare officer. */
    WELFARE
}
