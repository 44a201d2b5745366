package org.attest.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.attest.force.Force;

/**
 * The policies of one force one after the other, oldest first, without gaps. Days before the first are read by the first,
 * for want of any other.
 */
public record PolicyHistory(List<Policy> policies) {

    public PolicyHistory {
        if (policies.isEmpty()) throw new IllegalStateException("No policy is published");
        policies = List.copyOf(policies);
    }

    /** Every policy published for the force, in one statement. */
    public static PolicyHistory of(Force force) {
        return of(force.slug, PublishedPolicy.applyingIn(force));
    }

    /** The policy of the day. */
    public Policy on(LocalDate day) {
        Policy found = policies.get(0);
        for (var policy : policies) if (policy.from() != null && !day.isBefore(policy.from())) found = policy;
        return found;
    }

    /** From the versions that may apply to the issuer: a later version of the same issuer replaces an earlier one from its first day. */
    static PolicyHistory of(String issuer, List<PublishedPolicy> published) {
        var starts = new TreeSet<LocalDate>();
        for (var version : published) if (version.concerns(issuer)) starts.add(version.inForceFrom);
        var policies = new ArrayList<Policy>();
        LocalDate from = null;
        for (var it = List.copyOf(starts).listIterator(); it.hasNext(); ) {
            var start = it.next();
            var next = it.hasNext() ? List.copyOf(starts).get(it.nextIndex()) : null;
            var national = PublishedPolicy.latest(published, PublishedPolicy.NATIONAL, start);
            if (national == null) continue;
            var local = PublishedPolicy.latest(published, issuer, start);
            var label = local == null ? national.label() : national.label() + ", " + local.label();
            policies.add(Policy.of(
                    label,
                    from == null ? null : start,
                    next,
                    national.document(),
                    local == null ? null : local.document()));
            from = start;
        }
        return new PolicyHistory(policies);
    }
}
