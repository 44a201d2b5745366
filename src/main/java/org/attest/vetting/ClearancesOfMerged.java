package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import org.attest.volunteer.MergeRule;
import org.attest.volunteer.Volunteer;

/** When two records become one, a clearance that both have of the same level and day is one clearance. */
@ApplicationScoped
class ClearancesOfMerged implements MergeRule {

    @Override
    public void settle(Volunteer kept, Volunteer gone) {
        var there = Clearance.of(kept);
        for (var clearance : Clearance.of(gone)) {
            if (there.stream().anyMatch(c -> c.level == clearance.level && c.grantedOn.equals(clearance.grantedOn))) {
                clearance.delete();
            }
        }
        Clearance.flush();
    }
}
