package org.attest.vetting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.attest.web.Form;
import org.attest.web.Option;

/** The rows of conditions in a form: at most five, an empty row is none. */
final class Conditions {

    static final int MOST = 5;

    private Conditions() {}

    static List<Integer> rows() {
        return IntStream.rangeClosed(1, MOST).boxed().toList();
    }

    static List<Option> codes() {
        return Option.of(RestrictionCode.class, RestrictionCode::words);
    }

    /** The conditions that are typed; what is missing in one stands beside its field. */
    static List<Restriction.Draft> typed(Form form, LocalDate today) {
        var drafts = new ArrayList<Restriction.Draft>();
        for (int row : rows()) {
            boolean empty = List.of("code-", "text-", "why-", "told-").stream()
                            .allMatch(f -> form.typed(f + row).isBlank())
                    && List.of("day", "month", "year").stream()
                            .allMatch(p -> form.typedPart("review-" + row, p).isBlank());
            if (!empty) drafts.add(one(form, row, today));
        }
        return drafts;
    }

    private static Restriction.Draft one(Form form, int row, LocalDate today) {
        var code = form.choice("code-" + row, RestrictionCode.class, "Choose what deployment has to know");
        var text = Typed.needed(form, "text-" + row, "Enter the condition", Restriction.LONGEST);
        var why = Typed.needed(form, "why-" + row, "Enter why it is needed", Restriction.LONGEST);
        var told = Typed.needed(form, "told-" + row, "Enter who is told", Restriction.LONGEST);
        var review = form.requiredDay("review-" + row, "Review day");
        if (review != null && !review.isAfter(today))
            form.refuse("review-" + row, "Review day: choose one after today");
        return new Restriction.Draft(code, review, text, why, told);
    }
}
