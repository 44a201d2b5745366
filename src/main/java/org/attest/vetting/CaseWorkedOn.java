package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/**
 * Something was recorded in a vetting case. The trail does not name what: that a matter was recorded is content.
 *
 * @param what kept as a salted hash: {@code check C4}, {@code matter}, {@code assessment}
 */
record CaseWorkedOn(Actor by, VettingCase vettingCase, String what) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return vettingCase.volunteer;
    }

    @Override
    public String action() {
        return "vetting case worked on";
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("case", vettingCase.ref, "what", what);
    }

    @Override
    public boolean changesFacts() {
        return false;
    }
}
