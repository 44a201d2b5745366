package org.attest.vetting;

/** What a check or the form brought to light, as far as a rule asks for the kind. */
public enum MatterKind {
    BARRED_LIST("On the barred list"),
    ADVISORY_LIST("On the advisory list"),
    LIVE_INVESTIGATION("Under investigation or on bail"),
    CUSTODIAL_SENTENCE("Custodial, suspended or deferred sentence"),
    OFFENDER_REGISTRATION("Registered sex offender, or a similar registration"),
    CONVICTION("Another conviction"),
    CAUTION("A caution"),
    /** Stays usable as input of the assessment (vetting rule 26). */
    NO_CASE_TO_ANSWER("A conduct matter with no case to answer, or not proven"),
    CONDUCT("A conduct matter that was proven"),
    INTELLIGENCE("Intelligence"),
    ASSOCIATION("An association"),
    FINANCE("Finance"),
    /** Deliberate, of a relevant matter: to be refused on integrity (vetting section 2.3). */
    NON_DECLARATION("A matter that was not declared"),
    OTHER("Something else");

    private final String words;

    MatterKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether it presumes a refusal until it is rebutted (vetting rule 21). */
    boolean presumesRefusal() {
        return this == CONVICTION || this == CAUTION;
    }

    /** Whether nothing but a refusal is possible (vetting rules 18 and 20). */
    boolean onlyRefuses() {
        return this == BARRED_LIST || this == CUSTODIAL_SENTENCE || this == OFFENDER_REGISTRATION;
    }
}
