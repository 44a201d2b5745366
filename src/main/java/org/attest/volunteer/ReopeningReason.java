package org.attest.volunteer;

/** Why somebody who had left is taken up again, as a code that may stand in the trail. */
public enum ReopeningReason {
    APPLIES_AGAIN,
    APPEAL_UPHELD,
    CIRCUMSTANCES_CHANGED,
    LEFT_BY_MISTAKE
}
