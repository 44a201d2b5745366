package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attest.volunteer.MergeRule;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/**
 * When two records become one, a clearance that both have of the same level and day is one clearance, under the conditions
 * of both. Two cases of one level that run, or were refused and hold the person back, do not become one person's: the vetting
 * unit settles one of them first, and whoever merges cannot tell whether an appeal runs (vetting rule 38).
 */
@ApplicationScoped
class ClearancesOfMerged implements MergeRule {

    @Inject
    Clock clock;

    @Override
    public Optional<Refused> refusal(Volunteer kept, Volunteer gone) {
        var today = LocalDate.now(clock);
        var running = VettingCase.of(kept).stream()
                .filter(c -> standsInTheWay(c, today))
                .map(c -> c.level)
                .collect(Collectors.toSet());
        return VettingCase.of(gone).stream()
                .filter(c -> standsInTheWay(c, today) && running.contains(c.level))
                .findFirst()
                .map(c -> new Refused(
                        "Both records have a vetting case at " + c.level.label()
                                + ": the vetting unit settles one of the two first",
                        "vetting section 3.2"));
    }

    private static boolean standsInTheWay(VettingCase one, LocalDate day) {
        return one.isRunningOn(day) || one.isRefused() && one.isHeldBack();
    }

    @Override
    public void settle(Volunteer kept, Volunteer gone) {
        var there = Clearance.of(kept);
        for (var clearance : Clearance.of(gone)) {
            there.stream()
                    .filter(c -> c.level == clearance.level && c.grantedOn.equals(clearance.grantedOn))
                    .findFirst()
                    .ifPresent(same -> {
                        same.restrictions.addAll(clearance.restrictions);
                        clearance.delete();
                    });
        }
        Clearance.flush();
    }
}
