package org.attest.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * How far a learner has come with tutored shifts (training rule 7). Only what the learner has counter-signed counts, and of
 * two shifts in the same time, as two records that became one may have, the earlier one.
 *
 * @param firstDay of the first shift that is signed, whether it counts or not; null before
 * @param counted earliest first
 * @param lines one for each skill, in the order of the checklist
 */
record ShiftProgress(SkillChecklist checklist, LocalDate firstDay, List<TutoredShift> counted, List<Line> lines) {

    /** One sight of a skill. */
    record Sight(TutoredShift shift, ShownSkill shown) {

        /** {@code 4 June, on their own, with Tara Tutor}. */
        public String words() {
            return Formats.shortly(shift.day()) + ": " + shown.rating().words().toLowerCase() + ", with " + shift.tutor;
        }
    }

    /**
     * One skill.
     *
     * @param sights of shifts that count, earliest first
     * @param times it was shown on their own or better
     * @param tutors who saw that
     */
    record Line(SkillChecklist.Skill skill, List<Sight> sights, int times, int tutors, boolean done) {

        public String stateWords() {
            if (done) return "Complete";
            return sights.isEmpty() ? "Not seen yet" : "Under way";
        }

        public String mark() {
            if (done) return "met";
            return sights.isEmpty() ? "vacant" : "clock";
        }
    }

    static ShiftProgress of(SkillChecklist checklist, List<TutoredShift> shifts) {
        var counted = new ArrayList<TutoredShift>();
        var until = Instant.MIN;
        for (var shift :
                shifts.stream().sorted(Comparator.comparing(s -> s.startsAt)).toList()) {
            if (!shift.isCounterSigned() || shift.startsAt.isBefore(until)) continue;
            counted.add(shift);
            until = shift.endsAt;
        }
        var lines = checklist.skills().stream()
                .map(skill -> line(checklist.terms(), skill, counted))
                .toList();
        var firstDay = shifts.stream()
                .filter(shift -> shift.signedAt != null)
                .map(TutoredShift::day)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new ShiftProgress(checklist, firstDay, List.copyOf(counted), lines);
    }

    private static Line line(SkillChecklist.Terms terms, SkillChecklist.Skill skill, List<TutoredShift> counted) {
        var sights = counted.stream()
                .filter(shift -> shift.skills.containsKey(skill.code()))
                .map(shift -> new Sight(shift, shift.skills.get(skill.code())))
                .toList();
        var shown = sights.stream().filter(s -> s.shown.rating().isShown()).toList();
        var tutors = shown.stream().map(s -> s.shift.tutorRef).collect(Collectors.toCollection(HashSet::new));
        return new Line(
                skill,
                sights,
                shown.size(),
                tutors.size(),
                shown.size() >= terms.times() && tutors.size() >= terms.tutors());
    }

    long minutes() {
        return counted.stream().mapToLong(TutoredShift::minutes).sum();
    }

    /** {@code 23 hours 45 minutes}. */
    public String hours() {
        return TutoredShift.inHours(minutes());
    }

    /** Mandatory skills that are complete. */
    public long complete() {
        return lines.stream().filter(l -> l.skill.mandatory() && l.done).count();
    }

    /** What is missing until it is complete, in sentences; empty when nothing is. */
    public List<String> missing() {
        var terms = checklist.terms();
        var missing = new ArrayList<String>();
        int shifts = terms.shifts() - counted.size();
        if (shifts > 0) missing.add(Formats.of(shifts, "shift", "shifts") + " more");
        long minutes = terms.hours() * 60L - minutes();
        if (minutes > 0) missing.add(TutoredShift.inHours(minutes) + " more");
        for (var line : lines) {
            if (!line.skill.mandatory() || line.done) continue;
            int times = terms.times() - line.times;
            missing.add(line.skill.title() + ": "
                    + (times > 0 ? Formats.of(times, "time", "times") + " more" : "before another tutor"));
        }
        return missing;
    }

    /** Training rule 7. */
    public boolean isComplete() {
        return missing().isEmpty();
    }

    /** Refuses while anything is missing (training rule 7). */
    void refuseUnlessComplete() {
        var missing = missing();
        if (!missing.isEmpty()) {
            throw new Refused("Tutored shifts are not complete: " + String.join("; ", missing), "training rule 7");
        }
    }

    /** {@code 6 shifts from 3 February to 9 March 2026, 24 hours, 2 tutors}: what the result rests on. */
    String evidence() {
        return Formats.of(counted.size(), "tutored shift", "tutored shifts") + " from "
                + Formats.inWords(counted.get(0).day()) + " to "
                + Formats.inWords(counted.get(counted.size() - 1).day()) + ", " + hours() + ", "
                + Formats.of(tutors(counted).size(), "tutor", "tutors");
    }

    /**
     * The day from which the coordinator looks at it unless it is complete (training rule 7); null before the first shift.
     *
     * @param agreed the day of the next look that the last one agreed on; null for none
     */
    LocalDate reviewOn(LocalDate agreed) {
        if (firstDay == null || agreed != null) return agreed;
        return firstDay.plusDays(checklist.terms().reviewDays());
    }

    /** References of the accounts of those who tutored the learner on shifts that are signed, whether they count or not. */
    static Set<String> tutors(List<TutoredShift> shifts) {
        return shifts.stream()
                .filter(s -> s.signedAt != null)
                .map(s -> s.tutorRef)
                .collect(Collectors.toSet());
    }
}
