package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A force opened a cohort. */
public record CohortOpened(Actor by, Cohort cohort) implements Deed {

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
