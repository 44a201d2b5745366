package org.attest.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.attest.volunteer.Texts;
import org.attest.web.Form;

/** What a module asks for and promises: all of a {@link ModuleDocument} that is no section and no question. */
record ModuleTerms(
        TrainingStage stage,
        String title,
        List<ModuleDocument.Mode> modes,
        Integer hours,
        boolean sign,
        Pass pass,
        int validMonths,
        List<String> prerequisites,
        List<String> outcomes,
        ModuleDocument.Status status,
        String source,
        int draw) {

    private static final int LONGEST_LINE = 300;
    private static final int MOST_MONTHS = 120;
    private static final int MOST_HOURS = 400;

    static ModuleTerms of(ModuleDocument module) {
        return new ModuleTerms(
                module.stage(),
                module.title(),
                module.modes(),
                module.hours(),
                module.sign(),
                module.pass(),
                module.validMonths(),
                module.prerequisites(),
                module.outcomes(),
                module.status(),
                module.source(),
                module.draw());
    }

    /** The module with these terms. */
    ModuleDocument in(ModuleDocument module) {
        return new ModuleDocument(
                module.code(),
                stage,
                title,
                modes,
                hours,
                sign,
                pass,
                validMonths,
                prerequisites,
                module.tierHeld(),
                module.optional(),
                outcomes,
                status,
                source,
                module.sections(),
                module.questions(),
                draw);
    }

    /** As typed, with a refusal beside each field that says nothing possible; then null. */
    static ModuleTerms of(Form form) {
        var title = line(form, "title");
        if (title == null && form.fault("title") == null) form.refuse("title", "Enter the title");
        var stage = form.choice("stage", TrainingStage.class, "Choose the stage");
        var modes = Arrays.stream(ModuleDocument.Mode.values())
                .filter(mode -> form.has("modes", mode.name()))
                .toList();
        if (modes.isEmpty()) form.refuse("modes", "Choose how it is learned");
        var hours = form.text("hours") == null ? null : number(form, "hours", 0, MOST_HOURS);
        var kind = form.choice("pass", Pass.Kind.class, "Choose what passes");
        Integer percent = null;
        if (kind == Pass.Kind.SCORE) percent = number(form, "percent", 1, 100);
        else if (form.text("percent") != null) form.refuse("percent", "Only a mark has a pass mark: leave it empty");
        var months = number(form, "validMonths", 0, MOST_MONTHS);
        var draw = form.text("draw") == null ? Integer.valueOf(0) : number(form, "draw", 0, 100);
        var outcomes = Stream.of(form.typed("outcomes").split("\\R"))
                .map(Texts::line)
                .filter(Objects::nonNull)
                .toList();
        outcomes.stream()
                .map(outcome -> Texts.fault(outcome, LONGEST_LINE, false))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(wrong -> form.refuse("outcomes", wrong));
        var status = form.choice("status", ModuleDocument.Status.class, "Choose how sure the figures are");
        var source = line(form, "source");
        if (!form.isSound()) return null;
        return new ModuleTerms(
                stage,
                title,
                modes,
                hours,
                form.ticked("sign", "yes"),
                new Pass(kind, percent),
                months,
                form.all("prerequisites").stream().sorted().toList(),
                outcomes,
                status,
                source,
                draw);
    }

    /** As a form shows them. */
    Form shown() {
        var values = new LinkedHashMap<String, Object>();
        values.put("title", title);
        values.put("stage", stage.name());
        values.put("hours", hours);
        values.put("pass", pass.kind().name());
        values.put("percent", pass.percent());
        values.put("validMonths", validMonths);
        values.put("draw", draw);
        values.put("outcomes", String.join("\n", outcomes));
        values.put("status", status.name());
        values.put("source", source);
        var form = Form.showing(values);
        if (sign) form.tick("sign", "yes");
        modes.forEach(mode -> form.tick("modes", mode.name()));
        prerequisites.forEach(code -> form.tick("prerequisites", code));
        return form;
    }

    /** Each term in words, by its name, to read and to compare. */
    Map<String, String> inWords() {
        var words = new LinkedHashMap<String, String>();
        words.put("Title", title);
        words.put("Stage", stage.words());
        words.put("How it is learned", ModuleDocument.inWords(modes));
        words.put("Hours", hours == null ? "set by somebody else" : hours.toString());
        words.put("An assessor signs", sign ? "yes" : "no");
        words.put("Passed by", pass.words());
        words.put("Valid for", new QualificationTerm(validMonths).words());
        words.put("Needs", prerequisites.isEmpty() ? "nothing" : String.join(", ", prerequisites));
        words.put("What one can do afterwards", String.join(" · ", outcomes));
        words.put("Figures", status.words());
        words.put("Where it comes from", source == null ? "not said" : source);
        words.put("Questions of an attempt", String.valueOf(draw));
        return words;
    }

    private static String line(Form form, String field) {
        var line = Texts.line(form.typed(field));
        var wrong = Texts.fault(line, LONGEST_LINE, false);
        if (wrong != null) form.refuse(field, wrong);
        return line;
    }

    private static Integer number(Form form, String field, int least, int most) {
        int number = form.number(field);
        if (number >= least && number <= most) return number;
        form.refuse(field, "Enter a whole number from " + least + " to " + most);
        return null;
    }
}
