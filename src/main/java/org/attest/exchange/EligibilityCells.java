package org.attest.exchange;

import org.attest.volunteer.EligibilityAnswers;

/** What a row can say about eligibility. */
final class EligibilityCells {

    private EligibilityCells() {}

    /** Whether the row says anything about it. */
    static boolean in(ReadRow row) {
        return row.rightToRemain() != null
                || row.day(Field.RESIDENT_SINCE) != null
                || row.yes(Field.LONG_ABROAD) != null
                || row.yes(Field.GOOD_CONDUCT) != null
                || row.text(Field.OCCUPATION) != null
                || row.occupationFinding() != null;
    }

    /** What the row says over what is known already; null for nothing known. Another occupation has to be looked at anew. */
    static EligibilityAnswers over(ReadRow row, EligibilityAnswers before) {
        var was = before != null ? before : EligibilityAnswers.NOTHING;
        var job = row.text(Field.OCCUPATION);
        boolean otherJob = job != null && !job.equals(was.occupation());
        var finding = row.occupationFinding();
        var abroad = row.yes(Field.LONG_ABROAD);
        var seen = row.yes(Field.GOOD_CONDUCT);
        return new EligibilityAnswers(
                row.rightToRemain() != null ? row.rightToRemain() : was.rightToRemain(),
                row.day(Field.RESIDENT_SINCE) != null ? row.day(Field.RESIDENT_SINCE) : was.residentSince(),
                abroad != null ? abroad : was.longAbroad(),
                seen != null ? seen : was.goodConductSeen(),
                job != null ? job : was.occupation(),
                finding != null ? finding : otherJob ? null : was.occupationFinding());
    }

    static void check(ReadRow row, EligibilityAnswers before, DryRun.Rules rules, RowFaults faults) {
        if (in(row))
            over(row, before)
                    .faults(rules.occupations().after(before), rules.today())
                    .forEach(faults::add);
    }
}
