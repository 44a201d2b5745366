package org.attest.recruitment.application;

import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** An application begins to be written, by the applicant or on their behalf. */
public record ApplicationBegun(Actor by, Volunteer volunteer) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }
}
