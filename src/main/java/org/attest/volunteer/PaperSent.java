package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A person handed in a paper. */
public record PaperSent(Actor by, Paper paper) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return paper.volunteer;
    }

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("purpose", paper.purpose.name(), "type", paper.type.name(), "sha256", paper.sha256);
    }
}
