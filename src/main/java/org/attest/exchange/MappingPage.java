package org.attest.exchange;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.exchange.OpenImports.Where;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.Stage;
import org.attest.web.Form;
import org.attest.web.Option;

/** The page on which a person says which column of their file is what. */
@ApplicationScoped
class MappingPage {

    private static final int SAMPLES = 3;

    @Inject
    Limits limits;

    @Inject
    RoomColumns rooms;

    /** A column of ours with the first values of the one chosen for it. */
    record Choice(FileColumn field, String samples) {
        public String name() {
            return field.name();
        }

        public String label() {
            return field.label();
        }

        public String hint() {
            return field.hint();
        }
    }

    /** A column of the file with its first values and what it is used for; {@code use} is empty where it is ignored. */
    record Column(String heading, String letters, List<String> samples, String use) {}

    /** @param like whose choice of which day stands in the form; null where Attest recognised the columns */
    record columns(
            Where force,
            ImportBatch batch,
            Form form,
            String like,
            List<Choice> choices,
            List<Option> headings,
            List<Column> columns,
            List<Option> delimiters,
            List<Option> sheets,
            List<Option> types,
            List<Option> stages,
            List<Cohort> cohorts)
            implements TemplateInstance {}

    /** With what is chosen now. */
    TemplateInstance of(ImportBatch batch) {
        return of(
                batch, showing(batch, batch.mapping(rooms.columns(batch.kind))), batch.mappedLike, batch.sheet(limits));
    }

    /** With what Attest recognises, whatever was chosen before. */
    TemplateInstance anew(ImportBatch batch) {
        var sheet = batch.sheet(limits);
        return of(
                batch,
                showing(batch, Mapping.guess(sheet.headings(), batch.kind, rooms.columns(batch.kind))),
                null,
                sheet);
    }

    private static Form showing(ImportBatch batch, Mapping mapping) {
        var values = new HashMap<String, Object>();
        mapping.columns().forEach((field, column) -> values.put(field.name(), column));
        values.put("appointmentType", mapping.appointmentType().name());
        values.put("stage", mapping.stage().name());
        if (batch.isWorkbook()) values.put("sheet", batch.sheetName);
        else values.put("delimiter", batch.delimiter.name());
        return Form.showing(values);
    }

    /** What the columns of Moodle’s activities are, by their number. */
    private static Map<Integer, String> activities(ImportBatch batch, Form form, Sheet sheet) {
        var uses = new HashMap<Integer, String>();
        if (!batch.isCompletions()) return uses;
        var typed = new HashMap<FileColumn, Integer>();
        for (var column : CompletionField.ALL.all()) {
            var at = form.typed(column.name());
            if (at.matches("\\d{1,3}")) typed.put(column, Integer.valueOf(at));
        }
        var mapping = new Mapping(typed, AppointmentType.SPECIAL_CONSTABLE, batch.kind.stage());
        for (var activity : Activity.of(sheet, mapping)) {
            uses.put(activity.column(), "A course of its own");
            uses.put(activity.day(), "The day of that course");
        }
        return uses;
    }

    /** With what was typed, and what is wrong with it. */
    TemplateInstance of(ImportBatch batch, Form form, String like, Sheet sheet) {
        var all = rooms.columns(batch.kind).all();
        var activities = activities(batch, form, sheet);
        var samples = sheet.samples(SAMPLES);
        var headings = new ArrayList<Option>();
        var columns = new ArrayList<Column>();
        for (int i = 0; i < sheet.headings().size(); i++) {
            var heading = sheet.headings().get(i);
            var column = String.valueOf(i);
            headings.add(new Option(column, Sheet.letters(i) + ": " + heading));
            var use = all.stream()
                    .filter(f -> form.typed(f.name()).equals(column))
                    .map(FileColumn::label)
                    .findFirst()
                    .orElse(activities.getOrDefault(i, ""));
            columns.add(new Column(heading, Sheet.letters(i), samples.get(i), use));
        }
        var choices = all.stream()
                .map(field -> {
                    var typed = form.typed(field.name());
                    int column = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : -1;
                    return new Choice(
                            field,
                            column >= 0 && column < samples.size() ? String.join(" · ", samples.get(column)) : "");
                })
                .toList();
        return new columns(
                Where.of(batch),
                batch,
                form,
                like,
                choices,
                headings,
                columns,
                Option.of(Delimiter.class, Delimiter::words),
                sheet.names().stream()
                        .map(name -> new Option(name, Visible.of(name)))
                        .toList(),
                Option.of(AppointmentType.class, Words::of),
                Option.of(Stage.class, Words::of).stream()
                        .filter(o -> !o.value().equals(Stage.LEFT.name()))
                        .toList(),
                Cohort.of(batch.force));
    }
}
