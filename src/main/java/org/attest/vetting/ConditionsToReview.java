package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.force.Force;
import org.attest.notice.Due;
import org.attest.notice.DueKind;
import org.attest.notice.DueSource;
import org.attest.security.Role;

/** Conditions of clearances whose review day comes near or has passed: the vetting manager looks at them again. */
@ApplicationScoped
class ConditionsToReview implements DueSource {

    private static final DueKind KIND =
            new DueKind("condition-review", "Review of a condition of a clearance", List.of(28, 7), 14, 28);

    @Override
    public DueKind kind() {
        return KIND;
    }

    /** The first day of each case: one look is at all its conditions. Whose clearance it is, is said to nobody but who looks. */
    @Override
    public List<Due> open(Force force, LocalDate until, LocalDate today) {
        return Restriction.toReview(force, until).stream()
                .collect(Collectors.toMap(
                        r -> r.decision.vettingCase.ref, r -> r, (first, later) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .map(r -> Due.of(
                        "conditions of " + r.decision.ref,
                        r.reviewOn,
                        "The review of a condition of a clearance",
                        "/vetting-cases/" + r.decision.vettingCase.ref + "/review",
                        Role.VETTING_MANAGER))
                .toList();
    }
}
