package org.attest.recruitment.application;

/** What a referee says to a statement about the applicant. */
public enum Opinion {
    YES,
    WITH_RESERVATIONS,
    NO,
    CANNOT_SAY
}
