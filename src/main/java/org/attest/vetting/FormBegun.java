package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/**
 * Somebody who has filled in a vetting form before began another one.
 *
 * @param carriedFrom the case whose answers were carried over; null where they began with an empty form
 */
record FormBegun(Actor by, VettingCase vettingCase, VettingCase carriedFrom) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return vettingCase.volunteer;
    }

    @Override
    public String action() {
        return carriedFrom == null ? "vetting form begun empty" : "vetting form carried over";
    }

    @Override
    public Map<String, String> fields() {
        return carriedFrom == null
                ? Map.of("case", vettingCase.ref)
                : Map.of("case", vettingCase.ref, "from", carriedFrom.ref);
    }

    @Override
    public boolean changesFacts() {
        return false;
    }
}
