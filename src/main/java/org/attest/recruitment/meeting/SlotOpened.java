package org.attest.recruitment.meeting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A force opened a time at which people can come. */
public record SlotOpened(Actor by, Slot slot) implements Deed {

    @Override
    public String chain() {
        return slot.force.slug;
    }

    @Override
    public String object() {
        return "meeting " + slot.ref;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "kind", slot.kind.name(),
                "startsAt", slot.startsAt.toString(),
                "places", String.valueOf(slot.places),
                "place", slot.place);
    }
}
