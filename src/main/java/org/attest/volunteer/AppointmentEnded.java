package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** An appointment has a last day now. */
public record AppointmentEnded(Actor by, Volunteer volunteer, Appointment appointment) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of("endedOn", appointment.endedOn.toString());
    }
}
