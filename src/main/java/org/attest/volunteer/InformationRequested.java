package org.attest.volunteer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attest.audit.Actor;

/** A person was asked for everything that is missing. */
public record InformationRequested(Actor by, InformationRequest request, List<Information> items)
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
        return Map.of("items", names(items), "dueOn", request.dueOn.toString());
    }

    static String names(List<Information> items) {
        return items.stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
