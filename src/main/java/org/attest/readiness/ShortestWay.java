package org.attest.readiness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.attest.policy.PolicyHistory;
import org.attest.policy.Severity;
import org.attest.policy.Tier;

/**
 * What has to happen for the answer to become yes, and the earliest day it could be if every owner acts at once. Not a
 * promise: where one step has no date, neither has the whole.
 *
 * @param steps what stands in the way, in the order in which it can be mended; those without a date last
 * @param earliest first day that could be a yes; null where nobody can say
 * @param lastDay last day of that yes if nobody acts further; null when no end is in sight
 */
record ShortestWay(List<Step> steps, LocalDate earliest, LocalDate lastDay) {

    /**
     * @param possibleOn first day it could hold; null where nobody can say
     */
    record Step(Finding finding, LocalDate possibleOn) {}

    private static final int MANY = 50;

    static ShortestWay from(Facts facts, PolicyHistory history, Verdict verdict) {
        var steps = new ArrayList<Step>();
        var mended = new HashSet<String>();
        LocalDate earliest = verdict.day();
        var on = verdict;
        // what still holds today may have lapsed by the day the rest is mended: look again from there
        for (int i = 0; i < MANY; i++) {
            boolean more = false;
            for (var finding : on.findings()) {
                if (!standsInTheWay(finding) || !mended.add(finding.code())) continue;
                var possible = possibleOn(finding, verdict.day());
                steps.add(new Step(finding, possible));
                more = true;
                earliest = earliest == null || possible == null ? null : later(earliest, possible);
            }
            if (!more || earliest == null) break;
            on = Deployability.decide(facts, history, verdict.tier(), earliest);
        }
        steps.sort((a, b) -> a.possibleOn == null || b.possibleOn == null
                ? Boolean.compare(a.possibleOn == null, b.possibleOn == null)
                : a.possibleOn.compareTo(b.possibleOn));
        var lastDay = earliest == null ? null : lastDay(facts, history, verdict.tier(), earliest, mended);
        return new ShortestWay(List.copyOf(steps), earliest, lastDay);
    }

    private static boolean standsInTheWay(Finding finding) {
        return switch (finding.standing()) {
            case UNMET -> finding.severity() == Severity.BLOCKS;
            case CANNOT_DECIDE -> finding.severity() != Severity.ADVISES;
            case DUE_SOON, MET -> false;
        };
    }

    private static LocalDate possibleOn(Finding finding, LocalDate day) {
        return switch (finding.mend()) {
            case WHEN_OWNER_ACTS -> day;
            case BY_ITSELF -> finding.lastDay().plusDays(1);
            case AT_REVIEW -> finding.reviewedBy().plusDays(1);
            case NO_DATE -> null;
        };
    }

    private static LocalDate lastDay(
            Facts facts, PolicyHistory history, Tier tier, LocalDate from, Set<String> mended) {
        var day = from;
        for (int i = 0; i < MANY && day != null; i++) {
            var verdict = Deployability.decide(facts, history, tier, day);
            if (verdict.findings().stream().anyMatch(f -> standsInTheWay(f) && !mended.contains(f.code()))) {
                return day.minusDays(1);
            }
            day = verdict.nextChangeOn();
        }
        return null;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
