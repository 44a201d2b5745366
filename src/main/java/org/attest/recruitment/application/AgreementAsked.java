package org.attest.recruitment.application;

import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** Somebody was asked to read, in their own account, an application that was typed on their behalf. */
public record AgreementAsked(Actor by, Volunteer volunteer) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }
}
