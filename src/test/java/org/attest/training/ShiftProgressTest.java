package org.attest.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.attest.web.ClockOfAttest;
import org.attest.web.Refused;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Training rule 7 as a table: six shifts, 24 hours, every mandatory skill three times and before two tutors. */
class ShiftProgressTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 2);
    private static final SkillChecklist CHECKLIST = CurriculumPress.shippedSkills();
    private static final String ONE_SKILL = "escalate-at-once";

    private static TutoredShift shift(int number, int minutes, String tutor) {
        var shift = new TutoredShift();
        shift.ref = "shift" + number;
        shift.tutor = tutor;
        shift.tutorRef = tutor;
        shift.startsAt = FIRST.plusDays(number)
                .atTime(18, 0)
                .atZone(ClockOfAttest.LONDON)
                .toInstant();
        shift.endsAt = shift.startsAt.plusSeconds(minutes * 60L);
        shift.signedAt = shift.endsAt;
        shift.counterSignedAt = shift.endsAt;
        return shift;
    }

    private static void shows(TutoredShift shift, SkillRating rating) {
        for (var skill : CHECKLIST.mandatory()) shift.skills.put(skill.code(), new ShownSkill(rating, null));
    }

    /** Just enough: six shifts of four hours, each skill on three of them, one of these before a second tutor. */
    private static List<TutoredShift> enough() {
        var shifts = new ArrayList<TutoredShift>();
        for (int i = 0; i < 6; i++) shifts.add(shift(i, 240, i == 2 ? "Second" : "First"));
        for (int i = 0; i < 3; i++) shows(shifts.get(i), SkillRating.ON_OWN);
        return shifts;
    }

    private record Case(String name, Consumer<List<TutoredShift>> change, List<String> missing) {}

    private static final String TITLE = CHECKLIST.skill(ONE_SKILL).orElseThrow().title();

    /** One thing missing at a time. */
    private static final List<Case> TABLE = List.of(
            new Case("just enough", shifts -> {}, List.of()),
            new Case(
                    "five shifts",
                    shifts -> {
                        shifts.remove(5);
                        shifts.get(4).endsAt = shifts.get(4).endsAt.plusSeconds(240 * 60);
                    },
                    List.of("1 shift more")),
            new Case(
                    "23 hours 45 minutes",
                    shifts -> shifts.get(5).endsAt = shifts.get(5).endsAt.minusSeconds(15 * 60),
                    List.of("15 minutes more")),
            new Case(
                    "one skill twice",
                    shifts -> shifts.get(1).skills.remove(ONE_SKILL),
                    List.of(TITLE + ": 1 time more")),
            new Case(
                    "one skill with help the third time",
                    shifts -> shifts.get(0).skills.put(ONE_SKILL, new ShownSkill(SkillRating.WITH_HELP, null)),
                    List.of(TITLE + ": 1 time more")),
            new Case(
                    "one skill before one tutor only",
                    shifts -> {
                        shifts.get(2).skills.remove(ONE_SKILL);
                        shifts.get(3).skills.put(ONE_SKILL, new ShownSkill(SkillRating.ON_OWN, null));
                    },
                    List.of(TITLE + ": before another tutor")),
            new Case(
                    "outstanding counts as shown",
                    shifts -> shifts.get(2).skills.put(ONE_SKILL, new ShownSkill(SkillRating.OUTSTANDING, "Seen")),
                    List.of()),
            new Case(
                    "a shift that is not counter-signed does not count",
                    shifts -> shifts.get(5).counterSignedAt = null,
                    List.of("1 shift more", "4 hours more")),
            new Case(
                    "two shifts at the same time count once",
                    shifts -> {
                        shifts.get(5).startsAt = shifts.get(4).startsAt.plusSeconds(60);
                        shifts.get(5).endsAt = shifts.get(5).startsAt.plusSeconds(240 * 60);
                    },
                    List.of("1 shift more", "4 hours more")),
            new Case(
                    "desirable skills are not asked for",
                    shifts -> shifts.get(0)
                            .skills
                            .put("support-a-colleague", new ShownSkill(SkillRating.NOT_YET, "Seen")),
                    List.of()));

    @TestFactory
    Stream<DynamicTest> saysWhatIsMissing() {
        return TABLE.stream()
                .map(row -> DynamicTest.dynamicTest(row.name, () -> {
                    var shifts = enough();
                    row.change.accept(shifts);
                    var progress = ShiftProgress.of(CHECKLIST, shifts);
                    assertEquals(row.missing, progress.missing());
                    assertEquals(row.missing.isEmpty(), progress.isComplete());
                }));
    }

    /** Only one tutor for everything: each skill says so. */
    @Test
    void isNotCompleteBeforeOneTutorAlone() {
        var shifts = enough();
        shifts.forEach(shift -> shift.tutorRef = "First");
        var missing = ShiftProgress.of(CHECKLIST, shifts).missing();
        assertEquals(CHECKLIST.mandatory().size(), missing.size());
        assertTrue(missing.stream().allMatch(m -> m.endsWith(": before another tutor")), missing.toString());
    }

    /** Training rule 7: 112 days from the first shift. */
    @Test
    void isReviewed112DaysAfterTheFirstShift() {
        assertNull(ShiftProgress.of(CHECKLIST, List.of()).reviewOn(null));
        var shifts = enough();
        shifts.get(0).counterSignedAt = null;
        var progress = ShiftProgress.of(CHECKLIST, shifts);
        assertEquals(FIRST.plusDays(112), progress.reviewOn(null));
        assertEquals(FIRST.plusDays(140), progress.reviewOn(FIRST.plusDays(140)));
    }

    /** Training ruling 6a: DSC-206 is asked for where the force has switched it on, and every other module always. */
    @Test
    void beginsAfterWhatTheForceAsksFor() {
        var learner = new Learner().passedAllBefore("DSC-307", FIRST.minusDays(9));
        for (var code : List.of("DSC-102", "DSC-104", "DSC-205")) learner.passed(code, FIRST.minusDays(9));
        learner.on(FIRST).refuseUnlessMayBeTutored(Set.of());
        var refused = assertThrows(Refused.class, () -> learner.on(FIRST).refuseUnlessMayBeTutored(Set.of("DSC-206")));
        assertEquals("Tutored shifts need DSC-206, which is not passed on 2 February 2026", refused.sentence());
        learner.passed("DSC-206", FIRST.minusDays(9));
        learner.on(FIRST).refuseUnlessMayBeTutored(Set.of("DSC-206"));
    }

    @Test
    void shipsAChecklistThatIsSound() {
        CHECKLIST.refuseIfUnsound();
        assertEquals(new SkillChecklist.Terms(3, 2, 6, 24, 112), CHECKLIST.terms());
        assertTrue(CHECKLIST.mandatory().size() >= 16);
        assertTrue(CHECKLIST.desirable().size() >= 4);
        for (var skill : CHECKLIST.skills()) {
            assertTrue(List.of("DSC-204", "DSC-301", "DSC-302").contains(skill.from()), skill.code());
            assertFalse(skill.shown().isBlank(), skill.code());
        }
        assertEquals(CHECKLIST, SkillChecklist.read(CHECKLIST.written()));
    }
}
