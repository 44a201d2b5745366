package org.attest.recruitment;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.notice.Template;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/**
 * A letter to a person was made as PDF.
 *
 * @param version of the force's words; 0 for the national ones
 */
record LetterMade(Actor by, Volunteer volunteer, Template template, int version) implements AboutVolunteer {

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("letter", template.slug(), "words", String.valueOf(version));
    }
}
