package org.attest.vetting;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.web.Refused;

/**
 * Whether a decision may be made as it is proposed, by whoever proposes it: the rules of vetting section 7 on outcomes and
 * the separation of duties. Pure: no clock, no database.
 */
final class DecisionRules {

    /**
     * @param state where the case stands
     * @param assessed what was made of it in this round; null without an assessment
     * @param outdated whether a matter or a check was recorded after the assessment
     * @param parts what the decider has done in the case so far
     */
    record Asked(
            CaseState state,
            Findings findings,
            Assessment.Text assessed,
            boolean outdated,
            Set<Part.Kind> parts,
            Set<Hand> hands,
            Outcome outcome,
            Decision.Draft draft) {}

    private DecisionRules() {}

    /** Why the decision is not possible; the first reason found, empty when it is. */
    static Optional<Refused> refusal(Asked asked) {
        var refused = onTheMatter(asked);
        if (refused == null) refused = byWhom(asked);
        if (refused == null) refused = withoutRationale(asked);
        return Optional.ofNullable(refused);
    }

    private static Refused onTheMatter(Asked asked) {
        var findings = asked.findings();
        var matters = findings.matters();
        boolean barred = matters.contains(MatterKind.BARRED_LIST);
        if (asked.outcome().grants() && findings.onlyRefuses()) {
            var why = matters.stream()
                    .filter(MatterKind::onlyRefuses)
                    .map(MatterKind::words)
                    .sorted()
                    .collect(Collectors.joining("; "));
            return new Refused("Only a refusal is possible: " + why, barred ? "vetting rule 18" : "vetting rule 20");
        }
        if (findings.onlyDiscontinues()) {
            return new Refused(
                    "A new applicant under investigation or on bail is only discontinued", "vetting rule 19");
        }
        boolean early = asked.state() != CaseState.ASSESSMENT && asked.state() != CaseState.APPEAL_UPHELD;
        if (early && !(barred && asked.outcome() == Outcome.REFUSED)) {
            return new Refused(
                    "Before the assessment a case is only refused, and only on a barred-list hit", "vetting rule 18");
        }
        if (!early && !findings.openChecks().isEmpty()) {
            return new Refused(
                    "Mandatory checks are open: " + String.join(", ", findings.openChecks()), "vetting rule 24");
        }
        return null;
    }

    private static Refused byWhom(Asked asked) {
        var hands = asked.hands();
        if (asked.state() == CaseState.APPEAL_UPHELD) {
            return hands.contains(Hand.CHAIR) ? null : new Refused("The panel decides", "vetting section 3.2");
        }
        if (asked.parts().contains(Part.Kind.HEARD)) {
            return new Refused("Whoever heard the appeal cannot decide the case anew", "vetting rule 27");
        }
        boolean needsManager = asked.findings().needsSecondPerson() || asked.outcome() != Outcome.GRANTED;
        if (needsManager && !hands.contains(Hand.MANAGER)) {
            return new Refused("This is for the vetting manager to decide", "vetting section 3.2");
        }
        if (!hands.contains(Hand.MANAGER) && !hands.contains(Hand.OFFICER)) {
            return new Refused("The vetting unit decides", "vetting section 3.2");
        }
        boolean first =
                asked.parts().contains(Part.Kind.RAN_CHECKS) || asked.parts().contains(Part.Kind.ASSESSED);
        if (asked.findings().needsSecondPerson() && first) {
            boolean presumed = asked.findings().matters().stream().anyMatch(MatterKind::presumesRefusal);
            return new Refused(
                    "Whoever ran the checks or assessed an adverse case cannot decide it, also when what was adverse is struck out: a second person has to",
                    presumed && asked.outcome().grants() ? "vetting rule 21" : "vetting section 3.4");
        }
        return null;
    }

    private static Refused withoutRationale(Asked asked) {
        var findings = asked.findings();
        var text = asked.assessed();
        var draft = asked.draft();
        boolean assessedStage = asked.state() == CaseState.ASSESSMENT || asked.state() == CaseState.APPEAL_UPHELD;
        if (assessedStage && text == null) {
            return new Refused("The case is not assessed yet", "vetting section 3.1");
        }
        if (assessedStage && asked.outdated()) {
            return new Refused(
                    "A matter or a check was recorded after the assessment: the case is assessed again first",
                    "vetting section 3.1");
        }
        if (assessedStage && findings.isAdverse() && !isTwoStage(text)) {
            return new Refused("The assessment lacks an answer or a reason of the two-stage test", "vetting rule 25");
        }
        if (asked.outcome().grants()) {
            boolean presumed = findings.matters().stream().anyMatch(MatterKind::presumesRefusal);
            // a panel that grants does so for reasons of its own, whatever the unit made of it
            boolean panel = asked.state() == CaseState.APPEAL_UPHELD;
            var rebuttal = panel ? draft.rebuttal() : text.rebuttal();
            var advisory = panel ? draft.advisory() : text.advisory();
            if (presumed && rebuttal == null) {
                return new Refused(
                        (panel ? "The panel" : "The assessment")
                                + " does not say why the presumption against a conviction or caution is rebutted",
                        "vetting rule 21");
            }
            if (findings.matters().contains(MatterKind.ADVISORY_LIST) && advisory == null) {
                return new Refused(
                        (panel ? "The panel" : "The assessment") + " does not consider the entry on the advisory list",
                        "vetting rule 18");
            }
        }
        if (draft.inFull() == null) return new Refused("Enter the full reasons", "features row 20");
        if (asked.outcome() != Outcome.GRANTED && draft.forPerson() == null) {
            return new Refused("Enter the reasons the person reads", "vetting rule 29");
        }
        if (draft.forPerson() != null && !draft.harmTested()) {
            return new Refused(
                    "Confirm that the reasons the person reads have passed the harm test", "vetting section 5");
        }
        boolean restricted = asked.outcome() == Outcome.GRANTED_WITH_RESTRICTIONS;
        if (restricted && draft.restrictions().isEmpty()) {
            return new Refused("Enter at least one condition", "vetting section 3.2");
        }
        if (!restricted && !draft.restrictions().isEmpty()) {
            return new Refused("Conditions belong to a clearance that is granted with them", "vetting section 3.2");
        }
        return null;
    }

    private static boolean isTwoStage(Assessment.Text text) {
        return text.suspected() != null
                && text.suspectedWhy() != null
                && text.refusalFits() != null
                && text.refusalFitsWhy() != null;
    }
}
