package org.attest.recruitment.meeting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A person may book a kind of meeting by themselves. */
public record MeetingInvited(Actor by, Volunteer volunteer, MeetingKind kind) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("kind", kind.name());
    }
}
