package org.attest.recruitment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.attest.force.Force;
import org.attest.recruitment.application.SkillArea;
import org.attest.vetting.ClearanceForecast;
import org.attest.vetting.VettingSettings;
import org.attest.volunteer.Stage;
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
    static final String CLEARANCE_TOO_OLD = "clearance-too-old";

    /** The question of that name; null where there is none. */
    static Narrowing of(String name, Force force, StageSettings targets, LocalDate today) {
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
            case CLEARANCE_TOO_OLD -> clearanceTooOld(force, today);
            default -> name.startsWith(WITH_SKILL) ? withSkill(name) : ofFunnel(name);
        };
    }

    /** As {@link ClearanceForecast} has it of one person (vetting rule 2). */
    private static Narrowing clearanceTooOld(Force force, LocalDate today) {
        var months = VettingSettings.of(force).appointmentWithinMonths();
        var words = "whose recruitment vetting would be too old on the day their cohort leads to appointments";
        // a force that has switched the rule off has nobody to show
        if (months.isEmpty()) return new Narrowing(CLEARANCE_TOO_OLD, words, "1 = 0", Map.of(), false);
        var forecast = "coalesce(c.endsOn, c.startsOn)";
        var live = "select 1 from Clearance k where k.volunteer = v and k.level = RECRUITMENT and k.endedOn is null"
                + " and k.grantedOn <= :today and k.lastValidDay >= :today";
        return new Narrowing(
                CLEARANCE_TOO_OLD,
                words,
                "v.appointmentType = SPECIAL_CONSTABLE and v.stage not in (SERVICE, LEFT) and " + forecast
                        + " >= :forecastFrom and exists (" + live + ") and not exists (" + live
                        + " and k.grantedOn >= " + forecast + " - " + months.get() + " month)",
                Map.of("today", today, "forecastFrom", ClearanceForecast.from(today)),
                false);
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

    private static final Pattern FUNNEL =
            Pattern.compile("(entered|now|left)-([a-z]+)\\.(\\d{4}-\\d{2}-\\d{2})\\.(\\d{4}-\\d{2}-\\d{2})");

    /**
     * A number of the funnel: {@code entered-vetting.2025-06-17.2026-06-16} are those who entered the pipeline between the
     * days and have come as far as vetting; {@code now} those of them who stand there, {@code left} those who left from
     * there. The stage that somebody left from last is how far they came.
     */
    private static Narrowing ofFunnel(String name) {
        var asked = FUNNEL.matcher(name);
        if (!asked.matches()) return null;
        try {
            var stage = Stage.valueOf(asked.group(2).toUpperCase(Locale.ROOT));
            var from = LocalDate.parse(asked.group(3));
            var until = LocalDate.parse(asked.group(4));
            if (stage == Stage.LEFT) return null;
            var bound = new HashMap<String, Object>();
            bound.put("enteredFrom", from);
            bound.put("enteredUntil", until);
            bound.put("beyondPipeline", List.of(Stage.SERVICE, Stage.LEFT));
            var entered = "exists (select 1 from StageChange e where e.volunteer = v and e.from is null"
                    + " and e.to not in :beyondPipeline and e.onDay >= :enteredFrom and e.onDay <= :enteredUntil)";
            bound.put(
                    "far",
                    asked.group(1).equals("entered")
                            ? Arrays.stream(Stage.values())
                                    .filter(s -> s != Stage.LEFT && s.compareTo(stage) >= 0)
                                    .toList()
                            : List.of(stage));
            var leftFrom =
                    "v.stage = :gone and exists (select 1 from StageChange l where l.volunteer = v and l.to = :gone"
                            + " and l.from in :far and not exists (select 1 from StageChange m where m.volunteer = v"
                            + " and m.to = :gone and m.id > l.id))";
            var where =
                    switch (asked.group(1)) {
                        case "now" -> "v.stage in :far";
                        case "left" -> leftFrom;
                        default -> "(v.stage in :far or " + leftFrom + ")";
                    };
            if (!asked.group(1).equals("now")) bound.put("gone", Stage.LEFT);
            var words = "who entered between " + Formats.inWords(from) + " and " + Formats.inWords(until)
                    + switch (asked.group(1)) {
                        case "now" -> " and are there now";
                        case "left" -> " and left from the stage " + stage.slug();
                        default -> " and came as far as the stage " + stage.slug();
                    };
            return new Narrowing(name, words, entered + " and " + where, bound, true);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
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
