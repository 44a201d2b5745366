package org.attest.recruitment.application;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;

/** Somebody looked at a skill and found a level. */
public record SkillVerified(Actor by, DigitalSkill skill) implements AboutVolunteer {

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
