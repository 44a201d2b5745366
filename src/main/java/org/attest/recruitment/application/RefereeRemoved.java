package org.attest.recruitment.application;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A referee was taken back before they replied. */
public record RefereeRemoved(Actor by, Referee referee) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return referee.volunteer;
    }

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("referee", referee.ref);
    }
}
