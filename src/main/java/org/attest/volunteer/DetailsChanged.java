package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/**
 * A person's details are others now, or were put right.
 *
 * @param fields the fields that changed, with their new values
 */
public record DetailsChanged(Actor by, Volunteer volunteer, Map<String, String> fields) implements AboutVolunteer {

    /** Whether anything is different at all. */
    public boolean isChange() {
        return !fields.isEmpty();
    }
}
