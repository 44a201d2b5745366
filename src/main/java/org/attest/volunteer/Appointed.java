package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A person is appointed. */
public record Appointed(Actor by, Volunteer volunteer, Appointment appointment) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of("type", appointment.type.name(), "appointedOn", appointment.appointedOn.toString());
    }
}
