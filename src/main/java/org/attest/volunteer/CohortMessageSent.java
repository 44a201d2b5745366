package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** Everybody of a cohort was written to. */
public record CohortMessageSent(Actor by, CohortMessage message, int people) implements Deed {

    @Override
    public String chain() {
        return message.cohort.force.slug;
    }

    @Override
    public String object() {
        return "cohort " + message.cohort.ref;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("message", message.ref, "people", String.valueOf(people));
    }
}
