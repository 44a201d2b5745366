package org.attest.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.attest.web.Refused;

/** The skills that are shown on tutored shifts, and what completes them (training rule 7). */
record SkillChecklist(Terms terms, ModuleDocument.Status status, String source, List<Skill> skills) {

    /**
     * What it takes.
     *
     * @param times how often each mandatory skill is shown
     * @param tutors how many tutors have seen each
     * @param shifts counter-signed at least
     * @param hours on those shifts at least
     * @param reviewDays after the first shift the coordinator looks at it, if it is not complete
     */
    record Terms(int times, int tutors, int shifts, int hours, int reviewDays) {}

    /**
     * One of them.
     *
     * @param from the module whose outcome it comes from
     * @param shown what one sees who sees it
     */
    record Skill(String code, boolean mandatory, String from, String title, String shown) {}

    SkillChecklist {
        skills = List.copyOf(skills);
    }

    static SkillChecklist read(String text) {
        try {
            return ModuleDocument.JSON.readValue(text, SkillChecklist.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No checklist: " + e.getMessage(), e);
        }
    }

    String written() {
        try {
            return ModuleDocument.JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses a checklist that nobody could complete, or whose skills cannot be told apart: it would stay so for ever. */
    void refuseIfUnsound() {
        var codes = new HashSet<String>();
        for (var skill : skills) {
            if (!skill.code().matches("[a-z-]{1,40}")) throw new Refused("“" + skill.code() + "” names no skill", "");
            if (!codes.add(skill.code())) throw new Refused("Two skills share the name " + skill.code(), "");
        }
        if (mandatory().isEmpty()) throw new Refused("No skill is mandatory", "");
        if (terms.tutors() > terms.times()) throw new Refused("More tutors are asked for than times", "");
    }

    public List<Skill> mandatory() {
        return skills.stream().filter(Skill::mandatory).toList();
    }

    List<Skill> desirable() {
        return skills.stream().filter(skill -> !skill.mandatory()).toList();
    }

    Optional<Skill> skill(String code) {
        return skills.stream().filter(skill -> skill.code().equals(code)).findFirst();
    }
}
