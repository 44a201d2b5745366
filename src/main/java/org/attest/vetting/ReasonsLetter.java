package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.web.Pdf;

/**
 * What goes to a person who was refused: the reasons that passed the harm test, the last day to appeal, and a form for it
 * (vetting rules 28 and 29).
 */
record ReasonsLetter(
        String caseRef,
        String name,
        String forceName,
        ClearanceLevel level,
        LocalDate decidedOn,
        LocalDate appealUntil,
        List<String> reasons) {

    record paper(ReasonsLetter letter) implements TemplateInstance {}

    /** Of the newest refusal in the case; empty where there is none. */
    static Optional<ReasonsLetter> of(VettingCase vettingCase, Compartment compartment) {
        return Decision.of(vettingCase).stream()
                .filter(d -> !d.outcome.grants())
                .reduce((a, b) -> b)
                .map(refusal -> new ReasonsLetter(
                        vettingCase.ref,
                        vettingCase.volunteer.fullName,
                        vettingCase.force.name,
                        vettingCase.level,
                        refusal.decidedOn,
                        refusal.appealUntil,
                        List.of(refusal.forPerson(compartment).split("\\R+"))));
    }

    byte[] pdf() {
        return Pdf.of(new paper(this).render());
    }
}
