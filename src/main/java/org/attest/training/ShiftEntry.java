package org.attest.training;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.attest.volunteer.Texts;
import org.attest.web.ClockOfAttest;

/**
 * What a tutor says of a shift.
 *
 * @param from local time of the day
 * @param until local time; on the next day where it is not after {@code from}
 * @param report of the shift as a whole; null while there is none
 * @param skills what was shown, by the skill's code
 */
record ShiftEntry(LocalDate day, LocalTime from, LocalTime until, String report, Map<String, ShownSkill> skills) {

    static final int LONGEST_REPORT = 2000;
    static final int LONGEST_NARRATIVE = 1000;

    /** Hours of a shift at most. */
    static final int MOST_HOURS = 12;

    private static final int QUARTER = 15;

    /** The field of a form in which a skill is rated, and that of its narrative. */
    static String ratingOf(String skill) {
        return "rating-" + skill;
    }

    static String narrativeOf(String skill) {
        return "seen-" + skill;
    }

    /** Everything wrong with its times, a sentence for each field; empty when sound. */
    Map<String, String> faultsOfTime(Instant now) {
        var faults = new LinkedHashMap<String, String>();
        if (day == null) faults.put("day", "Enter the day");
        if (from == null) faults.put("from", "Enter when it began as hours and minutes, such as 18:30");
        if (until == null) faults.put("until", "Enter when it ended as hours and minutes, such as 22:45");
        if (from != null && from.getMinute() % QUARTER != 0) faults.put("from", "Round to the quarter of an hour");
        if (until != null && until.getMinute() % QUARTER != 0) faults.put("until", "Round to the quarter of an hour");
        if (day == null || from == null || until == null) return faults;
        if (!endsAt().isAfter(startsAt())) {
            // in the night the clocks go forward an hour is missing
            faults.putIfAbsent("until", "It ended before it began: the clocks went forward in that night");
        } else if (Duration.between(startsAt(), endsAt()).toMinutes() > MOST_HOURS * 60) {
            faults.putIfAbsent("until", "A shift has " + MOST_HOURS + " hours at most");
        }
        if (startsAt().isAfter(now)) faults.putIfAbsent("day", "The shift lies ahead: record it when it is over");
        else if (endsAt().isAfter(now)) faults.putIfAbsent("until", "It is not over yet");
        return faults;
    }

    /** {@link #faultsOfTime}, and what its words lack. */
    Map<String, String> faults(Instant now) {
        var faults = faultsOfTime(now);
        var wrong = Texts.fault(report, LONGEST_REPORT, true);
        if (wrong != null) faults.put("report", wrong);
        skills.forEach((code, shown) -> {
            var fault = Texts.fault(shown.narrative(), LONGEST_NARRATIVE, true);
            if (fault != null) faults.put(narrativeOf(code), fault);
        });
        return faults;
    }

    /**
     * What is missing before a tutor can sign, a sentence for each field: a report, a skill at least, and words for each
     * rating at either end (features row 33).
     */
    Map<String, String> missing(SkillChecklist checklist) {
        var missing = new LinkedHashMap<String, String>();
        if (report == null) missing.put("report", "Enter what was done on the shift");
        if (skills.isEmpty()) {
            missing.put(ratingOf(checklist.skills().get(0).code()), "Choose how at least one skill was shown");
        }
        for (var skill : checklist.skills()) {
            var shown = skills.get(skill.code());
            if (shown == null || !shown.rating().needsNarrative() || shown.narrative() != null) continue;
            missing.put(
                    narrativeOf(skill.code()),
                    "Enter what you saw of “" + skill.title() + "”: “"
                            + shown.rating().words().toLowerCase() + "” needs words");
        }
        return missing;
    }

    Instant startsAt() {
        return day.atTime(from).atZone(ClockOfAttest.LONDON).toInstant();
    }

    Instant endsAt() {
        var lastDay = until.isAfter(from) ? day : day.plusDays(1);
        return lastDay.atTime(until).atZone(ClockOfAttest.LONDON).toInstant();
    }
}
