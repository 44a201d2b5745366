package org.attest.volunteer;

import org.attest.audit.Actor;

/** A coordinator said that what a person wrote needs no answer. */
public record MessagesSettled(Actor by, Volunteer volunteer) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }
}
