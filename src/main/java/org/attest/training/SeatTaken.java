package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** Somebody has a place in a session, or waits for one. */
public record SeatTaken(Actor by, Seat seat) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return seat.volunteer;
    }

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("session", seat.session.ref, "waits", String.valueOf(seat.placedAt == null));
    }
}
