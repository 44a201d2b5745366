package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A piece of equipment came back. */
public record EquipmentReturned(Actor by, Volunteer volunteer, Equipment equipment) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of("kind", equipment.kind.name(), "returnedOn", equipment.returnedOn.toString());
    }
}
