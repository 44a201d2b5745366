package org.attest.recruitment.meeting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** What came of a meeting was recorded, or put right. */
public record MeetingResult(Actor by, Booking booking, MeetingOutcome outcome) implements AboutVolunteer {

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
        return Map.of("meeting", booking.slot.ref, "outcome", outcome.name());
    }
}
