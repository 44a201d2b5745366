package org.attest.vetting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.attest.web.Refused;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules on outcomes and on who decides, as a grid: each line fails when its rule is switched off. */
class DecisionRulesTest {

    private static final Assessment.Text CLEAN = text(null, null, null, null);
    private static final Assessment.Text WEIGHED = text(true, false, null, null);
    private static final Assessment.Text REBUTTED = text(true, false, "It was long ago, and once", null);
    private static final Assessment.Text ADVISED = text(true, false, null, "The entry was read and considered");
    private static final Decision.Draft REASONS = new Decision.Draft("For you", "In full", true, List.of());
    private static final Decision.Draft PANEL =
            new Decision.Draft("For you", "In full", true, List.of(), "It was long ago, and once", "Considered");
    private static final Decision.Draft CONDITIONS = new Decision.Draft(
            "For you",
            "In full",
            true,
            List.of(new Restriction.Draft(
                    RestrictionCode.SUPERVISED_ONLY,
                    LocalDate.of(2027, 1, 1),
                    "Never alone",
                    "Because",
                    "Supervisor")));

    private static final Set<Hand> OFFICER = EnumSet.of(Hand.OFFICER);
    private static final Set<Hand> MANAGER = EnumSet.of(Hand.OFFICER, Hand.MANAGER);
    private static final Set<Hand> CHAIR = EnumSet.of(Hand.CHAIR);
    private static final Set<Part.Kind> NO_PART = Set.of();
    private static final Set<Part.Kind> RAN = Set.of(Part.Kind.RAN_CHECKS, Part.Kind.ASSESSED);

    private static Assessment.Text text(Boolean suspected, Boolean refuse, String rebuttal, String advisory) {
        return new Assessment.Text(
                "What is known",
                null,
                null,
                null,
                "What is proposed",
                suspected,
                suspected == null ? null : "Because of this",
                refuse,
                refuse == null ? null : "Because of that",
                null,
                rebuttal,
                advisory);
    }

    /** An adverse case, to be refused on a two-stage test of these parts. */
    private static DecisionRules.Asked half(Boolean suspected, String why, Boolean refuse, String refuseWhy) {
        var text = new Assessment.Text(
                "Known", null, null, null, "Proposed", suspected, why, refuse, refuseWhy, null, null, null);
        return asked(matters(MatterKind.FINANCE), text, NO_PART, MANAGER, Outcome.REFUSED, REASONS);
    }

    /** One case of the grid. */
    private record Line(String truth, String rule, DecisionRules.Asked asked) {}

    private static Findings matters(MatterKind... kinds) {
        var set = EnumSet.noneOf(MatterKind.class);
        set.addAll(List.of(kinds));
        return new Findings(false, set, false, false, List.of());
    }

    private static DecisionRules.Asked asked(
            Findings findings,
            Assessment.Text assessed,
            Set<Part.Kind> parts,
            Set<Hand> hands,
            Outcome outcome,
            Decision.Draft draft) {
        return in(CaseState.ASSESSMENT, findings, assessed, parts, hands, outcome, draft);
    }

    private static DecisionRules.Asked in(
            CaseState state,
            Findings findings,
            Assessment.Text assessed,
            Set<Part.Kind> parts,
            Set<Hand> hands,
            Outcome outcome,
            Decision.Draft draft) {
        return new DecisionRules.Asked(state, findings, assessed, false, parts, hands, outcome, draft);
    }

    private static DecisionRules.Asked outdated(DecisionRules.Asked asked) {
        return new DecisionRules.Asked(
                asked.state(),
                asked.findings(),
                asked.assessed(),
                true,
                asked.parts(),
                asked.hands(),
                asked.outcome(),
                asked.draft());
    }

    private static Line refused(String truth, String rule, DecisionRules.Asked asked) {
        return new Line(truth, rule, asked);
    }

    private static Line possible(String truth, DecisionRules.Asked asked) {
        return new Line(truth, null, asked);
    }

    @TestFactory
    Stream<DynamicTest> aDecision() {
        var grant = Outcome.GRANTED;
        var refuse = Outcome.REFUSED;
        var restrict = Outcome.GRANTED_WITH_RESTRICTIONS;
        var clean = matters();
        var caution = matters(MatterKind.CAUTION);
        var adverse = new Findings(false, Set.of(), true, true, List.of());
        var corrected = new Findings(false, Set.of(), false, true, List.of());
        var open = new Findings(false, Set.of(), false, false, List.of("C4 Police National Computer"));
        var lines = List.of(
                possible(
                        "a clean case is granted by the officer who ran it",
                        asked(clean, CLEAN, RAN, OFFICER, grant, REASONS)),
                refused(
                        "but not without an assessment",
                        "vetting section 3.1",
                        asked(clean, null, RAN, OFFICER, grant, REASONS)),
                refused(
                        "nor by a coordinator",
                        "vetting section 3.2",
                        asked(clean, CLEAN, NO_PART, Set.of(Hand.COORDINATOR), grant, REASONS)),
                refused(
                        "nor while a mandatory check is open",
                        "vetting rule 24",
                        asked(open, CLEAN, RAN, OFFICER, grant, REASONS)),
                refused(
                        "an officer refuses nobody",
                        "vetting section 3.2",
                        asked(clean, CLEAN, RAN, OFFICER, refuse, REASONS)),
                refused(
                        "an officer sets no conditions",
                        "vetting section 3.2",
                        asked(clean, CLEAN, RAN, OFFICER, restrict, CONDITIONS)),
                refused(
                        "an officer decides no case in which something adverse was struck out or corrected",
                        "vetting section 3.2",
                        asked(corrected, CLEAN, RAN, OFFICER, grant, REASONS)),
                refused(
                        "nor does a manager who ran the checks and corrected it",
                        "vetting section 3.4",
                        asked(corrected, CLEAN, RAN, MANAGER, grant, REASONS)),
                possible(
                        "a second person does, and nothing is left to weigh",
                        asked(corrected, CLEAN, NO_PART, MANAGER, grant, REASONS)),
                refused(
                        "who heard the appeal does not decide the case they sent back",
                        "vetting rule 27",
                        asked(clean, CLEAN, Set.of(Part.Kind.HEARD), MANAGER, grant, REASONS)),
                refused(
                        "an officer decides no adverse case",
                        "vetting section 3.2",
                        asked(adverse, WEIGHED, NO_PART, OFFICER, grant, REASONS)),
                refused(
                        "who ran an adverse case does not decide it",
                        "vetting section 3.4",
                        asked(adverse, WEIGHED, RAN, MANAGER, grant, REASONS)),
                possible("a manager who took no part does", asked(adverse, WEIGHED, NO_PART, MANAGER, grant, REASONS)),
                refused(
                        "an adverse case needs both stages",
                        "vetting rule 25",
                        asked(adverse, CLEAN, NO_PART, MANAGER, grant, REASONS)),
                refused(
                        "also for a refusal",
                        "vetting rule 25",
                        asked(adverse, CLEAN, NO_PART, MANAGER, refuse, REASONS)),
                refused(
                        "not with a half of the test: stage 1 unanswered",
                        "vetting rule 25",
                        half(null, "Why", true, "Why")),
                refused("or without its reasons", "vetting rule 25", half(true, null, true, "Why")),
                refused("stage 2 unanswered", "vetting rule 25", half(true, "Why", null, "Why")),
                refused("or without its reasons either", "vetting rule 25", half(true, "Why", true, null)),
                refused(
                        "a barred person is not cleared",
                        "vetting rule 18",
                        asked(matters(MatterKind.BARRED_LIST), WEIGHED, NO_PART, MANAGER, grant, REASONS)),
                refused(
                        "nor with conditions",
                        "vetting rule 18",
                        asked(matters(MatterKind.BARRED_LIST), WEIGHED, NO_PART, MANAGER, restrict, CONDITIONS)),
                possible(
                        "but refused",
                        asked(matters(MatterKind.BARRED_LIST), WEIGHED, NO_PART, MANAGER, refuse, REASONS)),
                possible(
                        "even before the checks",
                        in(
                                CaseState.SUBMITTED,
                                matters(MatterKind.BARRED_LIST),
                                null,
                                NO_PART,
                                MANAGER,
                                refuse,
                                REASONS)),
                refused(
                        "nobody else is refused before the assessment",
                        "vetting rule 18",
                        in(CaseState.CHECKS, caution, null, NO_PART, MANAGER, refuse, REASONS)),
                refused(
                        "an advisory-list hit wants consideration",
                        "vetting rule 18",
                        asked(matters(MatterKind.ADVISORY_LIST), WEIGHED, NO_PART, MANAGER, grant, REASONS)),
                possible(
                        "and with it can be granted",
                        asked(matters(MatterKind.ADVISORY_LIST), ADVISED, NO_PART, MANAGER, grant, REASONS)),
                refused(
                        "a new applicant on bail is not decided",
                        "vetting rule 19",
                        asked(matters(MatterKind.LIVE_INVESTIGATION), WEIGHED, NO_PART, MANAGER, refuse, REASONS)),
                possible(
                        "a serving one is",
                        asked(
                                new Findings(true, Set.of(MatterKind.LIVE_INVESTIGATION), false, false, List.of()),
                                WEIGHED,
                                NO_PART,
                                MANAGER,
                                refuse,
                                REASONS)),
                refused(
                        "a suspended sentence: granting is not available (E11)",
                        "vetting rule 20",
                        asked(matters(MatterKind.CUSTODIAL_SENTENCE), REBUTTED, NO_PART, MANAGER, grant, REASONS)),
                refused(
                        "a registration: granting is not available",
                        "vetting rule 20",
                        asked(
                                matters(MatterKind.OFFENDER_REGISTRATION),
                                REBUTTED,
                                NO_PART,
                                MANAGER,
                                restrict,
                                CONDITIONS)),
                refused(
                        "a caution alone: not without rebuttal (E11)",
                        "vetting rule 21",
                        asked(caution, WEIGHED, NO_PART, MANAGER, grant, REASONS)),
                refused(
                        "nor is another conviction",
                        "vetting rule 21",
                        asked(matters(MatterKind.CONVICTION), WEIGHED, NO_PART, MANAGER, grant, REASONS)),
                refused(
                        "nor without a second approver (E11)",
                        "vetting rule 21",
                        asked(caution, REBUTTED, RAN, MANAGER, grant, REASONS)),
                possible(
                        "with both it can be granted (E11)",
                        asked(caution, REBUTTED, NO_PART, MANAGER, grant, REASONS)),
                // vetting rule 26: it is weighed like anything adverse
                refused(
                        "no case to answer still counts",
                        "vetting rule 25",
                        asked(matters(MatterKind.NO_CASE_TO_ANSWER), CLEAN, NO_PART, MANAGER, grant, REASONS)),
                refused(
                        "a refusal needs reasons for the person",
                        "vetting rule 29",
                        asked(
                                adverse,
                                WEIGHED,
                                NO_PART,
                                MANAGER,
                                refuse,
                                new Decision.Draft(null, "In full", true, List.of()))),
                refused(
                        "that have passed the harm test",
                        "vetting section 5",
                        asked(
                                adverse,
                                WEIGHED,
                                NO_PART,
                                MANAGER,
                                refuse,
                                new Decision.Draft("For you", "In full", false, List.of()))),
                refused(
                        "no outcome without a rationale",
                        "features row 20",
                        asked(clean, CLEAN, RAN, OFFICER, grant, new Decision.Draft(null, null, true, List.of()))),
                refused(
                        "conditions need a condition",
                        "vetting section 3.2",
                        asked(adverse, WEIGHED, NO_PART, MANAGER, restrict, REASONS)),
                refused(
                        "nothing is decided on what was assessed before something else was found",
                        "vetting section 3.1",
                        outdated(asked(caution, REBUTTED, NO_PART, MANAGER, refuse, REASONS))),
                refused(
                        "a panel does not grant on the rebuttal of the unit",
                        "vetting rule 21",
                        in(CaseState.APPEAL_UPHELD, caution, REBUTTED, NO_PART, CHAIR, grant, REASONS)),
                possible(
                        "a panel that upheld an appeal grants",
                        in(CaseState.APPEAL_UPHELD, caution, WEIGHED, NO_PART, CHAIR, grant, PANEL)),
                refused(
                        "nor without considering an entry on the advisory list itself",
                        "vetting rule 18",
                        in(
                                CaseState.APPEAL_UPHELD,
                                matters(MatterKind.ADVISORY_LIST),
                                ADVISED,
                                NO_PART,
                                CHAIR,
                                grant,
                                REASONS)),
                refused(
                        "but nobody of the barred list",
                        "vetting rule 18",
                        in(
                                CaseState.APPEAL_UPHELD,
                                matters(MatterKind.BARRED_LIST),
                                REBUTTED,
                                NO_PART,
                                CHAIR,
                                grant,
                                REASONS)),
                refused(
                        "and nobody else does it then",
                        "vetting section 3.2",
                        in(CaseState.APPEAL_UPHELD, caution, REBUTTED, NO_PART, MANAGER, grant, REASONS)));
        return lines.stream()
                .map(line -> DynamicTest.dynamicTest(
                        line.truth(),
                        () -> assertEquals(
                                line.rule(),
                                DecisionRules.refusal(line.asked())
                                        .map(Refused::rule)
                                        .orElse(null))));
    }
}
