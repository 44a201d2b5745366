package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A learner has begun to answer the questions of a module. */
public record AttemptBegun(Actor by, Volunteer volunteer, Attempt attempt) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "attempt", attempt.ref,
                "module", attempt.moduleVersion.code(),
                "number", String.valueOf(attempt.moduleVersion.number));
    }
}
