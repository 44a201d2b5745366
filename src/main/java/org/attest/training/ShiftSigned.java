package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A tutor signed a tutored shift: it is locked. */
public record ShiftSigned(Actor by, TutoredShift shift) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return shift.volunteer;
    }

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("shift", shift.ref);
    }
}
