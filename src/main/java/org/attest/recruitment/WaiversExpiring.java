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

/** Waivers whose last day comes near: after it what they stood for counts as unmet again. */
@ApplicationScoped
class WaiversExpiring implements DueSource {

    private static final DueKind KIND = DueKind.passing("waiver-end", "End of a waiver", List.of(30, 7));

    @Override
    public DueKind kind() {
        return KIND;
    }

    @Override
    public List<Due> open(Force force, LocalDate until, LocalDate today) {
        return Waiver.ending(force, today, until, Integer.MAX_VALUE).stream()
                .map(waiver -> Due.of(
                        "waiver " + waiver.ref,
                        waiver.lastDay,
                        "The end of a waiver for " + waiver.volunteer.fullName,
                        "/waivers/" + waiver.ref,
                        Role.COORDINATOR))
                .toList();
    }
}
