package org.attest.volunteer;

import java.util.List;
import java.util.Map;
import org.attest.audit.Actor;

/**
 * Answers to an information request have arrived.
 *
 * @param complete nothing is missing any more, so that the request closed itself
 */
public record InformationGiven(Actor by, InformationRequest request, List<Information> items, boolean complete)
        implements AboutVolunteer {

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
        return Map.of("items", InformationRequested.names(items), "complete", String.valueOf(complete));
    }
}
