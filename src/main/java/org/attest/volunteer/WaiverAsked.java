package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** Somebody asked that a criterion be waived for a person. */
public record WaiverAsked(Actor by, Volunteer volunteer, Waiver waiver) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("criterion", waiver.criterion, "lastDay", waiver.lastDay.toString(), "reason", waiver.reason);
    }
}
