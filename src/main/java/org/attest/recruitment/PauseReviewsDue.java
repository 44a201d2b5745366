package org.attest.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.Force;
import org.attest.notice.Due;
import org.attest.notice.DueKind;
import org.attest.notice.DueSource;
import org.attest.security.Role;
import org.attest.volunteer.Pause;

/** Applications that rest, to be looked at again. */
@ApplicationScoped
class PauseReviewsDue implements DueSource {

    private static final DueKind KIND = new DueKind("pause-review", "Review of a pause", List.of(7), 1, 14);

    @Override
    public DueKind kind() {
        return KIND;
    }

    @Override
    public List<Due> open(Force force, LocalDate until, LocalDate today) {
        return Pause.toReview(force, until, Integer.MAX_VALUE).stream()
                .map(pause -> Due.of(
                        "pause " + pause.id,
                        pause.reviewOn,
                        "The review of " + pause.volunteer.fullName + "’s pause",
                        "/volunteers/" + pause.volunteer.ref + "/pause",
                        Role.COORDINATOR))
                .toList();
    }
}
