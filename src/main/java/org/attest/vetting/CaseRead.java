package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/**
 * Somebody read in the vetting compartment.
 *
 * @param part which page or paper of the case, kept as a salted hash
 */
record CaseRead(Actor by, VettingCase vettingCase, String part) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return vettingCase.volunteer;
    }

    @Override
    public String action() {
        return "vetting case read";
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("case", vettingCase.ref, "part", part);
    }

    @Override
    public boolean changesFacts() {
        return false;
    }
}
