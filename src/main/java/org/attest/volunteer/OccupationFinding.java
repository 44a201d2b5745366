package org.attest.volunteer;

/** Whether the day job stands in the way (vetting section 6). */
public enum OccupationFinding {
    NO_CONFLICT,
    /** Waiting for the employer or the force. */
    PERMISSION_NEEDED,
    PERMISSION_GIVEN,
    /** On the list of occupations normally barred. */
    BARRED
}
