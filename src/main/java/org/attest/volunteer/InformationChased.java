package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** The one reminder of an information request went out before its due day. */
public record InformationChased(Actor by, InformationRequest request) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return request.volunteer;
    }

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("dueOn", request.dueOn.toString());
    }
}
