package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/**
 * A vetting case stands elsewhere. The trail keeps where only as a salted hash: its readers are not of the case team.
 *
 * @param from null where the case began
 */
record CaseMoved(Actor by, VettingCase vettingCase, CaseState from, CaseState to) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return vettingCase.volunteer;
    }

    @Override
    public String action() {
        return "vetting case moved";
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("case", vettingCase.ref, "state", to.name());
    }

    @Override
    public boolean changesFacts() {
        return false;
    }
}
