package org.attest.vetting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.volunteer.AppointmentType;

/**
 * A decision with all it was made on, as it stood then (vetting section 5: the decision record). For the case team alone.
 *
 * @param judged the assessment it rests on; null where a barred-list hit was refused before one
 * @param looks checks that were not clear
 * @param ran who ran checks or recorded matters
 * @param validUntil last valid day of the clearance that came of the case; null without one
 */
record DecisionRecord(
        String ref,
        int round,
        AppointmentType post,
        List<Evidence.Fact> facts,
        List<Evidence.Look> looks,
        Evidence.Judged judged,
        Outcome outcome,
        List<Condition> conditions,
        String forPerson,
        String inFull,
        String ran,
        String decidedBy,
        LocalDate decidedOn,
        Instant decidedAt,
        LocalDate appealUntil,
        LocalDate validUntil) {

    /** A condition, opened. */
    record Condition(RestrictionCode code, LocalDate reviewOn, String text, String why, String told) {

        static List<Condition> of(Decision decision, Compartment compartment) {
            return Restriction.of(decision).stream()
                    .map(r -> {
                        var text = r.text(compartment);
                        return new Condition(r.code, r.reviewOn, text.text(), text.why(), text.told());
                    })
                    .toList();
        }
    }

    static DecisionRecord of(Decision decision, Compartment compartment) {
        var vettingCase = decision.vettingCase;
        var then = decision.recordedAt;
        return new DecisionRecord(
                decision.ref,
                decision.round,
                vettingCase.volunteer.appointmentType,
                Matter.of(vettingCase).stream()
                        .filter(m -> !m.recordedAt.isAfter(then) && (m.struckAt == null || m.struckAt.isAfter(then)))
                        .map(m -> Evidence.Fact.of(m, compartment))
                        .toList(),
                Evidence.Look.before(vettingCase, then, compartment),
                Assessment.of(vettingCase).stream()
                        .filter(a -> !a.recordedAt.isAfter(then))
                        .reduce((a, b) -> b)
                        .map(a -> Evidence.Judged.of(a, compartment))
                        .orElse(null),
                decision.outcome,
                Condition.of(decision, compartment),
                decision.forPerson(compartment),
                decision.inFull(compartment),
                Part.of(vettingCase).stream()
                        .filter(p -> p.part == Part.Kind.RAN_CHECKS && !p.since.isAfter(then))
                        .map(p -> p.name)
                        .collect(Collectors.joining(", ")),
                decision.recordedBy,
                decision.decidedOn,
                decision.recordedAt,
                decision.appealUntil,
                decision.outcome.grants() ? vettingCase.validUntil : null);
    }

    /** Which rule on convictions applied, as a sentence. */
    public String convictionsRule() {
        if (facts.stream()
                .anyMatch(f ->
                        f.kind() == MatterKind.CUSTODIAL_SENTENCE || f.kind() == MatterKind.OFFENDER_REGISTRATION)) {
            return "A sentence or registration with which only a refusal is possible (vetting rule 20)";
        }
        if (facts.stream().anyMatch(f -> f.kind().presumesRefusal())) {
            return "A conviction or caution: a refusal is presumed unless that is rebutted (vetting rule 21)";
        }
        return "None: no conviction and no caution";
    }
}
