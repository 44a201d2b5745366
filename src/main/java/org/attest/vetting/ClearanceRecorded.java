package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A clearance that another body gave was recorded. */
public record ClearanceRecorded(Actor by, Volunteer volunteer, Clearance clearance) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "level", clearance.level.name(),
                "grantedOn", clearance.grantedOn.toString(),
                "lastValidDay", clearance.lastValidDay.toString(),
                "restrictions", clearance.restrictions.toString());
    }
}
