package org.attest.recruitment.application;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/**
 * A section of an application was saved.
 *
 * @param fields the answers that are others now; empty text for one taken back
 */
public record ApplicationWritten(Actor by, Volunteer volunteer, Section section, Map<String, String> fields)
        implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public String reason() {
        return section.slug();
    }

    /** Whether anything is different at all. */
    boolean isChange() {
        return !fields.isEmpty();
    }
}
