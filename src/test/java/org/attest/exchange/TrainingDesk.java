package org.attest.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A coordinator with a file of completed training: hands it in, names its columns and courses, looks, brings it in. */
final class TrainingDesk {

    final ImportDesk desk;

    TrainingDesk(String slug) {
        desk = new ImportDesk(slug);
    }

    /** Handed in, with the columns as Attest recognises them. */
    String mapped(String name, byte[] bytes) {
        var batch = desk.handedIn("COMPLETIONS", name, bytes);
        var location = desk.coordinator
                .post(batch + "/mapping", desk.mapping(batch))
                .statusCode(303)
                .extract()
                .header("Location");
        assertEquals(batch + "/courses", location.replaceFirst("https?://[^/]+", ""));
        return batch;
    }

    String mapped(String text) {
        return mapped("training.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The form of the courses as it stands. */
    Map<String, String> courses(String batch) {
        var page = desk.coordinator
                .get(batch + "/courses")
                .statusCode(200)
                .extract()
                .htmlPath();
        List<String> names = page.getList("**.findAll { it.name() == 'select' }.@name");
        var form = new HashMap<String, String>();
        for (var name : names) {
            form.put(
                    name,
                    page.getString("**.find { it.@id == '" + name + "' }.option.find { it.@selected != '' }.@value"));
        }
        form.values().removeIf(v -> v == null || v.isEmpty());
        return form;
    }

    /** With the courses as Attest knows them, and these besides. */
    String checked(String text, String... besides) {
        return named(mapped(text), besides);
    }

    /** @param besides name of a field and its value, in turn */
    String named(String batch, String... besides) {
        var form = courses(batch);
        for (int i = 0; i < besides.length; i += 2) form.put(besides[i], besides[i + 1]);
        desk.coordinator.post(batch + "/courses", form).statusCode(303);
        return batch;
    }

    ValidatableResponse commit(String batch, String... besides) {
        var form = new HashMap<String, String>();
        form.put("seen", desk.seen(batch));
        for (int i = 0; i < besides.length; i += 2) form.put(besides[i], besides[i + 1]);
        return desk.coordinator.post(batch + "/commit", form);
    }

    String broughtIn(String text, String... besides) {
        var batch = checked(text, besides);
        commit(batch).statusCode(303);
        return batch;
    }

    /** What is refused: the reasons by the number of their row. */
    Map<Integer, String> refused(String batch) {
        var bytes = desk.coordinator
                .get(batch + "/refused.csv")
                .statusCode(200)
                .extract()
                .asByteArray();
        var sheet = Sheet.read(bytes, Sheet.Reading.GUESSED, Limits.DEFAULT);
        int why = sheet.headings().indexOf("Why refused");
        var refused = new HashMap<Integer, String>();
        try (var rows = sheet.rows()) {
            rows.forEach(row -> refused.put(Integer.valueOf(row.cell(0)), row.cell(why)));
        }
        return refused;
    }

    static Counts counts(String batch) {
        var found = ImportDesk.find(
                () -> ImportBatch.byRef(batch.replace("/imports/", "")).orElseThrow());
        return new Counts(found.newCount, found.changedCount, found.sameCount, found.refusedCount);
    }
}
