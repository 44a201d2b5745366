package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.Force;
import org.attest.notice.Due;
import org.attest.notice.DueKind;
import org.attest.notice.DueSource;
import org.attest.security.Role;

/** Clearances whose last valid day comes near, of people who have not left: renewal begins six months before (vetting rule 11). */
@ApplicationScoped
class ClearancesLapsing implements DueSource {

    /** Six, three and one months, counted back from the first day it is not valid. */
    private static final DueKind KIND =
            DueKind.passing("clearance-end", "Last valid day of a clearance", List.of(182, 91, 30));

    @Override
    public DueKind kind() {
        return KIND;
    }

    @Override
    public List<Due> open(Force force, LocalDate until, LocalDate today) {
        return Clearance.lapsingBetween(force, today, until).stream()
                .map(clearance -> {
                    var person = clearance.volunteer;
                    return Due.of(
                                    "clearance " + clearance.ref,
                                    clearance.lastValidDay,
                                    "The renewal of " + person.fullName + "’s clearance",
                                    "/volunteers/" + person.ref + "/profile",
                                    Role.VETTING_MANAGER)
                            .alsoFor(person.accountId, "The renewal of your clearance", "/me");
                })
                .toList();
    }
}
