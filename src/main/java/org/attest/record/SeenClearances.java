package org.attest.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.vetting.Clearance;
import org.attest.vetting.ClearanceForecast;
import org.attest.volunteer.Volunteer;

/**
 * The outcome of vetting, for who may know it: level, standing, dates and conditions, and never why (vetting rule 38).
 *
 * @param tooOld that one will be too old for the appointment; null where none will
 * @param decides whether the viewer may record and end clearances, and it is not their own record
 */
record SeenClearances(List<Clearance> all, ClearanceForecast tooOld, boolean decides) {

    /** Empty for whoever may not see them. */
    static Optional<SeenClearances> of(Volunteer person, CurrentUser user, LocalDate today) {
        if (!user.may(Permission.SEE_CLEARANCES, person.force)) return Optional.empty();
        boolean own = person.accountId != null && person.accountId.equals(user.accountId());
        var all = Clearance.of(person);
        return Optional.of(new SeenClearances(
                all,
                ClearanceForecast.tooOld(person, all, today).orElse(null),
                !own && user.may(Permission.DECIDE_VETTING, person.force)));
    }
}
