package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A granted waiver does not hold from a day on. */
public record WaiverRevoked(Actor by, Volunteer volunteer, Waiver waiver) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of("waiver", waiver.ref, "revokedFrom", waiver.revokedFrom.toString());
    }
}
