package org.attest.notice;

import java.util.Locale;

/** What can be merged into a letter or message: written {@code {name}} in its words. */
public enum Field {
    NAME("the name of who gets it", "Rowan Ashdown", true),
    FORCE("the name of the force", "Kent Police", true),
    LINK("the address in Attest where it goes on", "https://attest.example/me", false),
    UNTIL("until when the link works", "23 June 2026 at 9:32am", false),
    CONTACT("whom to call or write to", "Sam Ash, recruitment team, 01622 555 0100", false),
    COUNT("how much is new, as in: 3 new notices", "3 new notices", false),
    APPLICANT("the name of who applies", "Rowan Ashdown", false),
    DAY("a day", "4 July 2026", false),
    TIME("a time of day", "10:30am", false),
    PLACE("a place", "Maidstone police station", false),
    MATTER("what it is about, in a few words", "your interview", false),
    REASON("the reason, as it was recorded", "The residence rule is not met yet.", false),
    OUTCOME("what was decided", "You are offered a place in the cohort of September 2026.", false),
    APPEAL(
            "how and until when the decision can be questioned",
            "You can ask us to look again until 30 June 2026.",
            false),
    REFERENCE("the reference of the record", "K7QM-4XRD-92TW", false);

    private final String words;
    private final String example;
    private final boolean always;

    Field(String words, String example, boolean always) {
        this.words = words;
        this.example = example;
        this.always = always;
    }

    /** As it stands between braces. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    /** {@link #words} to begin a line with. */
    public String label() {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** What it may say for an invented person. */
    public String example() {
        return example;
    }

    /** Whether every letter and message can have it, and none has to. */
    public boolean isAlways() {
        return always;
    }
}
