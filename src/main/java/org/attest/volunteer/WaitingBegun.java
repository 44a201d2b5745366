package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A person joined the waiting list of a cohort. */
public record WaitingBegun(Actor by, Volunteer volunteer, Cohort cohort) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("cohort", cohort.ref);
    }
}
