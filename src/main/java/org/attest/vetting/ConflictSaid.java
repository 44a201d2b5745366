package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A link between somebody of the unit and a person was recorded, or has ended. */
record ConflictSaid(Actor by, Conflict conflict, boolean ended) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return conflict.volunteer;
    }

    @Override
    public String action() {
        return ended ? "vetting link ended" : "vetting link declared";
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("of", conflict.accountRef, "kind", conflict.kind.name());
    }

    @Override
    public boolean changesFacts() {
        return false;
    }
}
