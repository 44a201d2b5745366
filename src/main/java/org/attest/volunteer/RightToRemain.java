package org.attest.volunteer;

/** On what ground the person may stay in the United Kingdom (vetting rule 17). */
public enum RightToRemain {
    UK_OR_EEA_NATIONAL,
    INDEFINITE_LEAVE,
    /** Cannot proceed. */
    LIMITED_LEAVE
}
