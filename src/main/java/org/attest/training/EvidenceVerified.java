package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** Somebody has seen what shows that a qualification was earned. */
public record EvidenceVerified(Actor by, Volunteer volunteer, Qualification qualification) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("qualification", qualification.ref, "module", qualification.moduleVersion.code());
    }
}
