package org.attest.vetting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.web.Formats;

/**
 * Something the reader may do with a case beside its main act.
 *
 * @param noun the page of the act, below the case
 */
record CaseAct(String words, String noun) {

    /** What is not possible now, or not theirs, is not offered. */
    static List<CaseAct> of(CaseTeam.OpenCase open, LocalDate today) {
        var one = open.vettingCase();
        var by = open.by();
        var state = one.stateOn(today);
        var acts = new ArrayList<CaseAct>();
        for (var begun : HalfWritten.theirs(one, by, today)) {
            acts.add(new CaseAct(
                    "Go on with your half-written " + begun.kind.words() + ", saved " + Formats.inWords(begun.savedAt),
                    begun.kind.page()));
        }
        if (by.is(Hand.OFFICER)) ofOfficer(acts, one, state);
        if (by.is(Hand.MANAGER) && state.isCleared()) {
            acts.add(new CaseAct("Review the clearance", "review"));
            acts.add(new CaseAct("End the clearance", "ending"));
        }
        boolean barred = state.isWithTheUnit()
                && state != CaseState.ASSESSMENT
                && by.is(Hand.MANAGER)
                && Matter.standing(one).stream().anyMatch(m -> m.kind == MatterKind.BARRED_LIST);
        if (barred) acts.add(new CaseAct("Refuse the case", "decision"));
        boolean unit = by.is(Hand.OFFICER) || by.is(Hand.MANAGER);
        if (unit && !state.isWithTheUnit() && Decision.newest(one).isPresent()) {
            acts.add(new CaseAct("Read the decision", "decision"));
        }
        if (by.is(Hand.CHAIR) && state != CaseState.APPEALED && !Appeal.of(one).isEmpty()) {
            acts.add(new CaseAct("Read the appeal", "appeal"));
        }
        return acts;
    }

    private static void ofOfficer(List<CaseAct> acts, VettingCase one, CaseState state) {
        if (state == CaseState.SUBMITTED) acts.add(new CaseAct("Return the form", "return"));
        boolean running = state == CaseState.CHECKS || state == CaseState.INTERVIEW || state == CaseState.ASSESSMENT;
        if (running) acts.add(new CaseAct("Record checks in one form", "checklist"));
        if (state.isWithTheUnit()) {
            acts.add(new CaseAct("Add a file", "files"));
            acts.add(new CaseAct("Record a matter", "matters/new"));
            acts.add(new CaseAct("Ask for what is missing", "information-request"));
            acts.add(new CaseAct(one.stoppedSince == null ? "Stop the clock" : "Start the clock", "clock"));
        }
        if (state == CaseState.CHECKS || state == CaseState.ASSESSMENT) {
            acts.add(new CaseAct("Hold an interview", "interview"));
        }
        if (state.isWithTheUnit() && one.renews == null)
            acts.add(new CaseAct("Discontinue the case", "discontinuation"));
        if (state == CaseState.RETURNED) acts.add(new CaseAct("Withdraw it after silence", "withdrawal"));
        if (one.isHeldBack() && one.cannotFinalise().isEmpty()) {
            acts.add(new CaseAct(
                    state == CaseState.DISCONTINUED
                            ? "Record that the matter is over"
                            : "Say that they can be invited again",
                    "finalised"));
        }
        if (state.isCleared() || state == CaseState.EXPIRED) acts.add(new CaseAct("Begin the renewal", "renewal"));
    }
}
