package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** That two records are two people does not hold any more. */
public record TellingApartTakenBack(Actor by, Volunteer volunteer, Volunteer other) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("other", other.ref);
    }
}
