package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** The person signs in with an account and has their own record there. */
public record AccountLinked(Actor by, Volunteer volunteer, String account) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("account", account);
    }
}
