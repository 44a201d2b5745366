package org.attest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.attest.As;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.Test;

/** Two records that look like one person: the evidence is read, both are compared, and merged field by field. */
@QuarkusTest
class DuplicateJobTest extends Journey {

    private static final String SLUG = "greater-manchester";

    @Test
    void comparesAndMergesFieldByField() {
        var born = LocalDate.of(1988, 3, 9);
        var older = People.special()
                .in(SLUG)
                .named("Marigold Thorne")
                .born(born)
                .withPhone("01522 555 0140")
                .withEmail("marigold@older.example")
                .inStage(Stage.INTERVIEW)
                .saved();
        var newer = People.special()
                .in(SLUG)
                .named("Marigold Thorne")
                .born(born)
                .withPhone("01522 555 0199")
                .withEmail("marigold@newer.example")
                .saved();
        var desk = walk(DESK).signIn(As.coordinatorOf(SLUG));

        desk.to("/forces/" + SLUG + "/duplicates");
        desk.heads("1 possible duplicate");
        desk.reads("birth date");
        desk.press(desk.at("main a[href*='/duplicates/']").first());
        desk.heads("One person, or two?");
        desk.send("See what the record will say");
        desk.reads("There is a problem");
        for (var field : desk.radios()) desk.choose(field, "other");
        desk.choose("phone", "this");
        desk.type("how", "Asked her on the telephone");
        desk.send("See what the record will say");
        desk.heads("Check what the record will say");
        desk.send("Merge the two records");
        desk.reads("The two records are one");

        var kept = desk.path().substring("/volunteers/".length());
        boolean keptOlder = kept.equals(older.ref);
        desk.follow("Profile");
        desk.reads(keptOlder ? "01522 555 0140" : "01522 555 0199");
        desk.reads(keptOlder ? "marigold@newer.example" : "marigold@older.example");
        desk.to("/volunteers/" + (keptOlder ? newer.ref : older.ref));
        assertEquals("/volunteers/" + kept, desk.path(), "the other reference leads there");
        desk.follow("History");
        desk.reads("Asked her on the telephone");
    }
}
