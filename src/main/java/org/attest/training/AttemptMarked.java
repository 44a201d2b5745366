package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** The answers of a learner are handed in and marked. */
public record AttemptMarked(Actor by, Volunteer volunteer, Attempt attempt) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "attempt", attempt.ref,
                "module", attempt.moduleVersion.code(),
                "rightAnswers", String.valueOf(attempt.rightAnswers),
                "passed", String.valueOf(attempt.passed));
    }
}
