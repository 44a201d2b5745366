package org.attest.training;

import java.time.LocalDate;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A coordinator looked at tutored shifts that take long. */
public record ShiftsReviewed(Actor by, Volunteer volunteer, LocalDate nextOn) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("nextOn", nextOn.toString());
    }
}
