package org.attest.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.Force;
import org.attest.notice.Due;
import org.attest.notice.DueKind;
import org.attest.notice.DueSource;
import org.attest.policy.Tier;
import org.attest.security.Role;

/** People in service who can be deployed, and will not be any more after a day that is known. */
@ApplicationScoped
class AnswersEnding implements DueSource {

    private static final DueKind KIND =
            DueKind.passing("deployable-until", "Last day of being deployable", List.of(60, 30, 7));

    @Override
    public DueKind kind() {
        return KIND;
    }

    @Override
    public List<Due> open(Force force, LocalDate until, LocalDate today) {
        return Determination.endingInService(force, Tier.FIRST_LIVE, today, until).stream()
                .map(d -> Due.of(
                                "deployable " + d.volunteer.ref,
                                d.answerUntil,
                                "Renewal for " + d.volunteer.fullName
                                        + ", who can be deployed no longer after that day,",
                                "/volunteers/" + d.volunteer.ref,
                                Role.COORDINATOR)
                        .alsoFor(
                                d.volunteer.accountId,
                                "Something of yours to renew, without which you cannot be deployed,",
                                "/me"))
                .toList();
    }
}
