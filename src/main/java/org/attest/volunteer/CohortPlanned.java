package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** What is planned for a cohort is another now: its name, days, room, target or lead. */
public record CohortPlanned(Actor by, Cohort cohort) implements Deed {

    @Override
    public String chain() {
        return cohort.force.slug;
    }

    @Override
    public String object() {
        return "cohort " + cohort.ref;
    }

    @Override
    public Map<String, String> fields() {
        return cohort.plan().fields();
    }
}
