package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A learner has read a section of a module. */
public record SectionFinished(Actor by, Volunteer volunteer, ModuleVersion version, String section)
        implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("module", version.code(), "section", section);
    }
}
