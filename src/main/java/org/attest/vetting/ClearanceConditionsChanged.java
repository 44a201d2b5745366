package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A review set other conditions on a clearance, or lifted them all. */
public record ClearanceConditionsChanged(Actor by, Volunteer volunteer, Clearance clearance) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of("level", clearance.level.name(), "restrictions", clearance.restrictions.toString());
    }
}
