package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/**
 * Somebody looked at a person's record.
 *
 * @param part which page of it: {@code readiness}, {@code profile}
 */
public record RecordViewed(Actor by, Volunteer volunteer, String part) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("part", part);
    }
}
