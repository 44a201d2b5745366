package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A force plans a session. */
public record SessionPlanned(Actor by, TaughtSession session) implements Deed {

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
        return Map.of(
                "module",
                session.module.code,
                "startsAt",
                session.startsAt.toString(),
                "places",
                String.valueOf(session.places),
                "place",
                session.place);
    }
}
