package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/**
 * A file that was to go on a person's record held a virus and was not kept.
 *
 * @param part which page it was sent to: {@code papers}
 */
public record InfectedFileRefused(Actor by, Volunteer volunteer, String part) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("part", part);
    }
}
