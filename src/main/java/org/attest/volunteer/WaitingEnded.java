package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A person waits no longer for a place in a cohort, and has not moved up either. */
public record WaitingEnded(Actor by, Volunteer volunteer, Cohort cohort, CohortWait.Ending how)
        implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("cohort", cohort.ref);
    }

    @Override
    public String reason() {
        return how.name();
    }
}
