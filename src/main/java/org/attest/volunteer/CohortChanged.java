package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/**
 * A person joined a cohort, or left the one they were in.
 *
 * @param from the cohort they were in before; null when in none
 * @param cohort null when they left
 */
public record CohortChanged(Actor by, Volunteer volunteer, Cohort from, Cohort cohort) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("cohort", cohort == null ? "" : cohort.ref);
    }
}
