package org.attest.vetting;

import java.util.Set;
import org.attest.audit.Actor;

/** Somebody who acts on one case, with the capacities they have in that case. Nobody has none and acts. */
record Worker(Actor actor, Set<Hand> hands) {

    static final Worker ATTEST = new Worker(Actor.ATTEST, Set.of(Hand.SYSTEM));

    Worker {
        hands = Set.copyOf(hands);
    }

    boolean is(Hand hand) {
        return hands.contains(hand);
    }

    String ref() {
        return actor.ref();
    }
}
