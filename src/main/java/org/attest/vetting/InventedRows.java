package org.attest.vetting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.attest.audit.Actor;
import org.attest.web.ClockOfAttest;

/** The rows of one {@link InventedCase}, each dated to the day on which it would have been written. */
final class InventedRows {

    private final VettingCase row;
    private final InventedCase.Team team;
    private final Compartment compartment;
    private final Instant now;
    final List<CaseStep> steps = new ArrayList<>();
    final List<Part> parts = new ArrayList<>();
    final List<FormSheet> sheets = new ArrayList<>();
    final List<ClockStop> stops = new ArrayList<>();
    final List<Check> checks = new ArrayList<>();
    final List<CheckEntry> entries = new ArrayList<>();
    final List<Matter> matters = new ArrayList<>();
    final List<Question> questions = new ArrayList<>();
    final List<Assessment> assessments = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final List<Restriction> restrictions = new ArrayList<>();
    final List<Appeal> appeals = new ArrayList<>();
    private int minute;

    InventedRows(VettingCase row, InventedCase.Team team, Compartment compartment, Instant now) {
        this.row = row;
        this.team = team;
        this.compartment = compartment;
        this.now = now;
    }

    /** Each list to be stored before the next. */
    List<List<?>> all() {
        return List.of(
                List.of(row),
                steps,
                parts,
                sheets,
                stops,
                checks,
                entries,
                matters,
                questions,
                assessments,
                decisions,
                restrictions,
                appeals);
    }

    void move(CaseState to, LocalDate day, Actor by, Hand hand, String note) {
        if (!Moves.allows(row.state, to, Set.of(hand))) {
            throw new IllegalStateException("No move of table 3.2: " + row.state + " to " + to + " by " + hand);
        }
        var step = new CaseStep();
        step.force = row.force;
        step.vettingCase = row;
        step.from = row.state;
        step.to = to;
        step.onDay = day;
        step.sealedNote = compartment.close(row, note, "step");
        step.recordedAt = at(day);
        step.recordedBy = by.name();
        step.recordedByRef = by.ref();
        steps.add(step);
        row.state = to;
        row.stateSince = day;
    }

    /** A part as it was saved on the day, which takes the place of one saved since the form was last sent. */
    void write(FormPart part, FormAnswers answers, LocalDate day) {
        int edition =
                (int) steps.stream().filter(s -> s.to == CaseState.SUBMITTED).count();
        sheets.removeIf(s -> s.part == part && s.edition == edition);
        var sheet = new FormSheet();
        sheet.force = row.force;
        sheet.vettingCase = row;
        sheet.part = part;
        sheet.edition = edition;
        sheet.stamp = row.ref;
        sheet.sealed = compartment.closeAll(row, answers, FormSheet.purpose(part, edition));
        sheet.savedAt = at(day);
        sheets.add(sheet);
    }

    void open(String code, boolean mandatory, LocalDate day) {
        var check = new Check();
        check.force = row.force;
        check.vettingCase = row;
        check.code = code;
        check.mandatory = mandatory;
        check.result = CheckResult.NOT_STARTED;
        check.openedAt = at(day);
        checks.add(check);
    }

    void answer(String code, CheckResult result, String by, LocalDate day, String note) {
        var check = checks.stream().filter(c -> c.code.equals(code)).findFirst().orElseThrow();
        var entry = new CheckEntry();
        entry.force = row.force;
        entry.check = check;
        entry.result = result;
        entry.answeredBy = by;
        entry.dataOn = day;
        entry.sealedNote = compartment.close(row, note, CheckEntry.purpose(code));
        entry.recordedAt = at(day == null ? row.stateSince : day);
        entry.recordedBy = team.officer().name();
        entry.recordedByRef = team.officer().ref();
        entries.add(entry);
        check.result = result;
        take(Part.Kind.RAN_CHECKS, team.officer(), day == null ? row.stateSince : day);
    }

    void take(Part.Kind kind, Actor by, LocalDate day) {
        if (parts.stream().anyMatch(p -> p.part == kind && p.accountRef.equals(by.ref()))) return;
        var part = new Part();
        part.force = row.force;
        part.vettingCase = row;
        part.accountRef = by.ref();
        part.name = by.name();
        part.part = kind;
        part.since = at(day);
        parts.add(part);
    }

    void stop(ClockStop.Reason reason, LocalDate day) {
        var stop = new ClockStop();
        stop.force = row.force;
        stop.vettingCase = row;
        stop.reason = reason;
        stop.fromDay = day;
        stop.recordedAt = at(day);
        stop.recordedBy = team.officer().name();
        stops.add(stop);
        row.stopClock(day);
    }

    void endStop(LocalDate day) {
        for (var stop : stops) {
            if (stop.lastDay != null) continue;
            stop.lastDay = day.minusDays(1);
            stop.endedBy = team.officer().name();
        }
        row.runClock(day);
    }

    Actor applicant() {
        return new Actor("applicant " + row.volunteer.ref, row.volunteer.fullName, "applicant");
    }

    /** Later in the day than what was done before; of today, within the last hour. */
    Instant at(LocalDate day) {
        minute++;
        if (!day.isBefore(LocalDate.ofInstant(now, ClockOfAttest.LONDON))) return now.minusSeconds(3600 - minute);
        return day.atTime(LocalTime.of(9, 10).plusMinutes(minute % 480))
                .atZone(ClockOfAttest.LONDON)
                .toInstant();
    }
}
