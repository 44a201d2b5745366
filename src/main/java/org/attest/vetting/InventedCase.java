package org.attest.vetting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attest.audit.Actor;
import org.attest.force.Reference;
import org.attest.volunteer.Volunteer;

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
    private final Random random;
    private final InventedRows rows;

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
        this.rows = new InventedRows(row, team, compartment, now);
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
        rows.move(CaseState.INVITED, day, team.coordinator(), Hand.COORDINATOR, null);
        rows.take(Part.Kind.INVITED, team.coordinator(), day);
    }

    public VettingCase row() {
        return row;
    }

    /** The rows, each list to be stored before the next. */
    public List<List<?>> rows() {
        return rows.all();
    }

    // --- the way of a case

    /** The applicant writes these parts of the form; what was sent before stays as another edition. */
    public InventedCase wrote(Map<FormPart, FormAnswers> parts, LocalDate day) {
        if (row.state != CaseState.INVITED && row.state != CaseState.RETURNED) {
            throw new IllegalStateException("The form is not the applicant's in " + row.state);
        }
        parts.forEach((part, answers) -> rows.write(part, answers, day));
        return this;
    }

    /** The form is sent, which was written before. */
    public InventedCase submitted(LocalDate day) {
        if (rows.sheets.isEmpty()) throw new IllegalStateException("Nothing is written that could be sent");
        rows.move(CaseState.SUBMITTED, day, rows.applicant(), Hand.APPLICANT, null);
        if (row.submittedOn == null) {
            row.submittedOn = day;
            row.promisedOn = day.plusDays(SERVICE_DAYS);
            CheckKind.AUTHENTICATION.stream().sorted().forEach(code -> rows.open(code, true, day));
        } else {
            rows.endStop(day);
        }
        return this;
    }

    public InventedCase returned(LocalDate day, String missing) {
        rows.move(CaseState.RETURNED, day, team.officer(), Hand.OFFICER, missing);
        rows.stop(ClockStop.Reason.FORM_RETURNED, day);
        return this;
    }

    public InventedCase authenticated(LocalDate day) {
        for (var code : List.of("C1", "C2")) rows.answer(code, CheckResult.CLEAR, "Recruitment", day, null);
        rows.move(CaseState.AUTHENTICATED, day, team.officer(), Hand.OFFICER, null);
        return this;
    }

    public InventedCase checking(LocalDate day) {
        rows.move(CaseState.CHECKS, day, team.officer(), Hand.OFFICER, null);
        for (var kind : CheckKind.all()) {
            if (CheckKind.AUTHENTICATION.contains(kind.code())) continue;
            switch (CheckSettings.proposed(kind, row.level)) {
                case MANDATORY -> rows.open(kind.code(), true, day);
                case OPTIONAL -> rows.open(kind.code(), false, day);
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
        for (var check : rows.checks) {
            if (!check.mandatory || check.result.isDone()) continue;
            if (at < many)
                rows.answer(check.code, CheckResult.CLEAR, check.kind().doneBy(), day, null);
            else if (at < many + 3) rows.answer(check.code, CheckResult.REQUESTED, null, null, null);
            at++;
        }
        return this;
    }

    /** The check brings something to light, which is a matter of its own. */
    public InventedCase found(String code, MatterKind kind, String what, LocalDate day) {
        rows.answer(code, CheckResult.ADVERSE, CheckKind.of(code).doneBy(), day, what);
        var matter = new Matter();
        matter.force = row.force;
        matter.ref = Reference.from(random);
        matter.vettingCase = row;
        matter.kind = kind;
        matter.grading = Matter.Grading.CONFIRMED;
        matter.sealed = compartment.closeAll(
                row, new Matter.Text(what, CheckKind.of(code).label()), Matter.PURPOSE);
        matter.recordedAt = rows.at(day);
        matter.recordedBy = team.officer().name();
        matter.recordedByRef = team.officer().ref();
        rows.matters.add(matter);
        return this;
    }

    public InventedCase asked(String what, LocalDate day, LocalDate due) {
        var question = new Question();
        question.force = row.force;
        question.ref = Reference.from(random);
        question.vettingCase = row;
        question.dueOn = due;
        question.sealedAsked = compartment.close(row, what, Question.ASKED);
        question.askedAt = rows.at(day);
        question.askedBy = team.officer().name();
        rows.questions.add(question);
        rows.stop(ClockStop.Reason.INFORMATION_REQUESTED, day);
        return this;
    }

    public InventedCase replied(String answer, LocalDate day) {
        var question = rows.questions.get(rows.questions.size() - 1);
        question.closedAt = rows.at(day);
        question.closedBy = rows.applicant().name();
        question.answered = true;
        question.sealedAnswer = compartment.close(row, answer, Question.ANSWERED);
        rows.endStop(day);
        return this;
    }

    public InventedCase interview(String why, LocalDate day) {
        row.backTo = row.state;
        rows.move(CaseState.INTERVIEW, day, team.officer(), Hand.OFFICER, why);
        return this;
    }

    public InventedCase toAssess(LocalDate day) {
        if (rows.checks.stream().anyMatch(c -> c.mandatory && !c.result.isDone())) {
            throw new IllegalStateException("vetting rule 24");
        }
        rows.move(CaseState.ASSESSMENT, day, team.officer(), Hand.OFFICER, null);
        return this;
    }

    public InventedCase assessed(Outcome recommends, Assessment.Text text, LocalDate day) {
        var assessment = new Assessment();
        assessment.force = row.force;
        assessment.vettingCase = row;
        assessment.round = row.round;
        assessment.recommends = recommends;
        assessment.sealed = compartment.closeAll(row, text, Assessment.PURPOSE);
        assessment.recordedAt = rows.at(day);
        assessment.recordedBy = team.officer().name();
        assessment.recordedByRef = team.officer().ref();
        rows.assessments.add(assessment);
        rows.take(Part.Kind.ASSESSED, team.officer(), day);
        return this;
    }

    /**
     * The manager decides.
     *
     * @param until last valid day of the clearance, or last day of the window in which a refusal can be appealed against
     */
    public InventedCase decided(Outcome outcome, String forPerson, String inFull, LocalDate day, LocalDate until) {
        rows.move(outcome.state(), day, team.manager(), Hand.MANAGER, null);
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
        decision.recordedAt = rows.at(day);
        decision.recordedBy = team.manager().name();
        decision.recordedByRef = team.manager().ref();
        rows.decisions.add(decision);
        rows.take(Part.Kind.DECIDED, team.manager(), day);
        row.decidedOn = day;
        row.validUntil = outcome.grants() ? until : null;
        return this;
    }

    /** A condition of the decision, for each code. */
    public InventedCase conditions(Collection<RestrictionCode> codes, LocalDate reviewOn) {
        for (var code : codes) {
            var condition = new Restriction();
            condition.force = row.force;
            condition.decision = rows.decisions.get(rows.decisions.size() - 1);
            condition.code = code;
            condition.reviewOn = reviewOn;
            condition.sealed = compartment.closeAll(
                    row,
                    new Restriction.Text(
                            code.words(), "A relative with a record", "The supervisor, with the person's permission"),
                    Restriction.PURPOSE);
            rows.restrictions.add(condition);
        }
        return this;
    }

    public InventedCase appealed(String grounds, LocalDate day) {
        rows.move(CaseState.APPEALED, day, rows.applicant(), Hand.APPLICANT, null);
        var appeal = new Appeal();
        appeal.force = row.force;
        appeal.ref = Reference.from(random);
        appeal.vettingCase = row;
        appeal.decision = rows.decisions.get(rows.decisions.size() - 1);
        appeal.lodgedOn = day;
        appeal.late = day.isAfter(appeal.decision.appealUntil);
        appeal.sealedGrounds = compartment.close(row, grounds, Appeal.GROUNDS);
        appeal.lodgedAt = rows.at(day);
        rows.appeals.add(appeal);
        return this;
    }

    /** The panel dismisses the appeal. */
    public InventedCase dismissed(String reasons, List<String> members, LocalDate day) {
        rows.move(CaseState.APPEAL_DISMISSED, day, team.chair(), Hand.CHAIR, null);
        hear(Appeal.Result.DISMISS, reasons, members, day);
        return this;
    }

    /** The panel upholds the appeal and sends the case back to be decided anew. */
    public InventedCase sentBack(String reasons, List<String> members, LocalDate day) {
        rows.move(CaseState.APPEAL_UPHELD, day, team.chair(), Hand.CHAIR, null);
        hear(Appeal.Result.SEND_BACK, reasons, members, day);
        row.round++;
        row.promisedOn = day.plusDays(SERVICE_DAYS);
        rows.move(CaseState.ASSESSMENT, day, team.chair(), Hand.CHAIR, null);
        return this;
    }

    private void hear(Appeal.Result result, String reasons, List<String> members, LocalDate day) {
        var appeal = rows.appeals.get(rows.appeals.size() - 1);
        appeal.outcome = result;
        appeal.decidedOn = day;
        var forPerson = result == Appeal.Result.DISMISS ? reasons : null;
        appeal.sealedReasons =
                compartment.closeAll(row, new Appeal.Text(reasons, members, forPerson, null, null), Appeal.REASONS);
        appeal.decidedAt = rows.at(day);
        appeal.decidedBy = team.chair().name();
        appeal.decidedByRef = team.chair().ref();
        rows.take(Part.Kind.HEARD, team.chair(), day);
    }

    public InventedCase withdrawn(LocalDate day) {
        rows.move(CaseState.WITHDRAWN_BY_APPLICANT, day, rows.applicant(), Hand.APPLICANT, null);
        rows.endStop(day);
        return this;
    }

    public InventedCase discontinued(String note, LocalDate day) {
        rows.move(CaseState.DISCONTINUED, day, team.officer(), Hand.OFFICER, note);
        row.decidedOn = day;
        rows.endStop(day);
        return this;
    }

    public InventedCase reviewed(String why, LocalDate day) {
        row.backTo = row.state;
        rows.move(CaseState.UNDER_REVIEW, day, team.manager(), Hand.MANAGER, why);
        return this;
    }

    /** The clearance that came of it has ended. */
    public InventedCase ended(LocalDate day) {
        rows.move(CaseState.TERMINATED, day, Actor.ATTEST, Hand.SYSTEM, null);
        return this;
    }
}
