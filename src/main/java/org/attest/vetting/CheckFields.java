package org.attest.vetting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.attest.web.Form;
import org.attest.web.Option;

/**
 * The fields of a check in a form that may hold several: {@code result-C4}, {@code by-C4}, {@code on-C4} and {@code note-C4},
 * and {@code seen-C4}, which says how many entries there were when the form was made.
 */
record CheckFields(String code) {

    /** Who answered and the day of the data, for every check that leaves them empty. */
    static final String BY = "by";

    static final String ON = "on";

    /** What can be recorded of it. */
    public List<Option> results() {
        boolean mayNotApply = CheckKind.of(code).mayNotApply();
        return Arrays.stream(CheckResult.values())
                .filter(r -> r != CheckResult.NOT_STARTED && (r != CheckResult.NOT_APPLICABLE || mayNotApply))
                .map(r -> new Option(r.name(), r.words()))
                .toList();
    }

    public String result() {
        return "result-" + code;
    }

    public String by() {
        return BY + "-" + code;
    }

    public String on() {
        return ON + "-" + code;
    }

    public String note() {
        return "note-" + code;
    }

    public String seen() {
        return "seen-" + code;
    }

    /** Whether anything was typed about the check. */
    boolean isTouched(Form form) {
        return Stream.of(result(), by(), note(), on() + "-day", on() + "-month", on() + "-year")
                .anyMatch(field -> !form.typed(field).isBlank());
    }

    /** What was typed; null with a refusal beside the field when it cannot be recorded. */
    CheckAnswer read(Form form, LocalDate today) {
        var result = form.choice(result(), CheckResult.class, "Choose how the check stands");
        var by = form.optional(by(), Check.LONGEST_NAME);
        var on = form.day(on(), "Day of the data");
        var note = Typed.lines(form, note(), Check.LONGEST_NOTE);
        boolean faulty = Stream.of(result(), by(), on(), note()).anyMatch(field -> form.fault(field) != null);
        if (faulty) return null;
        if (by == null) by = form.optional(BY, Check.LONGEST_NAME);
        if (on == null) on = form.day(ON, "Day of the data");
        if (form.fault(BY) != null || form.fault(ON) != null) return null;
        var answer = new CheckAnswer(result, by, on, note);
        var lack = answer.lack(CheckKind.of(code), today).orElse(null);
        if (lack == null) return answer;
        form.refuse(
                switch (lack.part()) {
                    case RESULT -> result();
                    case BY -> by();
                    case ON -> on();
                    case NOTE -> note();
                },
                lack.sentence());
        return null;
    }

    /** Refuses it beside the check when something was recorded about it since the form was made. */
    boolean isStale(Form form, CheckLine line) {
        if (form.typed(seen()).equals(line.stamp())) return false;
        var newest = line.newest();
        form.refuse(
                result(),
                newest == null
                        ? "Open the page again: it does not say on what it was made"
                        : newest.recordedBy + " has recorded “" + newest.result.words()
                                + "” meanwhile. Record yours again if it still counts");
        return true;
    }
}
