package org.attest.vetting;

import static org.attest.vetting.CaseState.*;
import static org.attest.vetting.Hand.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Table 3.2 of the vetting specification as data: from where a case may go where, by whose hand. What is not here is refused. */
final class Moves {

    record Move(CaseState from, CaseState to, Hand by) {}

    /** The whole table; {@code from} is null where a case begins. */
    static final Set<Move> TABLE = table();

    private Moves() {}

    private static Set<Move> table() {
        var moves = new ArrayList<Move>();
        moves.add(new Move(null, INVITED, COORDINATOR));
        // a renewal is a case of its own, begun by the unit
        moves.add(new Move(null, INVITED, OFFICER));
        add(moves, Set.of(INVITED, RETURNED), Set.of(SUBMITTED), APPLICANT);
        add(moves, Set.of(INVITED), Set.of(LAPSED), SYSTEM);
        add(moves, Set.of(SUBMITTED), Set.of(RETURNED, AUTHENTICATED), OFFICER);
        add(moves, OPEN, Set.of(WITHDRAWN_BY_APPLICANT), APPLICANT);
        // repeated silence
        add(moves, Set.of(RETURNED), Set.of(WITHDRAWN_BY_APPLICANT), OFFICER);
        add(moves, WITH_THE_UNIT, Set.of(DISCONTINUED), OFFICER);
        // on a barred-list hit; from the assessment on any ground
        add(moves, WITH_THE_UNIT, Set.of(REFUSED), MANAGER);
        add(moves, Set.of(AUTHENTICATED), Set.of(CHECKS), OFFICER);
        add(moves, Set.of(CHECKS), Set.of(ASSESSMENT, INTERVIEW), OFFICER);
        add(moves, Set.of(ASSESSMENT), Set.of(INTERVIEW), OFFICER);
        add(moves, Set.of(INTERVIEW), Set.of(CHECKS, ASSESSMENT), OFFICER);
        add(moves, Set.of(ASSESSMENT), Set.of(GRANTED), OFFICER);
        add(moves, Set.of(ASSESSMENT), CLEARED, MANAGER);
        add(moves, Set.of(REFUSED), Set.of(APPEALED), APPLICANT);
        add(moves, Set.of(APPEALED), Set.of(APPEAL_UPHELD, APPEAL_DISMISSED), CHAIR);
        add(moves, Set.of(APPEAL_UPHELD), Set.of(GRANTED, GRANTED_WITH_RESTRICTIONS, ASSESSMENT), CHAIR);
        add(moves, CLEARED, Set.of(EXPIRED, TERMINATED), SYSTEM);
        add(moves, CLEARED, Set.of(TERMINATED, UNDER_REVIEW), MANAGER);
        add(moves, Set.of(UNDER_REVIEW), CLEARED, MANAGER);
        // whoever leaves while a review runs, or whose clearance runs out in it
        add(moves, Set.of(UNDER_REVIEW), Set.of(EXPIRED, TERMINATED), SYSTEM);
        return Set.copyOf(moves);
    }

    private static void add(List<Move> moves, Collection<CaseState> from, Collection<CaseState> to, Hand by) {
        for (var one : from) for (var other : to) moves.add(new Move(one, other, by));
    }

    static boolean allows(CaseState from, CaseState to, Set<Hand> hands) {
        return hands.stream().anyMatch(hand -> TABLE.contains(new Move(from, to, hand)));
    }
}
