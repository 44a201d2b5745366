package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A person asked that a key field of their record be changed. */
public record KeyChangeAsked(Actor by, KeyChange change) implements AboutVolunteer {

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
        return Map.of(change.field.component(), change.wanted);
    }
}
