package org.attest.record;

import java.util.List;
import java.util.Optional;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.vetting.Clearance;
import org.attest.volunteer.Volunteer;

/**
 * The outcome of vetting, for who may know it: level, standing, dates and conditions, and never why (vetting rule 38).
 *
 * @param decides whether the viewer may record and end clearances, and it is not their own record
 */
record SeenClearances(List<Clearance> all, boolean decides) {

    /** Empty for whoever may not see them. */
    static Optional<SeenClearances> of(Volunteer person, CurrentUser user) {
        if (!user.may(Permission.SEE_CLEARANCES, person.force)) return Optional.empty();
        boolean own = person.accountId != null && person.accountId.equals(user.accountId());
        return Optional.of(
                new SeenClearances(Clearance.of(person), !own && user.may(Permission.DECIDE_VETTING, person.force)));
    }
}
