package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A qualification that was given in error does not count any more. */
public record QualificationRevoked(Actor by, Volunteer volunteer, Qualification qualification)
        implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of("qualification", qualification.ref, "module", qualification.moduleVersion.code());
    }
}
