package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A clearance ended before it ran out. */
public record ClearanceTerminated(Actor by, Volunteer volunteer, Clearance clearance) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of("level", clearance.level.name(), "endedOn", clearance.endedOn.toString());
    }

    @Override
    public String reason() {
        return clearance.ending.name();
    }
}
