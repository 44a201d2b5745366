package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** Somebody has no place in a session any more, and waits for none. */
public record SeatGivenUp(Actor by, Seat seat) implements AboutVolunteer {

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
        return Map.of("session", seat.session.ref);
    }
}
