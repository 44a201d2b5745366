package org.attest.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import org.attest.volunteer.MergeRule;
import org.attest.volunteer.Volunteer;

/**
 * When two records become one, moves of theirs may be set aside. What was done to them together names no move any more, so that
 * it stays to be read, and is not taken back: the history it belonged to is another.
 */
@ApplicationScoped
class ActsOfMerged implements MergeRule {

    @Override
    public void settle(Volunteer kept, Volunteer gone) {
        BulkLine.forgetMoves(kept, gone);
    }
}
