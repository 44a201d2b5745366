package org.attest.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.attest.force.Force;
import org.attest.notice.Due;
import org.attest.notice.DueKind;
import org.attest.notice.DueSource;
import org.attest.security.Role;
import org.attest.volunteer.Hold;
import org.attest.volunteer.HoldCause;

/** Holds to be looked at again, by whoever decides holds of that cause; everybody else reads only that there is a review. */
@ApplicationScoped
class HoldReviewsDue implements DueSource {

    private static final DueKind KIND = new DueKind("hold-review", "Review of an absence", List.of(14, 3), 1, 7);

    @Override
    public DueKind kind() {
        return KIND;
    }

    @Override
    public List<Due> open(Force force, LocalDate until, LocalDate today) {
        return Hold.toReview(force, Arrays.asList(HoldCause.values()), until, today, Integer.MAX_VALUE).stream()
                .map(hold -> Due.of(
                                "hold " + hold.ref,
                                hold.reviewOn,
                                "The review of " + hold.volunteer.fullName + "’s absence",
                                "/volunteers/" + hold.volunteer.ref + "/profile#availability",
                                decides(hold.cause))
                        .withSecretOwners())
                .toList();
    }

    private static Role decides(HoldCause cause) {
        return switch (cause) {
            case CONDUCT, ADMINISTRATION -> Role.VETTING_MANAGER;
            case LEAVE -> Role.INSPECTOR;
            case WELFARE -> Role.WELFARE_OFFICER;
        };
    }
}
