package org.attest.training;

import java.util.List;

/** A skill as it was shown on one shift, by the checklist that the shift was rated by. */
record SeenSkill(SkillChecklist.Skill skill, ShownSkill shown) {

    /** In the order of the checklist. */
    static List<SeenSkill> of(TutoredShift shift) {
        return shift.checklist.document().skills().stream()
                .filter(skill -> shift.skills.containsKey(skill.code()))
                .map(skill -> new SeenSkill(skill, shift.skills.get(skill.code())))
                .toList();
    }
}
