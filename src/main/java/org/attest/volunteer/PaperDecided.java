package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A paper was verified, returned, or taken back by the person. */
public record PaperDecided(Actor by, Paper paper) implements AboutVolunteer {

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
        return Map.of("purpose", paper.purpose.name());
    }

    @Override
    public String reason() {
        return paper.decision.name();
    }
}
