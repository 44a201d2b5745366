package org.attest.volunteer;

/** Why somebody leaves, as a code that may stand in the trail; what more there is to say stays with the record. */
public enum LeavingReason {
    WITHDREW,
    NOT_ELIGIBLE,
    NOT_SELECTED,
    NO_CLEARANCE,
    TRAINING_NOT_COMPLETED,
    RESIGNED,
    RETIRED,
    MOVED_FORCE,
    APPOINTMENT_ENDED,
    NO_CONTACT,
    DIED,
    OTHER
}
