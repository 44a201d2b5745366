package org.attest.vetting;

/** Why somebody was abroad, as far as residence goes by it (vetting section 2.1). */
public enum AbroadReason {
    TRAVEL("Travel or a gap year, with a home kept in the United Kingdom", true),
    HM_FORCES("Service in HM Forces", true),
    UK_GOVERNMENT("Service for the UK government", true),
    FAMILY_ON_BASE("With a partner or parent in such service, living on the base", true),
    FAMILY_OFF_BASE("With a partner or parent in such service, living off the base", false),
    LIVED_ABROAD("Lived, worked or studied there", false);

    private final String words;
    private final boolean residence;

    AbroadReason(String words, boolean residence) {
        this.words = words;
        this.residence = residence;
    }

    public String words() {
        return words;
    }

    /** Whether the time counts as residence in the United Kingdom. */
    public boolean isResidence() {
        return residence;
    }

    /** Whether it is service abroad, or life on its base: not a stay in a foreign country (vetting rule 15). */
    public boolean isService() {
        return this == HM_FORCES || this == UK_GOVERNMENT || this == FAMILY_ON_BASE;
    }
}
