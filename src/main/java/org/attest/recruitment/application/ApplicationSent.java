package org.attest.recruitment.application;

import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** An applicant declared their application true and sent it. */
public record ApplicationSent(Actor by, Volunteer volunteer) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }
}
