package org.attest.vetting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.attest.audit.Actor;
import org.attest.force.Reference;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/**
 * A case invented for the demonstration: its rows as the acts of its team would have left them, made in memory and on days
 * that have passed. Refuses a step that {@link Moves} do not have, so that what is invented could have happened.
 */
public final class InventedCase {

    /** Who acts in the invented cases of one force. */
    public record Team(Actor coordinator, Actor officer, Actor manager, Actor chair) {}

    private static final int SERVICE_DAYS = 42;
    private static final int INVITATION_DAYS = 20;

    private final VettingCase row = new VettingCase();
    private final Team team;
    private final Compartment compartment;
    private final Instant now;
    private final Random random;
    private final List<CaseStep> steps = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<ClockStop> stops = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<CheckEntry> entries = new ArrayList<>();
    private final List<Matter> matters = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<Assessment> assessments = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Restriction> restrictions = new ArrayList<>();
    private final List<Appeal> appeals = new ArrayList<>();
    private int minute;

    /** The coordinator invites the person on the day. */
    public InventedCase(
            Volunteer person,
            ClearanceLevel level,
            LocalDate day,
            Team team,
            Compartment compartment,
            Instant now,
            Random random) {
        this.team = team;
        this.compartment = compartment;
        this.now = now;
        this.random = random;
        row.force = person.force;
        row.ref = Reference.from(random);
        row.volunteer = person;
        row.level = level;
        row.variant = FormVariant.of(person.appointmentType);
        row.invitedOn = day;
        row.invitedUntil = day.plusDays(INVITATION_DAYS);
        row.round = 1;
        row.sealedKey = compartment.caseKey(row.ref);
        move(CaseState.INVITED, day, team.coordinator(), Hand.COORDINATOR, null);
        take(Part.Kind.INVITED, team.coordinator(), day);
    }

    public VettingCase row() {
        return row;
    }

    /** The rows, each list to be stored before the next. */
    public List<List<?>> rows() {
        return List.of(
                List.of(row),
                steps,
                parts,
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

    // --- the way of a case

    public InventedCase submitted(LocalDate day) {
        move(CaseState.SUBMITTED, day, applicant(), Hand.APPLICANT, null);
        if (row.submittedOn == null) {
            row.submittedOn = day;
            row.promisedOn = day.plusDays(SERVICE_DAYS);
            CheckKind.AUTHENTICATION.stream().sorted().forEach(code -> open(code, true, day));
        } else {
            endStop(day);
        }
        return this;
    }

    public InventedCase returned(LocalDate day, String missing) {
        move(CaseState.RETURNED, day, team.officer(), Hand.OFFICER, missing);
        stop(ClockStop.Reason.FORM_RETURNED, day);
        return this;
    }

    public InventedCase authenticated(LocalDate day) {
        for (var code : List.of("C1", "C2")) answer(code, CheckResult.CLEAR, "Recruitment", day, null);
        move(CaseState.AUTHENTICATED, day, team.officer(), Hand.OFFICER, null);
        return this;
    }

    public InventedCase checking(LocalDate day) {
        move(CaseState.CHECKS, day, team.officer(), Hand.OFFICER, null);
        for (var kind : CheckKind.all()) {
            if (CheckKind.AUTHENTICATION.contains(kind.code())) continue;
            switch (CheckSettings.proposed(kind, row.level)) {
                case MANDATORY -> open(kind.code(), true, day);
                case OPTIONAL -> open(kind.code(), false, day);
                case NOT_ASKED -> {
                    // the level does without it
                }
            }
        }
        return this;
    }

    /** So many of the open mandatory checks come back clear; the next ones are asked. */
    public InventedCase answered(int many, LocalDate day) {
        int at = 0;
        for (var check : checks) {
            if (!check.mandatory || check.result.isDone()) continue;
            if (at < many) answer(check.code, CheckResult.CLEAR, check.kind().doneBy(), day, null);
            else if (at < many + 3) answer(check.code, CheckResult.REQUESTED, null, null, null);
            at++;
        }
        return this;
    }

    /** The check brings something to light, which is a matter of its own. */
    public InventedCase found(String code, MatterKind kind, String what, LocalDate day) {
        answer(code, CheckResult.ADVERSE, CheckKind.of(code).doneBy(), day, what);
        var matter = new Matter();
        matter.force = row.force;
        matter.ref = Reference.from(random);
        matter.vettingCase = row;
        matter.kind = kind;
        matter.grading = Matter.Grading.CONFIRMED;
        matter.sealed = compartment.closeAll(
                row, new Matter.Text(what, CheckKind.of(code).label()), Matter.PURPOSE);
        matter.recordedAt = at(day);
        matter.recordedBy = team.officer().name();
        matter.recordedByRef = team.officer().ref();
        matters.add(matter);
        return this;
    }

    public InventedCase asked(String what, LocalDate day, LocalDate due) {
        var question = new Question();
        question.force = row.force;
        question.ref = Reference.from(random);
        question.vettingCase = row;
        question.dueOn = due;
        question.sealedAsked = compartment.close(row, what, Question.ASKED);
        question.askedAt = at(day);
        question.askedBy = team.officer().name();
        questions.add(question);
        stop(ClockStop.Reason.INFORMATION_REQUESTED, day);
        return this;
    }

    public InventedCase replied(String answer, LocalDate day) {
        var question = questions.get(questions.size() - 1);
        question.closedAt = at(day);
        question.closedBy = applicant().name();
        question.answered = true;
        question.sealedAnswer = compartment.close(row, answer, Question.ANSWERED);
        endStop(day);
        return this;
    }

    public InventedCase interview(String why, LocalDate day) {
        row.backTo = row.state;
        move(CaseState.INTERVIEW, day, team.officer(), Hand.OFFICER, why);
        return this;
    }

    public InventedCase toAssess(LocalDate day) {
        if (checks.stream().anyMatch(c -> c.mandatory && !c.result.isDone())) {
            throw new IllegalStateException("vetting rule 24");
        }
        move(CaseState.ASSESSMENT, day, team.officer(), Hand.OFFICER, null);
        return this;
    }

    public InventedCase assessed(Outcome recommends, Assessment.Text text, LocalDate day) {
        var assessment = new Assessment();
        assessment.force = row.force;
        assessment.vettingCase = row;
        assessment.round = row.round;
        assessment.recommends = recommends;
        assessment.sealed = compartment.closeAll(row, text, Assessment.PURPOSE);
        assessment.recordedAt = at(day);
        assessment.recordedBy = team.officer().name();
        assessment.recordedByRef = team.officer().ref();
        assessments.add(assessment);
        take(Part.Kind.ASSESSED, team.officer(), day);
        return this;
    }

    /**
     * The manager decides.
     *
     * @param until last valid day of the clearance, or last day of the window in which a refusal can be appealed against
     */
    public InventedCase decided(Outcome outcome, String forPerson, String inFull, LocalDate day, LocalDate until) {
        move(outcome.state(), day, team.manager(), Hand.MANAGER, null);
        var decision = new Decision();
        decision.force = row.force;
        decision.ref = Reference.from(random);
        decision.vettingCase = row;
        decision.round = row.round;
        decision.outcome = outcome;
        decision.sealedForPerson = compartment.close(row, forPerson, Decision.FOR_PERSON);
        decision.sealedInFull = compartment.close(row, inFull, Decision.IN_FULL);
        decision.appealUntil = outcome.grants() ? null : until;
        decision.decidedOn = day;
        decision.recordedAt = at(day);
        decision.recordedBy = team.manager().name();
        decision.recordedByRef = team.manager().ref();
        decisions.add(decision);
        take(Part.Kind.DECIDED, team.manager(), day);
        row.decidedOn = day;
        row.validUntil = outcome.grants() ? until : null;
        return this;
    }

    /** A condition of the decision, for each code. */
    public InventedCase conditions(Collection<RestrictionCode> codes, LocalDate reviewOn) {
        for (var code : codes) {
            var condition = new Restriction();
            condition.force = row.force;
            condition.decision = decisions.get(decisions.size() - 1);
            condition.code = code;
            condition.reviewOn = reviewOn;
            condition.sealed = compartment.closeAll(
                    row,
                    new Restriction.Text(
                            code.words(), "A relative with a record", "The supervisor, with the person's permission"),
                    Restriction.PURPOSE);
            restrictions.add(condition);
        }
        return this;
    }

    public InventedCase appealed(String grounds, LocalDate day) {
        move(CaseState.APPEALED, day, applicant(), Hand.APPLICANT, null);
        var appeal = new Appeal();
        appeal.force = row.force;
        appeal.ref = Reference.from(random);
        appeal.vettingCase = row;
        appeal.decision = decisions.get(decisions.size() - 1);
        appeal.lodgedOn = day;
        appeal.late = day.isAfter(appeal.decision.appealUntil);
        appeal.sealedGrounds = compartment.close(row, grounds, Appeal.GROUNDS);
        appeal.lodgedAt = at(day);
        appeals.add(appeal);
        return this;
    }

    /** The panel dismisses the appeal. */
    public InventedCase dismissed(String reasons, List<String> members, LocalDate day) {
        move(CaseState.APPEAL_DISMISSED, day, team.chair(), Hand.CHAIR, null);
        hear(Appeal.Result.DISMISS, reasons, members, day);
        return this;
    }

    /** The panel upholds the appeal and sends the case back to be decided anew. */
    public InventedCase sentBack(String reasons, List<String> members, LocalDate day) {
        move(CaseState.APPEAL_UPHELD, day, team.chair(), Hand.CHAIR, null);
        hear(Appeal.Result.SEND_BACK, reasons, members, day);
        row.round++;
        move(CaseState.ASSESSMENT, day, team.chair(), Hand.CHAIR, null);
        return this;
    }

    private void hear(Appeal.Result result, String reasons, List<String> members, LocalDate day) {
        var appeal = appeals.get(appeals.size() - 1);
        appeal.outcome = result;
        appeal.decidedOn = day;
        var forPerson = result == Appeal.Result.DISMISS ? reasons : null;
        appeal.sealedReasons = compartment.closeAll(row, new Appeal.Text(reasons, members, forPerson), Appeal.REASONS);
        appeal.decidedAt = at(day);
        appeal.decidedBy = team.chair().name();
        appeal.decidedByRef = team.chair().ref();
        take(Part.Kind.HEARD, team.chair(), day);
    }

    public InventedCase withdrawn(LocalDate day) {
        move(CaseState.WITHDRAWN_BY_APPLICANT, day, applicant(), Hand.APPLICANT, null);
        endStop(day);
        return this;
    }

    public InventedCase discontinued(String note, LocalDate day) {
        move(CaseState.DISCONTINUED, day, team.officer(), Hand.OFFICER, note);
        row.decidedOn = day;
        endStop(day);
        return this;
    }

    public InventedCase reviewed(String why, LocalDate day) {
        row.backTo = row.state;
        move(CaseState.UNDER_REVIEW, day, team.manager(), Hand.MANAGER, why);
        return this;
    }

    /** The clearance that came of it has ended. */
    public InventedCase ended(LocalDate day) {
        move(CaseState.TERMINATED, day, Actor.ATTEST, Hand.SYSTEM, null);
        return this;
    }

    // --- rows

    private void move(CaseState to, LocalDate day, Actor by, Hand hand, String note) {
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

    private void open(String code, boolean mandatory, LocalDate day) {
        var check = new Check();
        check.force = row.force;
        check.vettingCase = row;
        check.code = code;
        check.mandatory = mandatory;
        check.result = CheckResult.NOT_STARTED;
        check.openedAt = at(day);
        checks.add(check);
    }

    private void answer(String code, CheckResult result, String by, LocalDate day, String note) {
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

    private void take(Part.Kind kind, Actor by, LocalDate day) {
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

    private void stop(ClockStop.Reason reason, LocalDate day) {
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

    private void endStop(LocalDate day) {
        for (var stop : stops) {
            if (stop.lastDay != null) continue;
            stop.lastDay = day.minusDays(1);
            stop.endedBy = team.officer().name();
        }
        row.runClock(day);
    }

    private Actor applicant() {
        return new Actor("applicant " + row.volunteer.ref, row.volunteer.fullName, "applicant");
    }

    /** Later in the day than what was done before; of today, within the last hour. */
    private Instant at(LocalDate day) {
        minute++;
        if (!day.isBefore(LocalDate.ofInstant(now, ClockOfAttest.LONDON))) return now.minusSeconds(3600 - minute);
        return day.atTime(LocalTime.of(9, 10).plusMinutes(minute % 480))
                .atZone(ClockOfAttest.LONDON)
                .toInstant();
    }
}
