package org.attest.recruitment.meeting;

import java.util.List;

/** What people are invited to on the way to service. A meeting is never the legal appointment of a constable. */
public enum MeetingKind {
    INTERVIEW(MeetingOutcome.PASSED, MeetingOutcome.NOT_PASSED, MeetingOutcome.NOT_ATTENDED),
    /** What a medical finds is for the clinician alone: here stands only whether the person came. */
    MEDICAL(MeetingOutcome.ATTENDED, MeetingOutcome.NOT_ATTENDED),
    FITNESS_TEST(MeetingOutcome.PASSED, MeetingOutcome.NOT_PASSED, MeetingOutcome.NOT_ATTENDED),
    FINGERPRINTS(MeetingOutcome.ATTENDED, MeetingOutcome.NOT_ATTENDED),
    ATTESTATION_CEREMONY(MeetingOutcome.ATTENDED, MeetingOutcome.NOT_ATTENDED);

    private final List<MeetingOutcome> outcomes;

    MeetingKind(MeetingOutcome... outcomes) {
        this.outcomes = List.of(outcomes);
    }

    /** What can come of it. Nothing else is ever written down. */
    public List<MeetingOutcome> outcomes() {
        return outcomes;
    }

    /** What it takes to have done it. */
    public MeetingOutcome success() {
        return outcomes.get(0);
    }
}
