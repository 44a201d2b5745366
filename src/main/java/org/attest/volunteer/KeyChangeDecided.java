package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** What a person asked of their record was approved, declined or taken back. */
public record KeyChangeDecided(Actor by, KeyChange change) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return change.volunteer;
    }

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("field", change.field.name());
    }

    @Override
    public String reason() {
        return change.decision.name();
    }
}
