package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A person's application goes on. */
public record ApplicationResumed(Actor by, Volunteer volunteer, Pause pause) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of("lastDay", pause.lastDay.toString());
    }
}
