package org.attest.policy;

/**
 * A value of a requirement that a force may change in one direction only.
 *
 * @param value a number; for a choice its rank
 * @param words as it reads within a sentence
 */
public record Parameter(String name, int value, Stricter stricter, String words) {

    /** Which way is stricter. */
    public enum Stricter {
        HIGHER,
        LOWER
    }

    Parameter(String name, int value, Stricter stricter) {
        this(name, value, stricter, String.valueOf(value));
    }

    boolean isAsStrictAs(Parameter other) {
        return stricter == Stricter.HIGHER ? value >= other.value : value <= other.value;
    }
}
