package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A person's application rests. */
public record ApplicationPaused(Actor by, Volunteer volunteer, Pause pause) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("startsOn", pause.startsOn.toString(), "reviewOn", pause.reviewOn.toString());
    }

    @Override
    public String reason() {
        return pause.reason.name();
    }
}
