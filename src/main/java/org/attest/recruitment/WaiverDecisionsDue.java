package org.attest.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.Force;
import org.attest.notice.Due;
import org.attest.notice.DueKind;
import org.attest.notice.DueSource;
import org.attest.security.Role;
import org.attest.volunteer.Waiver;

/** Waivers that were asked for and wait for a second person. */
@ApplicationScoped
class WaiverDecisionsDue implements DueSource {

    private static final DueKind KIND = new DueKind("waiver-decision", "Decision on a waiver", List.of(2), 1, 7);

    @Override
    public DueKind kind() {
        return KIND;
    }

    @Override
    public List<Due> open(Force force, LocalDate until, LocalDate today) {
        return Waiver.waiting(force, Integer.MAX_VALUE).stream()
                .filter(waiver -> !waiver.decideBy().isAfter(until))
                .map(waiver -> Due.of(
                        "waiver " + waiver.ref,
                        waiver.decideBy(),
                        "The decision on a waiver for " + waiver.volunteer.fullName,
                        "/waivers/" + waiver.ref,
                        Role.INSPECTOR))
                .toList();
    }
}
