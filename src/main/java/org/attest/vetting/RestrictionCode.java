package org.attest.vetting;

/**
 * What a clearance was given on condition of, as far as deployment must know it. Which tiers a code limits or closes is said
 * by the published policy; the story behind it stays in the case (vetting rule 38).
 */
public enum RestrictionCode {
    SUPERVISED_ONLY("A second person is present"),
    NO_REMOTE_WORK("Works on police premises only"),
    NO_LIVE_CONTACT("No live contact with other users"),
    NO_MATERIAL("Sees no victim material"),
    NAMED_AREAS_ONLY("Works in named areas only");

    private final String words;

    RestrictionCode(String words) {
        this.words = words;
    }

    /** {@code No live contact with other users}. */
    public String words() {
        return words;
    }
}
