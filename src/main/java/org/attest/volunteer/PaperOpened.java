package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** Somebody of the force looked at what a paper holds. */
public record PaperOpened(Actor by, Paper paper) implements AboutVolunteer {

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
        return Map.of("paper", paper.ref);
    }
}
