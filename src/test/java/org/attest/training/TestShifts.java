package org.attest.training;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.attest.As;
import org.attest.TestClock;
import org.attest.force.Reference;
import org.attest.recruitment.Rows;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/** Tutored shifts for tests of pages, written as they are, past the rules, in a transaction of their own. */
public final class TestShifts {

    private TestShifts() {}

    /** The person has passed everything that tutored shifts need (training ruling 6a). */
    public static void mayBeTutored(Volunteer person, LocalDate since) {
        TestQualifications.passedAllBefore(person, "DSC-307", since);
        for (var code : new String[] {"DSC-102", "DSC-104", "DSC-205"}) {
            TestQualifications.passed(person, code, since);
        }
    }

    /** A draft of the tutor, of four hours the evening before the test clock began. */
    public static TutoredShift draft(Volunteer person, As tutor) {
        return written(person, tutor.ref(), tutor.name(), TestClock.TODAY.minusDays(1), 240, Map.of(), false, false);
    }

    /** One that waits for the learner, by somebody. */
    public static TutoredShift signed(Volunteer person) {
        var shown = Map.of(
                "sort-by-urgency", new ShownSkill(SkillRating.OUTSTANDING, "Defended the order well."),
                "give-reasons", new ShownSkill(SkillRating.WITH_HELP, null));
        var by = People.SOMEBODY;
        return written(person, by.ref(), by.name(), TestClock.TODAY.minusDays(2), 240, shown, true, false);
    }

    /** One that counts: every mandatory skill shown alone. */
    public static TutoredShift counted(Volunteer person, As tutor, LocalDate day, int minutes) {
        var shown = new HashMap<String, ShownSkill>();
        for (var skill : CurriculumPress.shippedSkills().mandatory()) {
            shown.put(skill.code(), new ShownSkill(SkillRating.ON_OWN, null));
        }
        return written(person, tutor.ref(), tutor.name(), day, minutes, shown, true, true);
    }

    private static TutoredShift written(
            Volunteer person,
            String tutorRef,
            String tutor,
            LocalDate day,
            int minutes,
            Map<String, ShownSkill> shown,
            boolean signed,
            boolean agreed) {
        return Rows.of(() -> {
            var shift = new TutoredShift();
            shift.volunteer = Volunteer.byRef(person.ref).orElseThrow();
            shift.force = shift.volunteer.force;
            shift.ref = Reference.random();
            shift.checklist = SkillChecklistVersion.current();
            shift.tutor = tutor;
            shift.tutorRef = tutorRef;
            shift.startsAt =
                    day.atTime(LocalTime.of(18, 0)).atZone(ClockOfAttest.LONDON).toInstant();
            shift.endsAt = shift.startsAt.plusSeconds(minutes * 60L);
            shift.report = "An evening of prepared material.";
            shift.skills.putAll(shown);
            shift.writtenAt = shift.endsAt;
            if (signed) shift.signedAt = shift.endsAt;
            if (agreed) shift.counterSignedAt = shift.endsAt;
            shift.persist();
            return shift;
        });
    }
}
