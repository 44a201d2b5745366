package org.attest.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.policy.Owner;
import org.attest.policy.Tier;
import org.attest.readiness.Determination;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/**
 * People in service who cannot be deployed and about whom the coordinator can do something. Whoever is only not available
 * is not among them: that is nobody's move here, whatever the cause.
 */
@ApplicationScoped
class PeopleBlocked implements WorkSource {

    @Inject
    CurrentUser user;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.MANAGE_PEOPLE, force)) return Waiting.NOTHING;
        var rows = Determination.blockedInService(force, Tier.FIRST_LIVE, Owner.COORDINATOR, most).stream()
                .map(d -> Work.blocked(
                        d.answerSince,
                        today,
                        "Not deployable: " + d.volunteer.fullName,
                        "/volunteers/" + d.volunteer.ref,
                        d.why.endsWith(".") ? d.why : d.why + ".",
                        "Open the steps"))
                .toList();
        return new Waiting(rows, Determination.countBlockedInService(force, Tier.FIRST_LIVE, Owner.COORDINATOR));
    }
}
