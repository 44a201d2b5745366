package org.attest.recruitment.application;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.attest.volunteer.Texts;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/** What a person can do: the same list for themselves and for their force, each with what they may do there. */
@ApplicationScoped
class SkillPages {

    @Inject
    Wording wording;

    /** {@code claims}: may add to it; {@code verifies}: may look at each and find a level. */
    record list(
            Whose whose,
            Form form,
            List<DigitalSkill> skills,
            List<Option> areas,
            List<Option> levels,
            boolean claims,
            boolean verifies)
            implements TemplateInstance {}

    record edit(Whose whose, Form form, DigitalSkill skill, List<Option> areas, List<Option> levels)
            implements TemplateInstance {}

    record verify(Whose whose, Form form, DigitalSkill skill, List<Option> levels) implements TemplateInstance {}

    TemplateInstance list(Volunteer person, Whose whose, Form form, boolean claims, boolean verifies) {
        return new list(whose, form, DigitalSkill.of(person), areas(), levels(), claims, verifies);
    }

    TemplateInstance edit(DigitalSkill skill, Whose whose, Form form) {
        return new edit(whose, form, skill, areas(), levels());
    }

    TemplateInstance verify(DigitalSkill skill, Whose whose, Form form) {
        return new verify(whose, form, skill, levels());
    }

    /** The skill typed; what is wrong stands in the form. */
    static DigitalSkill.Claim read(Form form) {
        var claim = new DigitalSkill.Claim(
                form.choice("area", SkillArea.class, "Choose a field"),
                form.required("detail", "Enter what exactly you can do", DigitalSkill.LONGEST_DETAIL),
                form.choice("level", SkillLevel.class, "Choose how well"),
                form.typed("evidence"));
        if (claim.evidence() == null) form.refuse("evidence", "Enter what shows it: work, study, certificates");
        refuse(form, "detail", claim.detail(), DigitalSkill.LONGEST_DETAIL, false);
        refuse(form, "evidence", claim.evidence(), DigitalSkill.LONGEST_EVIDENCE, true);
        return claim;
    }

    static void refuse(Form form, String field, String text, int longest, boolean several) {
        var wrong = Texts.fault(text, longest, several);
        if (wrong != null) form.refuse(field, wrong);
    }

    static Form showing(DigitalSkill skill) {
        return Form.showing(
                Map.of("area", skill.area, "detail", skill.detail, "level", skill.level, "evidence", skill.evidence));
    }

    private List<Option> areas() {
        return Option.of(SkillArea.class, a -> wording.skillArea(a.name()));
    }

    private List<Option> levels() {
        return Option.of(
                SkillLevel.class, l -> wording.skillLevel(l.name()) + ": " + wording.skillLevelMeaning(l.name()));
    }
}
