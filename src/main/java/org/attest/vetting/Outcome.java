package org.attest.vetting;

/** What a decision comes to. */
public enum Outcome {
    GRANTED("Grant the clearance", CaseState.GRANTED),
    GRANTED_WITH_RESTRICTIONS("Grant it with conditions", CaseState.GRANTED_WITH_RESTRICTIONS),
    REFUSED("Refuse the clearance", CaseState.REFUSED);

    private final String words;
    private final CaseState state;

    Outcome(String words, CaseState state) {
        this.words = words;
        this.state = state;
    }

    /** As a choice: {@code Grant the clearance}. */
    public String words() {
        return words;
    }

    CaseState state() {
        return state;
    }

    boolean grants() {
        return this != REFUSED;
    }
}
