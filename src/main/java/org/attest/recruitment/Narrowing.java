package org.attest.recruitment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.attest.recruitment.application.SkillArea;
import org.attest.volunteer.StageSettings;
import org.attest.web.Formats;

/**
 * A question that opens the list behind a number of the dashboard: {@code only=over-target} and the like.
 *
 * @param name as it stands in the address
 * @param words behind the sentence that says who is shown
 * @param hql condition on {@code v}, a person, and {@code d}, their stored answer
 * @param withLeft whether those who have left are shown too
 */
record Narrowing(String name, String words, String hql, Map<String, Object> bound, boolean withLeft) {

    private static final int SOON = 30;
    private static final String WITH_SKILL = "skill-";

    /** The question of that name; null where there is none. */
    static Narrowing of(String name, StageSettings targets, LocalDate today) {
        return switch (name) {
            case "over-target" -> overTarget(name, targets, today);
            case "changes-soon" ->
                new Narrowing(
                        name,
                        "whose answer changes by " + Formats.inWords(today.plusDays(SOON)) + " if nobody acts",
                        "d.nextChangeOn <= :soon",
                        Map.of("soon", today.plusDays(SOON)),
                        false);
            case "attested-this-year" ->
                new Narrowing(
                        name,
                        "attested since " + Formats.inWords(today.minusYears(1)),
                        "exists (select 1 from Attestation a where a.volunteer = v and a.attestedOn > :yearAgo"
                                + " and a.attestedOn <= :today and v.appliedOn <= a.attestedOn)",
                        Map.of("yearAgo", today.minusYears(1), "today", today),
                        true);
            default -> name.startsWith(WITH_SKILL) ? withSkill(name) : null;
        };
    }

    /** Who says, or was found, to have a digital skill in the field. */
    private static Narrowing withSkill(String name) {
        for (var area : SkillArea.values()) {
            if (!name.equals(WITH_SKILL + area.slug())) continue;
            return new Narrowing(
                    name,
                    "with a digital skill in " + area.slug().replace('-', ' '),
                    "exists (select 1 from DigitalSkill s where s.volunteer = v and s.area = :area and s.endedAt is null)",
                    Map.of("area", area),
                    false);
        }
        return null;
    }

    private static Narrowing overTarget(String name, StageSettings targets, LocalDate today) {
        var hql = new StringBuilder();
        var bound = new HashMap<String, Object>();
        for (var stage : targets.days().keySet()) {
            hql.append(hql.isEmpty() ? "(" : " or ")
                    .append("v.stage = :over" + stage.ordinal() + " and v.clockFrom < :before" + stage.ordinal());
            bound.put("over" + stage.ordinal(), stage);
            bound.put("before" + stage.ordinal(), targets.over(stage, today));
        }
        return new Narrowing(
                name,
                "longer in their stage than its target",
                hql.append(") and v.pausedSince is null").toString(),
                bound,
                false);
    }
}
