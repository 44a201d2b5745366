package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A coordinator decides how it goes on after a third fail (training rule 3). */
public record ThirdFailDecided(Actor by, Volunteer volunteer, ThirdFailDecision decision) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("module", decision.module.code, "tryFrom", decision.isAgain() ? decision.tryFrom.toString() : "");
    }
}
