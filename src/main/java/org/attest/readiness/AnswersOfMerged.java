package org.attest.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import org.attest.volunteer.MergeRule;
import org.attest.volunteer.Volunteer;

/**
 * When two records become one, the stored answer of the one that goes is dropped, because a person has one: that of the one
 * that stays is worked out from the facts of both in the same transaction. How the answers changed stays in the history.
 */
@ApplicationScoped
class AnswersOfMerged implements MergeRule {

    @Override
    public void settle(Volunteer kept, Volunteer gone) {
        Determination.delete("volunteer", gone);
    }
}
