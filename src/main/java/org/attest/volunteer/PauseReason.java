package org.attest.volunteer;

/** Why an application rests, as a code that may stand in the trail. */
public enum PauseReason {
    ASKED_BY_APPLICANT,
    WAITING_FOR_DOCUMENTS,
    WAITING_FOR_A_DATE,
    AWAY,
    FORCE_NOT_READY,
    OTHER
}
