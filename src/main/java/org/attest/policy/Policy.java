package org.attest.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.policy.Requirement.TierOffered;

/**
 * What is required in a force over a span of days: the national baseline with the force's additions. A value: nothing in
 * it changes once published.
 *
 * @param label {@code national 1} or {@code national 1, kent 2}
 * @param from first day of the span; null where no earlier policy is known
 * @param nextFrom first day of the policy that follows; null where none is published
 * @param noticeDays from how many days before its last valid day something counts as due soon
 * @param notYetAsked what it does not ask for yet, in words
 */
public record Policy(
        String label,
        LocalDate from,
        LocalDate nextFrom,
        int noticeDays,
        List<String> notYetAsked,
        Map<Tier, List<Asked>> tiers) {

    /**
     * @param stricterHere asked by the force beyond the national baseline
     */
    public record Asked(Requirement requirement, boolean stricterHere) {}

    /** The policy in force in the force on the day. */
    public static Policy inForce(Force force, LocalDate day) {
        return PolicyHistory.of(force).on(day);
    }

    /** What is asked for the tier, in the policy's order. */
    public List<Asked> of(Tier tier) {
        return tiers.getOrDefault(tier, List.of());
    }

    /** The nation's document with a force's on top; the stricter of two requirements of one code applies. */
    static Policy of(String label, LocalDate from, LocalDate nextFrom, PolicyDocument national, PolicyDocument local) {
        var tiers = new EnumMap<Tier, List<Asked>>(Tier.class);
        for (var tier : Tier.values()) {
            var asked = new ArrayList<Asked>();
            var own = new ArrayList<>(local == null ? List.<Requirement>of() : local.of(tier));
            for (var requirement : national.of(tier)) {
                var mine = own.stream()
                        .filter(r -> r.terms().code().equals(requirement.terms().code()))
                        .findFirst();
                mine.ifPresent(own::remove);
                if (mine.isPresent() && mine.get().isAsStrictAs(requirement)) {
                    asked.add(new Asked(mine.get(), !requirement.isAsStrictAs(mine.get())));
                } else if (requirement instanceof TierOffered t
                        && local != null
                        && local.offers().contains(tier)) {
                    asked.add(new Asked(t.chosen(), false));
                } else {
                    asked.add(new Asked(requirement, false));
                }
            }
            own.forEach(r -> asked.add(new Asked(r, true)));
            tiers.put(tier, List.copyOf(asked));
        }
        int notice = Math.max(national.noticeDays(), local == null ? 0 : local.noticeDays());
        return new Policy(label, from, nextFrom, notice, national.notYetAsked(), tiers);
    }
}
