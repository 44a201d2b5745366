package org.attest.volunteer;

/**
 * One thing that should hold before somebody enters a stage.
 *
 * @param truth as it should be: {@code Aged 18 or over}
 * @param sentence how it stands for this person, and what would mend it
 * @param rule where it comes from: {@code vetting rule 16}
 * @param waivable whether a {@link Waiver} may take its place for a time; never for what the law says itself
 */
public record Criterion(String truth, State state, String sentence, String rule, boolean waivable) {

    /** A criterion of which a fact is missing is never taken for met. */
    public enum State {
        MET,
        /** Not met, and a second person agreed that it need not be until a day. */
        WAIVED,
        UNMET,
        CANNOT_DECIDE
    }

    public Criterion(String truth, State state, String sentence, String rule) {
        this(truth, state, sentence, rule, true);
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

    /** The same, as something that nobody can waive. */
    public Criterion byLaw() {
        return new Criterion(truth, state, sentence, rule, false);
    }

    /** Whether it stands in nobody's way: met, or waived. */
    public boolean isMet() {
        return state == State.MET || state == State.WAIVED;
    }
}
