package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** The account of a person does not open their record any more. */
public record AccountUnlinked(Actor by, Volunteer volunteer, String account) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("account", account);
    }
}
