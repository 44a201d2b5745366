package org.attest.training;

/** The part of the way that a module belongs to. */
public enum TrainingStage {
    A("Stage A: before attestation"),
    B("Stage B: initial training"),
    C("Stage C: the role"),
    D("Stage D: continuing"),
    STAFF("For supervisors and welfare staff");

    private final String words;

    TrainingStage(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
