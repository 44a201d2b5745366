package org.attest.policy;

/** The roles a volunteer can be deployed in (training section 2). */
public enum Tier {
    T0("Trainee", "as a trainee"),
    T1("Open-source researcher", "on open-source research"),
    T2("Declared patrol", "on declared patrol"),
    T3("Victim-identification support", "on victim-identification support"),
    /** Off by default; needs a regional undercover unit. */
    T4("Online undercover", "on online undercover work");

    /** The first tier with live access: what "deployable" means where no tier is named. */
    public static final Tier FIRST_LIVE = T1;

    private final String words;
    private final String onIt;

    Tier(String words, String onIt) {
        this.words = words;
        this.onIt = onIt;
    }

    /** {@code Open-source researcher}. */
    public String words() {
        return words;
    }

    /** As the end of a sentence: {@code on open-source research}. */
    public String onIt() {
        return onIt;
    }

    /** {@code Tier 1}. */
    public String label() {
        return "Tier " + ordinal();
    }
}
