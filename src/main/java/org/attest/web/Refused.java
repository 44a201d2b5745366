package org.attest.web;

/**
 * A rule said no. The sentence can be shown to a person and says what would have to change; the rule says where it comes
 * from, as in {@code vetting rule 16}. Answered with 422 where no form catches it.
 */
public class Refused extends RuntimeException {

    private final String rule;

    public Refused(String sentence, String rule) {
        super(sentence);
        this.rule = rule;
    }

    public String sentence() {
        return getMessage();
    }

    /** Number and source of the rule; empty where plain sense refuses. */
    public String rule() {
        return rule;
    }
}
