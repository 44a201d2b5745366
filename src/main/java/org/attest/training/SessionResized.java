package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A session has another number of places. */
public record SessionResized(Actor by, TaughtSession session) implements Deed {

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
        return Map.of("places", String.valueOf(session.places));
    }
}
