package org.attest.recruitment.meeting;

import java.util.List;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A time does not take place; everybody booked has lost it. */
public record SlotCalledOff(Actor by, Slot slot, List<Booking> bookings) implements Deed {

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
        return Map.of("people", String.valueOf(bookings.size()));
    }
}
