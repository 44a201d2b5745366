package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A hold has a last day now. */
public record HoldEnded(Actor by, Volunteer volunteer, Hold hold) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of("endedOn", hold.endedOn.toString());
    }
}
