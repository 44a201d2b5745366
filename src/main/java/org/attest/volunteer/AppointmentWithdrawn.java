package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** An appointment was taken back before it began. */
public record AppointmentWithdrawn(Actor by, Volunteer volunteer, Appointment appointment) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of("appointedOn", appointment.appointedOn.toString());
    }
}
