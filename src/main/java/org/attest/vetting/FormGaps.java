package org.attest.vetting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attest.web.Formats;

/** What keeps a form from being sent, part by part: open answers, and years without an address. */
final class FormGaps {

    private FormGaps() {}

    /**
     * Sentences, in the order of the part; empty when nothing is missing.
     *
     * @param years how many years the addresses have to cover (vetting rules 12 and 13); 0 for none
     */
    static List<String> of(FormPart part, VettingForm form, int years, LocalDate today) {
        var answers = form.of(part);
        var gaps = new ArrayList<String>();
        var carried = form.carriedOn(part);
        if (carried != null) gaps.add("Check what is from your form of " + Formats.inWords(carried) + ", and save it");
        open(part.fields(), answers.fields(), "", gaps);
        if (part.hasRows() && answers.rows().isEmpty() && !answers.none() && part != FormPart.PEOPLE) {
            var none = part.none(form.variant());
            gaps.add("Enter at least one" + (none == null ? "" : ", or tick “" + none + "”"));
        }
        int number = 0;
        for (var row : answers.rows()) open(part.row(), row, part.rowTitle() + " " + ++number + ": ", gaps);
        if (part == FormPart.PEOPLE && "yes".equals(answers.fields().get("partner"))) {
            if (answers.rows().stream().noneMatch(r -> "PARTNER".equals(r.get("relation")))) {
                gaps.add("Name your partner (vetting section 2.2)");
            }
        }
        if (part == FormPart.ADDRESSES && !answers.rows().isEmpty()) uncovered(form, years, today, gaps);
        return gaps;
    }

    private static void open(List<FormField> fields, Map<String, String> answers, String prefix, List<String> gaps) {
        for (var field : fields) {
            if (answers.containsKey(field.name()) || !field.needed().test(answers)) continue;
            gaps.add(prefix + (prefix.isEmpty() ? field.label() : lower(field.label())));
        }
    }

    private static void uncovered(VettingForm form, int years, LocalDate today, List<String> gaps) {
        for (var gap : Stays.of(form).uncovered(today.minusYears(years), today)) {
            gaps.add("No address from " + Formats.inWords(gap.from()) + " to " + Formats.inWords(gap.to())
                    + ": your level asks for " + Formats.of(years, "year", "years")
                    + " without a gap (vetting rule 12)");
        }
    }

    private static String lower(String label) {
        return label.substring(0, 1).toLowerCase() + label.substring(1);
    }
}
