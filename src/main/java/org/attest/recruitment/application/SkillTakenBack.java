package org.attest.recruitment.application;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** A skill is no longer claimed. */
public record SkillTakenBack(Actor by, DigitalSkill skill) implements AboutVolunteer {

    @Override
    public Volunteer volunteer() {
        return skill.volunteer;
    }

    @Override
    public boolean changesFacts() {
        return false;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "area",
                skill.area.name(),
                "level",
                skill.level.name(),
                "verifiedLevel",
                String.valueOf(skill.verifiedLevel));
    }
}
