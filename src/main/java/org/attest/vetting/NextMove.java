package org.attest.vetting;

import java.util.Set;

/**
 * Whose move a case is and which page makes it: one answer for the work list, the queue on the home and the case itself.
 *
 * @param who whose move it is; null where nobody has to act
 * @param yours whether it is the reader's
 * @param what the act that the reader may do now: {@code Authenticate the form}; null where there is none
 * @param noun the page of the act, below the case; null where there is none
 */
record NextMove(String who, boolean yours, String what, String noun) {

    private static final NextMove NOBODY = new NextMove(null, false, null, null);

    /**
     * What the next move depends on.
     *
     * @param stops why the clock stands; empty while it runs
     * @param checksOpen whether a mandatory check is open
     * @param adverse whether anything is or was adverse, so that a second person decides
     * @param assessed what the assessment of this round recommends; null without one
     * @param parts what the reader has done in the case
     * @param answered whether the applicant has answered what the unit asked for last
     */
    record Standing(
            CaseState state,
            Set<ClockStop.Reason> stops,
            boolean checksOpen,
            boolean adverse,
            Outcome assessed,
            Set<Part.Kind> parts,
            boolean answered) {

        private boolean workedOn() {
            return parts.contains(Part.Kind.RAN_CHECKS) || parts.contains(Part.Kind.ASSESSED);
        }

        /** Who heard its appeal neither assesses nor decides the case anew (vetting rule 27). */
        private boolean heard() {
            return parts.contains(Part.Kind.HEARD);
        }
    }

    static NextMove of(Standing at, Set<Hand> hands) {
        var move = running(at, hands);
        if (at.stops().isEmpty() || !at.state().isWithTheUnit()) return move;
        boolean onlyOthers = at.stops().equals(Set.of(ClockStop.Reason.OTHER_BODY));
        return new NextMove(onlyOthers ? "Another force or body" : "Applicant", false, move.what, move.noun);
    }

    private static NextMove running(Standing at, Set<Hand> hands) {
        boolean officer = hands.contains(Hand.OFFICER);
        return switch (at.state()) {
            case INVITED, RETURNED -> new NextMove("Applicant", false, null, null);
            case SUBMITTED -> unit(officer, "Authenticate the form", "authentication");
            case AUTHENTICATED -> unit(officer, "Begin the checks", "checks");
            case CHECKS ->
                at.checksOpen()
                        ? unit(officer, "Record the checks", "checklist")
                        : unit(officer, "End the checks", "checks/end");
            case INTERVIEW -> unit(officer, "Hold the interview", "interview/end");
            case ASSESSMENT -> assessment(at, hands);
            case UNDER_REVIEW -> of("Vetting manager", hands.contains(Hand.MANAGER), "End the review", "review");
            case APPEALED ->
                // whoever took a part cannot hear it, an appeal before this one among them (vetting rule 27)
                of("Appeal panel", hands.contains(Hand.CHAIR) && at.parts().isEmpty(), "Decide the appeal", "appeal");
            default -> NOBODY;
        };
    }

    private static NextMove assessment(Standing at, Set<Hand> hands) {
        boolean officer = hands.contains(Hand.OFFICER) && !at.heard();
        if (at.assessed() == null) return unit(officer, "Assess the case", "assessment");
        boolean sentUp = at.adverse() || at.assessed() != Outcome.GRANTED;
        if (!sentUp) return unit(officer, "Decide the case", "decision");
        boolean shut = at.heard() || at.workedOn() && at.adverse();
        boolean second = hands.contains(Hand.MANAGER) && !shut;
        return of(
                shut && hands.contains(Hand.MANAGER) ? "Another vetting manager" : "Vetting manager",
                second,
                "Decide the case",
                "decision");
    }

    private static NextMove unit(boolean yours, String what, String noun) {
        return of("Vetting unit", yours, what, noun);
    }

    private static NextMove of(String who, boolean yours, String what, String noun) {
        return yours ? new NextMove(who, true, what, noun) : new NextMove(who, false, null, null);
    }
}
