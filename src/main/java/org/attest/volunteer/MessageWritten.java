package org.attest.volunteer;

import org.attest.audit.Actor;

/** A coordinator wrote to one person, or the person to their coordinators. What was written stands in no trail. */
public record MessageWritten(Actor by, PersonalMessage message) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return message.volunteer;
    }

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public String reason() {
        return message.fromPerson ? "FROM_PERSON" : "TO_PERSON";
    }
}
