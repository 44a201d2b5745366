package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/**
 * The force decided not to take an application further.
 *
 * @param moved that the person left with it, a deed of its own
 */
public record ApplicationRefused(Actor by, Volunteer volunteer, Refusal refusal, StageMoved moved)
        implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "appealUntil", refusal.appealUntil.toString(),
                "reapplyFrom", refusal.reapplyFrom.toString(),
                "letter", refusal.letter);
    }

    @Override
    public String reason() {
        return refusal.reason;
    }
}
