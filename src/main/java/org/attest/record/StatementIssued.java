package org.attest.record;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** Somebody took a service statement away, for themselves or for the person. */
record StatementIssued(Actor by, Volunteer volunteer, String format) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("format", format);
    }
}
