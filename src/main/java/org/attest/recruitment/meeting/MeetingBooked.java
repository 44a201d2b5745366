package org.attest.recruitment.meeting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A person has a place in a slot. */
public record MeetingBooked(Actor by, Booking booking) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return booking.volunteer;
    }

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("meeting", booking.slot.ref);
    }
}
