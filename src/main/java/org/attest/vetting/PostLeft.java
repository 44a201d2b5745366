package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** Somebody's time in a designated post has a last day now. */
public record PostLeft(Actor by, PostHolding holding) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return holding.volunteer;
    }

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("post", holding.post.ref, "lastDay", holding.lastDay.toString());
    }
}
