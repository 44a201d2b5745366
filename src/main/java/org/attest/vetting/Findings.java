package org.attest.vetting;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a case has brought to light, as far as the rules of the decision ask.
 *
 * @param renewal whether it renews a clearance, so that the person is no new applicant
 * @param onceAdverse whether a matter was recorded or a check was adverse at any time, struck out or corrected since
 * @param openChecks mandatory checks that are open, by their labels
 */
record Findings(
        boolean renewal, Set<MatterKind> matters, boolean adverseCheck, boolean onceAdverse, List<String> openChecks) {

    static Findings of(VettingCase vettingCase) {
        var matters = EnumSet.noneOf(MatterKind.class);
        var recorded = Matter.of(vettingCase);
        recorded.stream().filter(m -> m.struckAt == null).forEach(m -> matters.add(m.kind));
        var checks = Check.of(vettingCase);
        return new Findings(
                vettingCase.renews != null,
                matters,
                checks.stream().anyMatch(c -> c.result.isAdverse()),
                !recorded.isEmpty() || !CheckEntry.adverse(List.of(vettingCase)).isEmpty(),
                checks.stream()
                        .filter(c -> c.mandatory && !c.result.isDone())
                        .map(c -> c.kind().label())
                        .toList());
    }

    /** Whether a matter was recorded or struck out, or a check recorded, after the moment. */
    static boolean changedAfter(VettingCase vettingCase, Instant moment) {
        return Matter.of(vettingCase).stream()
                        .anyMatch(m -> m.recordedAt.isAfter(moment) || m.struckAt != null && m.struckAt.isAfter(moment))
                || CheckEntry.of(vettingCase).stream().anyMatch(e -> e.recordedAt.isAfter(moment));
    }

    /** Whether anything has to be weighed (vetting rule 25). */
    public boolean isAdverse() {
        return adverseCheck || !matters.isEmpty();
    }

    /**
     * Whether who ran the checks cannot decide alone (vetting section 3.4): also where they struck out or corrected what was
     * adverse, which nobody else would have seen otherwise.
     */
    public boolean needsSecondPerson() {
        return isAdverse() || onceAdverse;
    }

    /** Whether nothing but a refusal is possible (vetting rules 18 and 20). */
    boolean onlyRefuses() {
        return matters.stream().anyMatch(MatterKind::onlyRefuses);
    }

    /** Whether a new applicant is only discontinued (vetting rule 19). */
    boolean onlyDiscontinues() {
        return !renewal && matters.contains(MatterKind.LIVE_INVESTIGATION) && !matters.contains(MatterKind.BARRED_LIST);
    }
}
