package org.attest.recruitment.application;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attest.recruitment.DetailsForm;
import org.attest.volunteer.Details;
import org.attest.volunteer.EligibilityAnswers;
import org.attest.volunteer.JoiningRule;
import org.attest.volunteer.Occupations;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Texts;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;

/** The fields of a section, from a form and back. What is wrong is refused at once; what is missing may be given another evening. */
final class SectionForm {

    private static final int LONGEST_WHY = 3000;
    private static final int LONGEST_LINE = 300;
    private static final int MOST_HOURS = 400;
    private static final String RULE = " (vetting section 6)";

    private SectionForm() {}

    /** The answers typed, cleaned; open ones are missing. Faults stand in the form. */
    static Map<Question, String> read(
            Section section, Form form, Volunteer person, ApplicationSettings settings, LocalDate today) {
        var answers =
                switch (section) {
                    case ABOUT, CONTACT -> details(section, form, person, today);
                    case ELIGIBILITY -> eligibility(form, today);
                    case MOTIVATION -> motivation(form, settings);
                    case CONSENTS -> consents(form);
                };
        answers.values().removeIf(text -> text == null || text.isEmpty());
        return answers;
    }

    private static Map<Question, String> details(Section section, Form form, Volunteer person, LocalDate today) {
        boolean about = section == Section.ABOUT;
        var before = person.details();
        var details = new Details(
                about ? form.typed("fullName") : before.fullName(),
                form.typed("knownAs"),
                about ? form.day("birthDate", "Birth date") : null,
                before.email(),
                form.typed("phone"),
                form.typed("emergencyName"),
                form.typed("emergencyPhone"),
                form.typed("adjustments"),
                before.appointmentType(),
                before.forceNumber());
        var mine = new EnumMap<Question, String>(Question.class);
        var fields = details.fields();
        for (var question : section.questions()) mine.put(question, fields.get(question.field));
        var named = Set.copyOf(section.questions().stream().map(q -> q.field).toList());
        DetailsForm.refuse(
                form,
                details.faults(JoiningRule.in(person.force), today, today).stream()
                        .filter(f -> named.contains(f.field()))
                        .toList());
        return mine;
    }

    private static Map<Question, String> eligibility(Form form, LocalDate today) {
        var answers = new EligibilityAnswers(
                form.typed("rightToRemain").isEmpty()
                        ? null
                        : form.choice("rightToRemain", RightToRemain.class, "Choose what applies to you"),
                form.day("residentSince", "Day since which you live here"),
                yesOrNo(form, "longAbroad") == null ? null : form.has("longAbroad", "yes"),
                false,
                form.typed("occupation"),
                null);
        DetailsForm.refuse(form, answers.faults(Occupations.NATIONAL, today));
        var mine = new EnumMap<Question, String>(Question.class);
        if (answers.rightToRemain() != null) {
            mine.put(Question.RIGHT_TO_REMAIN, answers.rightToRemain().name());
        }
        if (answers.residentSince() != null) {
            mine.put(Question.RESIDENT_SINCE, answers.residentSince().toString());
        }
        mine.put(Question.LONG_ABROAD, yesOrNo(form, "longAbroad"));
        mine.put(Question.OCCUPATION, answers.occupation());
        mine.put(Question.BUSINESS, text(form, "business", LONGEST_WHY, true));
        mine.put(Question.POLITICS, yesOrNo(form, "politics"));
        return mine;
    }

    private static Map<Question, String> motivation(Form form, ApplicationSettings settings) {
        var mine = new EnumMap<Question, String>(Question.class);
        mine.put(Question.WHY, text(form, "why", LONGEST_WHY, true));
        mine.put(Question.TIMES, text(form, "times", LONGEST_LINE, false));
        var hours = form.text("hours");
        mine.put(Question.HOURS, hours);
        if (hours == null) return mine;
        if (!hours.matches("\\d{1,3}") || Integer.parseInt(hours) > MOST_HOURS) {
            form.refuse("hours", "Enter the hours as a number, such as 20");
        } else if (Integer.parseInt(hours) < settings.hoursAMonth()) {
            form.refuse(
                    "hours", "The role needs at least " + settings.hoursAMonth() + " hours in a usual month" + RULE);
        }
        return mine;
    }

    private static Map<Question, String> consents(Form form) {
        var mine = new EnumMap<Question, String>(Question.class);
        for (var question : Section.CONSENTS.questions()) {
            mine.put(question, form.ticked(question.field, "yes") ? "yes" : null);
        }
        return mine;
    }

    private static String yesOrNo(Form form, String field) {
        return List.of("yes", "no").contains(form.typed(field)) ? form.typed(field) : null;
    }

    private static String text(Form form, String field, int longest, boolean several) {
        var text = several ? Texts.lines(form.typed(field)) : Texts.line(form.typed(field));
        var wrong = Texts.fault(text, longest, several);
        if (wrong != null) form.refuse(field, wrong);
        return text;
    }

    /** A form that shows what is stored. */
    static Form showing(Section section, Answers answers) {
        var values = new HashMap<String, String>();
        LocalDate day = null;
        String dayField = null;
        for (var entry : answers.in(section).entrySet()) {
            var question = entry.getKey();
            if (question == Question.BIRTH_DATE || question == Question.RESIDENT_SINCE) {
                day = LocalDate.parse(entry.getValue());
                dayField = question.field;
            } else values.put(question.field, entry.getValue());
        }
        var form = Form.showing(values);
        return day == null ? form : form.withDay(dayField, day);
    }
}
