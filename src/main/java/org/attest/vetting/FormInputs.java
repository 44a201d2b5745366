package org.attest.vetting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attest.web.Form;

/**
 * The fields of a page of the vetting form.
 *
 * @param none the tick for nothing; null where there is none
 * @param more whether another row can be added
 */
public record FormInputs(List<Input> once, String none, List<Row> rows, boolean more) {

    /** @param name of the field on the page, unlike that of any other row */
    public record Input(FormField field, String name) {}

    /** @param removal name of the tick that removes it; null for one that is not stored yet */
    public record Row(String title, String id, List<Input> inputs, String removal) {}

    /**
     * @param stored how many rows are stored
     * @param shown how many are shown, empty ones at the end
     */
    static FormInputs of(FormPart part, FormVariant variant, int stored, int shown) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < shown && part.hasRows(); i++) {
            rows.add(new Row(
                    part.rowTitle() + " " + (i + 1),
                    "row" + i,
                    inputs(part.row(), FormReading.prefix(i)),
                    i < stored ? FormReading.removal(i) : null));
        }
        return new FormInputs(
                inputs(part.fields(), ""), part.none(variant), rows, part.hasRows() && shown < FormReading.MOST_ROWS);
    }

    private static List<Input> inputs(List<FormField> fields, String prefix) {
        return fields.stream()
                .map(field -> new Input(field, prefix + field.name()))
                .toList();
    }

    /** A form that shows what is stored. */
    static Form showing(FormPart part, FormAnswers answers) {
        var values = new HashMap<String, String>();
        Map<String, LocalDate> days = new LinkedHashMap<>();
        collect(part.fields(), answers.fields(), "", values, days);
        if (answers.none()) values.put(FormAnswers.NONE, "yes");
        int i = 0;
        for (var row : answers.rows()) collect(part.row(), row, FormReading.prefix(i++), values, days);
        var form = Form.showing(values);
        days.forEach(form::withDay);
        return form;
    }

    private static void collect(
            List<FormField> fields,
            Map<String, String> answers,
            String prefix,
            Map<String, String> values,
            Map<String, LocalDate> days) {
        for (var field : fields) {
            var answer = answers.get(field.name());
            if (answer == null) continue;
            if (field.kind() == FormField.Kind.DAY) days.put(prefix + field.name(), LocalDate.parse(answer));
            else values.put(prefix + field.name(), answer);
        }
    }
}
