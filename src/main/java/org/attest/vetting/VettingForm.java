package org.attest.vetting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The form of a case, opened: the newest answers of each part, and what is open in them. */
final class VettingForm {

    private final VettingCase vettingCase;
    private final Map<FormPart, FormAnswers> answers = new EnumMap<>(FormPart.class);
    private final Map<FormPart, FormAnswers> first = new EnumMap<>(FormPart.class);
    private final Map<FormPart, LocalDate> carried = new EnumMap<>(FormPart.class);
    private Instant savedAt;

    private VettingForm(VettingCase vettingCase, List<FormSheet> sheets, Compartment compartment) {
        this.vettingCase = vettingCase;
        for (var sheet : sheets) {
            var opened = sheet.answers(compartment);
            first.putIfAbsent(sheet.part, opened);
            answers.put(sheet.part, opened);
            carried.put(sheet.part, sheet.carriedOn);
            if (savedAt == null || sheet.savedAt.isAfter(savedAt)) savedAt = sheet.savedAt;
        }
    }

    /** As the applicant has it, drafts and all. */
    static VettingForm written(VettingCase vettingCase, Compartment compartment) {
        return new VettingForm(vettingCase, FormSheet.of(vettingCase), compartment);
    }

    /** As it was last sent, which is what the case team reads; a draft stays the applicant's. */
    static VettingForm sent(VettingCase vettingCase, Compartment compartment) {
        int sendings = FormSheet.sendings(vettingCase);
        return new VettingForm(
                vettingCase,
                FormSheet.of(vettingCase).stream()
                        .filter(s -> s.edition < sendings)
                        .toList(),
                compartment);
    }

    VettingCase vettingCase() {
        return vettingCase;
    }

    FormVariant variant() {
        return vettingCase.variant;
    }

    FormAnswers of(FormPart part) {
        return answers.getOrDefault(part, FormAnswers.NOTHING);
    }

    /** Which day a part's answers are of while they are carried over and not saved yet; null for what was written. */
    LocalDate carriedOn(FormPart part) {
        return carried.get(part);
    }

    /** What was sent first, where it reads otherwise now; null where it does not. */
    FormAnswers before(FormPart part) {
        var then = first.get(part);
        return then == null || then.equals(of(part)) ? null : then;
    }

    boolean blank() {
        return answers.isEmpty();
    }

    /** Null while nothing is. */
    Instant savedAt() {
        return savedAt;
    }
}
