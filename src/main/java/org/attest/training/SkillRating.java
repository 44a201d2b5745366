package org.attest.training;

/** How a learner showed a skill on a shift. Narrative is asked for at both ends; what is done alone counts as shown. */
public enum SkillRating {
    NOT_YET("Not yet"),
    WITH_HELP("With help"),
    ON_OWN("On their own"),
    OUTSTANDING("Outstanding");

    private final String words;

    SkillRating(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether it signs the skill off once (training rule 7). */
    boolean isShown() {
        return this == ON_OWN || this == OUTSTANDING;
    }

    /** Whether the tutor has to say in words what they saw. */
    boolean needsNarrative() {
        return this == NOT_YET || this == OUTSTANDING;
    }
}
