package org.attest.vetting;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is recorded about a check.
 *
 * @param answeredBy null while nobody has answered
 * @param dataOn the day of the data that were looked at; null while nobody has answered
 * @param note for the case team; null for none
 */
record CheckAnswer(CheckResult result, String answeredBy, LocalDate dataOn, String note) {

    /** A part of an answer. */
    enum Part {
        RESULT,
        BY,
        ON,
        NOTE
    }

    /** What an answer lacks, and in which part. */
    record Lack(Part part, String sentence) {}

    /** What it lacks to be recorded of a check on the day; empty when nothing (vetting section 2). */
    Optional<Lack> lack(CheckKind kind, LocalDate today) {
        if (result == CheckResult.NOT_APPLICABLE && !kind.mayNotApply()) {
            return lacks(Part.RESULT, "This check applies to everybody: record what came of it");
        }
        if (result == CheckResult.NOT_STARTED) return lacks(Part.RESULT, "Choose how the check stands");
        if (result.isDone() && result != CheckResult.NOT_APPLICABLE) {
            if (answeredBy == null) return lacks(Part.BY, "Enter who answered");
            if (dataOn == null) return lacks(Part.ON, "Enter the day of the data");
            if (dataOn.isAfter(today)) return lacks(Part.ON, "The day of the data is in the future");
        }
        if (result.isAdverse() && note == null) return lacks(Part.NOTE, "Enter what was found");
        if (result == CheckResult.NOT_APPLICABLE && note == null) {
            return lacks(Part.NOTE, "Enter why the check does not apply");
        }
        return Optional.empty();
    }

    private static Optional<Lack> lacks(Part part, String sentence) {
        return Optional.of(new Lack(part, sentence));
    }
}
