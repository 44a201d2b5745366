package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** Somebody has passed a module, and is qualified for a period. */
public record QualificationEarned(Actor by, Volunteer volunteer, Qualification qualification)
        implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "qualification", qualification.ref,
                "module", qualification.moduleVersion.code(),
                "earnedOn", qualification.earnedOn.toString(),
                "lastDay", String.valueOf(qualification.lastDay),
                "priorOn", String.valueOf(qualification.priorOn));
    }
}
