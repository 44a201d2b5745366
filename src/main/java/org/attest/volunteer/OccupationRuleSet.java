package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A force set how it treats an occupation (vetting section 6). */
public record OccupationRuleSet(Actor by, OccupationRule rule) implements Deed {

    @Override
    public String chain() {
        return rule.force.slug;
    }

    @Override
    public String object() {
        return "force " + rule.force.slug;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("occupation", rule.foundBy, "finding", rule.finding == null ? "NATIONAL" : rule.finding.name());
    }
}
