package org.attest.recruitment.application;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** An applicant named somebody who speaks for them, or somebody did it on their behalf. */
public record RefereeNamed(Actor by, Referee referee) implements AboutVolunteer {

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
