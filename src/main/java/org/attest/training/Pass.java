package org.attest.training;

import org.attest.web.Refused;

/**
 * What it takes to pass a module.
 *
 * @param percent the lowest mark that passes, of a hundred; null where no mark is given
 */
public record Pass(Kind kind, Integer percent) {

    /** How a pass is told. */
    public enum Kind {
        SCORE("A mark"),
        ATTEND("Attending"),
        COMPETENT("Assessed as competent"),
        FIT("Assessed as fit to go on"),
        LICENCE("A current licence"),
        ALL_SKILLS("Every skill signed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Whether so many right answers pass: a mark equal to the pass mark does (training rule 3). */
    boolean isReachedBy(int right, int questions) {
        if (kind != Kind.SCORE) throw new IllegalStateException("No mark is given for " + kind);
        return right * 100 >= percent * questions;
    }

    /** Whether a mark that somebody else gave passes (training rule 3). */
    boolean isReachedBy(int mark) {
        return isReachedBy(mark, 100);
    }

    boolean isGivenByHand() {
        return kind != Kind.ALL_SKILLS && kind != Kind.LICENCE;
    }

    /** Refuses what is recorded in a way of its own. */
    void refuseUnlessGivenByHand() {
        if (kind == Kind.ALL_SKILLS) {
            throw new Refused(
                    "Tutored shifts are complete when every skill is signed, not by a result", "training rule 7");
        }
        if (kind == Kind.LICENCE) {
            throw new Refused("A licence needs its number, issuer and last day", "training rule 10");
        }
    }

    /** {@code 80% or more}, {@code attending}. */
    public String words() {
        return switch (kind) {
            case SCORE -> percent + "% or more";
            case ATTEND -> "attending";
            case COMPETENT -> "assessed as competent";
            case FIT -> "assessed as fit to go on";
            case LICENCE -> "a current licence";
            case ALL_SKILLS -> "every skill signed three times";
        };
    }
}
