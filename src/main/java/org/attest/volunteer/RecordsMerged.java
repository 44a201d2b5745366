package org.attest.volunteer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.attest.audit.Actor;

/**
 * Two records were one person's and are one record now: what the trail says of the one that stays.
 *
 * @param merged reference of the record that is gone
 * @param fields what is otherwise in the record that stays, with the new values
 */
public record RecordsMerged(Actor by, Volunteer volunteer, String merged, Map<String, String> fields)
        implements AboutVolunteer {

    public RecordsMerged {
        var all = new LinkedHashMap<>(fields);
        all.put("merged", merged);
        fields = all;
    }
}
