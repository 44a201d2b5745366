package org.attest.recruitment.application;

import java.util.Map;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A deed on what a person says they can do; their answer stays as it is. */
interface AboutSkill extends AboutVolunteer {

    DigitalSkill skill();

    @Override
    default Volunteer volunteer() {
        return skill().volunteer;
    }

    @Override
    default boolean changesFacts() {
        return false;
    }

    @Override
    default Map<String, String> fields() {
        return Map.of(
                "area",
                skill().area.name(),
                "level",
                skill().level.name(),
                "verifiedLevel",
                String.valueOf(skill().verifiedLevel));
    }
}
