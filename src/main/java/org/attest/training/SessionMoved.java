package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A session takes place at another time or in another place. */
public record SessionMoved(Actor by, TaughtSession session) implements Deed {

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
        return Map.of("startsAt", session.startsAt.toString(), "place", session.place);
    }
}
