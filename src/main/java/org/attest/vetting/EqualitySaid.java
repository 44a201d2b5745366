package org.attest.vetting;

import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** Somebody saved or took back the questions about equality. What they said is in no trail. */
record EqualitySaid(Actor by, Volunteer volunteer) implements AboutVolunteer {

    @Override
    public String action() {
        return "own questionnaire saved";
    }

    @Override
    public boolean changesFacts() {
        return false;
    }
}
