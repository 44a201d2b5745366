package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.Volunteer;

/** Somebody holds a designated post from a day on. */
public record PutIntoPost(Actor by, PostHolding holding) implements PostingDeed {

    @Override
    public Volunteer volunteer() {
        return holding.volunteer;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("post", holding.post.ref, "fromDay", holding.fromDay.toString());
    }
}
