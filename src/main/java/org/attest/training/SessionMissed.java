package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** Somebody did not come to a session in which they had a place. */
public record SessionMissed(Actor by, Seat seat) implements AboutVolunteer {

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
