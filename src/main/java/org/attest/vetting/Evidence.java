package org.attest.vetting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a case is decided on, laid beside the form: matters, checks that are not clear, what was made of them. Five
 * statements, whatever is in it.
 *
 * @param done checks that nothing more is awaited of
 * @param judged the assessments, newest first
 * @param mark another one as soon as anything of it changes, or the case moves
 */
record Evidence(
        List<Fact> facts, List<Look> looks, int done, int all, List<Judged> judged, Findings findings, String mark) {

    /** A matter that counts. */
    record Fact(
            MatterKind kind,
            String what,
            String source,
            Matter.Grading grading,
            String recordedBy,
            Instant recordedAt) {

        static Fact of(Matter matter, Compartment compartment) {
            var text = matter.text(compartment);
            return new Fact(
                    matter.kind, text.what(), text.source(), matter.grading, matter.recordedBy, matter.recordedAt);
        }
    }

    /** A check that is not clear. The newest entry says the rest; null where there is none. */
    record Look(String label, CheckResult result, String note, String answeredBy, LocalDate dataOn) {

        /** The checks that were not clear at the moment, by what was recorded last before it. */
        static List<Look> before(VettingCase vettingCase, Instant moment, Compartment compartment) {
            var newest = new LinkedHashMap<String, CheckEntry>();
            for (var entry : CheckEntry.of(vettingCase)) {
                if (!entry.recordedAt.isAfter(moment)) newest.put(entry.check.code, entry);
            }
            return Check.of(vettingCase).stream()
                    .map(check -> newest.get(check.code))
                    .filter(entry -> entry != null && entry.result != CheckResult.CLEAR)
                    .map(entry -> of(entry, compartment))
                    .toList();
        }

        private static Look of(CheckEntry entry, Compartment compartment) {
            return new Look(
                    entry.check.kind().label(), entry.result, entry.note(compartment), entry.answeredBy, entry.dataOn);
        }

        /** The shape of its mark. */
        public String shape() {
            return result.isAdverse() ? "soon" : result.isDone() ? "met" : "unknown";
        }
    }

    /** An assessment, opened. */
    record Judged(int round, Outcome recommends, Assessment.Text text, String recordedBy, Instant recordedAt) {

        static Judged of(Assessment assessment, Compartment compartment) {
            return new Judged(
                    assessment.round,
                    assessment.recommends,
                    assessment.text(compartment),
                    assessment.recordedBy,
                    assessment.recordedAt);
        }
    }

    static Evidence of(VettingCase vettingCase, Compartment compartment) {
        var matters = Matter.standing(vettingCase);
        var checks = Check.of(vettingCase);
        var newest = new HashMap<String, CheckEntry>();
        for (var entry : CheckEntry.of(vettingCase)) newest.put(entry.check.code, entry);
        var assessments = Assessment.of(vettingCase);
        var looks = checks.stream()
                .filter(c -> c.result != CheckResult.CLEAR)
                .map(c -> look(c, newest.get(c.code), compartment))
                .toList();
        var judged = new ArrayList<>(
                assessments.stream().map(a -> Judged.of(a, compartment)).toList());
        Collections.reverse(judged);
        return new Evidence(
                matters.stream().map(m -> Fact.of(m, compartment)).toList(),
                looks,
                (int) checks.stream().filter(c -> c.result.isDone()).count(),
                checks.size(),
                List.copyOf(judged),
                Findings.of(vettingCase),
                mark(vettingCase, matters, checks, assessments));
    }

    /** {@link #mark} alone, where the evidence stands on no page. */
    static String mark(VettingCase vettingCase) {
        return mark(vettingCase, Matter.standing(vettingCase), Check.of(vettingCase), Assessment.of(vettingCase));
    }

    private static String mark(
            VettingCase vettingCase, List<Matter> matters, List<Check> checks, List<Assessment> assessments) {
        var mark = new StringBuilder().append(vettingCase.state).append(' ').append(vettingCase.round);
        matters.forEach(m -> mark.append(" matter ").append(m.ref));
        checks.forEach(c -> mark.append(' ').append(c.code).append(' ').append(c.version));
        assessments.forEach(a -> mark.append(" assessment ").append(a.id));
        return digest(mark.toString());
    }

    /** The assessment that counts in the round; null without one. */
    Judged current(int round) {
        return judged.stream().filter(j -> j.round == round).findFirst().orElse(null);
    }

    private static Look look(Check check, CheckEntry entry, Compartment compartment) {
        return entry == null
                ? new Look(check.kind().label(), check.result, null, null, null)
                : Look.of(entry, compartment);
    }

    private static String digest(String of) {
        try {
            var whole = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
