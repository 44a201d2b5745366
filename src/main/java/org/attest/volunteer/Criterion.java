package org.attest.volunteer;

/**
 * One thing that should hold before somebody enters a stage.
 *
 * @param truth as it should be: {@code Aged 18 or over}
 * @param sentence how it stands for this person, and what would mend it
 * @param rule where it comes from: {@code vetting rule 16}
 */
public record Criterion(String truth, State state, String sentence, String rule) {

    /** A criterion of which a fact is missing is never taken for met. */
    public enum State {
        MET,
        UNMET,
        CANNOT_DECIDE
    }

    public static Criterion met(String truth, String sentence, String rule) {
        return new Criterion(truth, State.MET, sentence, rule);
    }

    public static Criterion unmet(String truth, String sentence, String rule) {
        return new Criterion(truth, State.UNMET, sentence, rule);
    }

    public static Criterion cannotDecide(String truth, String sentence, String rule) {
        return new Criterion(truth, State.CANNOT_DECIDE, sentence, rule);
    }

    public boolean isMet() {
        return state == State.MET;
    }
}
