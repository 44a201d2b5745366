package org.attest.recruitment.application;

/** How long a referee has known the applicant. */
public enum KnownFor {
    UNDER_A_YEAR,
    ONE_TO_THREE,
    OVER_THREE
}
