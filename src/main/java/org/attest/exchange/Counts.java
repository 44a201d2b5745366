package org.attest.exchange;

import org.attest.exchange.CheckedRow.Outcome;

/** How many rows come out how. */
record Counts(int fresh, int changed, int same, int refused) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Outcome outcome) {
        return switch (outcome) {
            case NEW -> new Counts(fresh + 1, changed, same, refused);
            case CHANGED -> new Counts(fresh, changed + 1, same, refused);
            case SAME -> new Counts(fresh, changed, same + 1, refused);
            case REFUSED -> new Counts(fresh, changed, same, refused + 1);
        };
    }

    int of(Outcome outcome) {
        return switch (outcome) {
            case NEW -> fresh;
            case CHANGED -> changed;
            case SAME -> same;
            case REFUSED -> refused;
        };
    }
}
