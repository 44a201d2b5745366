package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A person was handed a piece of equipment. */
public record EquipmentIssued(Actor by, Volunteer volunteer, Equipment equipment) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "kind", equipment.kind.name(), "serial", equipment.serial, "issuedOn", equipment.issuedOn.toString());
    }
}
