package org.attest.recruitment.meeting;

/** What came of a meeting: a word of this list, and no other. */
public enum MeetingOutcome {
    PASSED,
    NOT_PASSED,
    ATTENDED,
    NOT_ATTENDED
}
