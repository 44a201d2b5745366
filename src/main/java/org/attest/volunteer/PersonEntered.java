package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A person is new to the force. */
public record PersonEntered(Actor by, Volunteer volunteer) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        var fields = volunteer.details().fields();
        fields.values().removeIf(String::isEmpty);
        fields.put("stage", volunteer.stage.slug());
        fields.put("stageSince", volunteer.stageSince.toString());
        return fields;
    }
}
