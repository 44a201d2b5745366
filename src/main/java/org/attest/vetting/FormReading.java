package org.attest.vetting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attest.volunteer.Ages;
import org.attest.volunteer.JoiningRules;
import org.attest.volunteer.Texts;
import org.attest.web.Form;
import org.attest.web.Formats;

/** A part of the vetting form as typed. What is wrong is refused at once beside its field; what is missing may come another evening. */
final class FormReading {

    static final int LONGEST_LINE = 200;
    static final int LONGEST_TEXT = 2000;
    static final int MOST_ROWS = 60;

    /** The youngest who are named: the age of criminal responsibility. */
    private static final int NAMED_FROM = 10;

    private final Form form;
    private final LocalDate today;

    private FormReading(Form form, LocalDate today) {
        this.form = form;
        this.today = today;
    }

    /** The answers, cleaned; open ones are missing, and so are empty rows and those ticked to be removed. */
    static FormAnswers read(FormPart part, FormVariant variant, Form form, JoiningRules rules, LocalDate today) {
        return new FormReading(form, today).read(part, variant, rules);
    }

    private FormAnswers read(FormPart part, FormVariant variant, JoiningRules rules) {
        var fields = answers(part.fields(), "");
        var rows = new ArrayList<Map<String, String>>();
        int count = rowsOf(form);
        for (int i = 0; i < count && part.hasRows(); i++) {
            if (form.ticked(removal(i), null)) continue;
            var row = answers(part.row(), prefix(i));
            if (row.isEmpty()) continue;
            checkRow(part, row, prefix(i));
            rows.add(row);
        }
        if (part.none(variant) != null && form.ticked(FormAnswers.NONE, null)) {
            fields.put(FormAnswers.NONE, "yes");
            if (!rows.isEmpty()) form.refuse(FormAnswers.NONE, "You have entered something below: take this tick away");
        }
        if (part == FormPart.NAMES) checkNames(fields, rules);
        return new FormAnswers(fields, rows);
    }

    /** How many rows the page had that was sent. */
    static int rowsOf(Form form) {
        var typed = form.typed("rows");
        return typed.matches("\\d{1,3}") ? Math.min(Integer.parseInt(typed), MOST_ROWS) : 0;
    }

    /** What names of fields in a row begin with. */
    static String prefix(int row) {
        return "row" + row + "-";
    }

    static String removal(int row) {
        return prefix(row) + "remove";
    }

    private Map<String, String> answers(List<FormField> fields, String prefix) {
        var answers = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var answer = answer(field, prefix + field.name());
            if (answer != null) answers.put(field.name(), answer);
        }
        return answers;
    }

    private String answer(FormField field, String name) {
        return switch (field.kind()) {
            case LINE -> text(name, Texts.line(form.typed(name)), LONGEST_LINE, false);
            case TEXT -> text(name, Texts.lines(form.typed(name)), LONGEST_TEXT, true);
            case DAY -> day(field, name);
            case YES_NO -> List.of("yes", "no").contains(form.typed(name)) ? form.typed(name) : null;
            case TICK -> form.ticked(name, null) ? "yes" : null;
            case CHOICE -> choice(field, name);
        };
    }

    private String text(String name, String text, int longest, boolean several) {
        var wrong = Texts.fault(text, longest, several);
        if (wrong != null) form.refuse(name, wrong);
        return text;
    }

    private String day(FormField field, String name) {
        var day = form.day(name, field.label().replace(" (optional)", ""));
        if (day == null) return null;
        if (day.isAfter(today)) form.refuse(name, "This day is in the future");
        return day.toString();
    }

    private String choice(FormField field, String name) {
        var typed = form.typed(name);
        if (typed.isEmpty()) return null;
        if (field.options().stream().anyMatch(o -> o.value().equals(typed))) return typed;
        form.refuse(name, "Choose one of the list");
        return null;
    }

    private void checkRow(FormPart part, Map<String, String> row, String prefix) {
        var from = FormAnswers.day(row, "from");
        var to = FormAnswers.day(row, "to");
        if (from != null && to != null && to.isBefore(from)) form.refuse(prefix + "to", "This is before the first day");
        if (part != FormPart.PEOPLE) return;
        var born = FormAnswers.day(row, "birthDate");
        if (born != null && !Ages.reached(born, NAMED_FROM, today)) {
            form.refuse(
                    prefix + "birthDate", "Leave out whoever is younger than " + NAMED_FROM + " (vetting section 2.2)");
        }
    }

    private void checkNames(Map<String, String> fields, JoiningRules rules) {
        var born = FormAnswers.day(fields, "birthDate");
        if (born != null && !born.isAfter(today) && !Ages.reached(born, rules.youngestApplicant(), today)) {
            form.refuse(
                    "birthDate",
                    "Applications are accepted from the " + rules.youngestApplicant() + "th birthday, so from "
                            + Formats.inWords(Ages.birthday(born, rules.youngestApplicant())) + " (vetting rule 16)");
        }
        if ("LIMITED_LEAVE".equals(fields.get("remain"))) {
            form.refuse(
                    "remain", "With leave to remain that has a limit, an application cannot proceed (vetting rule 17)");
        }
    }
}
