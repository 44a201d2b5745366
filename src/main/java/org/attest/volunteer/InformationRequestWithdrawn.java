package org.attest.volunteer;

import org.attest.audit.Actor;

/** An information request was closed although not everything was answered. */
public record InformationRequestWithdrawn(Actor by, InformationRequest request) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return request.volunteer;
    }

    @Override
    public boolean changesFacts() {
        return false;
    }
}
