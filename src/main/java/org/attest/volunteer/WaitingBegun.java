package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A person joined the waiting list of a cohort. */
public record WaitingBegun(Actor by, CohortWait waiting) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return waiting.volunteer;
    }

    public Cohort cohort() {
        return waiting.cohort;
    }

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("cohort", waiting.cohort.ref);
    }
}
