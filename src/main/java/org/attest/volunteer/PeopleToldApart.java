package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** Two records that are alike were found to be two people. */
public record PeopleToldApart(Actor by, Volunteer volunteer, Volunteer other) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("other", other.ref);
    }
}
