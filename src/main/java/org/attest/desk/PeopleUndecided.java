package org.attest.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.policy.Tier;
import org.attest.readiness.Determination;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** People in service about whom a fact is missing, so that nobody can say whether they may be deployed. */
@ApplicationScoped
class PeopleUndecided implements WorkSource {

    @Inject
    CurrentUser user;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.MANAGE_PEOPLE, force)) return Waiting.NOTHING;
        var rows = Determination.undecidedInService(force, Tier.FIRST_LIVE, most).stream()
                .map(d -> Work.undecided(
                        d.answerSince,
                        today,
                        "Cannot decide: " + d.volunteer.fullName,
                        "/volunteers/" + d.volunteer.ref,
                        d.why,
                        null,
                        "Add the missing fact"))
                .toList();
        return new Waiting(rows, Determination.countUndecidedInService(force, Tier.FIRST_LIVE));
    }
}
