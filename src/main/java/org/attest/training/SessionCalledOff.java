package org.attest.training;

import java.util.List;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A session does not take place; everybody of it has lost their place. */
public record SessionCalledOff(Actor by, TaughtSession session, List<Seat> seats) implements Deed {

    @Override
    public String chain() {
        return session.force.slug;
    }

    @Override
    public String object() {
        return "session " + session.ref;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("people", String.valueOf(seats.size()));
    }
}
