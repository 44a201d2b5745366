package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A person is not available for duty for a while. The trail keeps the cause only as a salted hash. */
public record HoldPlaced(Actor by, Volunteer volunteer, Hold hold) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "cause", hold.cause.name(), "startsOn", hold.startsOn.toString(), "reviewOn", hold.reviewOn.toString());
    }
}
