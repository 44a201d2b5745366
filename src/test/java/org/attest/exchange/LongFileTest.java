package org.attest.exchange;

import static org.attest.exchange.ImportDesk.find;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.attest.OnPostgres;
import org.attest.audit.Actor;
import org.attest.force.Reference;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** A long file is read and looked at while its sender does something else. */
@QuarkusTest
class LongFileTest {

    private static final int ROWS = 9_000;

    @Inject
    LongWork work;

    private final String mine = Reference.random().toLowerCase();
    private final ImportDesk desk = new ImportDesk();

    private byte[] longFile() {
        var text = new StringBuilder("Name,Email,Collar no,Note\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("Person ")
                    .append(Sheet.letters(i))
                    .append(' ')
                    .append(mine)
                    .append(",l")
                    .append(i)
                    .append('-');
            text.append(mine)
                    .append(i % 1000 == 7 ? "(at)m.example," : "@m.example,")
                    .append(i)
                    .append(mine);
            text.append(",")
                    .append("a note nobody reads, ".replace(',', ';').repeat(12))
                    .append('\n');
        }
        assertTrue(text.length() > 2 << 20);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Looks at the page of the file until it is not sent to the progress any more. */
    private void waitFor(String batch) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            var answer = desk.coordinator.get(batch).extract();
            if (answer.statusCode() == 200) return;
            var page = desk.coordinator.get(batch + "/progress").extract();
            if (page.statusCode() == 200 && page.asString().contains("could not be finished")) return;
            Thread.sleep(200);
        }
        throw new AssertionError("The work on " + batch + " does not end");
    }

    @Test
    void itIsReadLookedAtAndBroughtInOutsideTheRequest() throws Exception {
        var batch = desk.handedIn("APPLICANTS", "long.csv", longFile());
        waitFor(batch);
        desk.coordinator.get(batch).body(containsString("9,000 rows"));
        desk.coordinator
                .post(batch + "/mapping", desk.mapping(batch))
                .statusCode(303)
                .header("Location", containsString(batch + "/progress"));
        var progress = desk.coordinator.get(batch + "/progress");
        if (progress.extract().statusCode() == 200) {
            progress.header("Refresh", "5")
                    .body(containsString("Look again now"))
                    .body(containsString("Stop it"));
        }
        waitFor(batch);
        desk.coordinator
                .get(batch)
                .body(containsString("rows 1 to 9 of 9"))
                .body(containsString("8,991"))
                .body(containsString("Note"));
        desk.coordinator.get(batch + "?show=new&page=2").statusCode(200).body(containsString("rows 26 to 50 of 8,991"));
        desk.coordinator
                .post(batch + "/choice?show=new&page=1", Map.of("row", "2"))
                .statusCode(303);
        desk.commit(batch).statusCode(303);
        waitFor(batch);
        desk.coordinator.get(batch).body(containsString("The file is brought in"));
        assertEquals(ROWS - 10L, find(() -> Volunteer.count("foundBy like ?1", "%" + mine + "%")));
    }

    @Test
    void aLongFileThatCannotBeReadSaysWhyAndIsNotKept() throws Exception {
        var parts = new LinkedHashMap<String, byte[]>();
        Books.parts("").forEach((name, text) -> parts.put(name, text.getBytes(StandardCharsets.UTF_8)));
        var noise = new byte[3 << 20];
        new java.util.Random(1).nextBytes(noise);
        parts.put("xl/media/noise.png", noise);
        parts.put("xl/vbaProject.bin", new byte[10]);
        var batch = desk.handedIn("APPLICANTS", "long.xlsm", Books.zipped(parts));
        waitFor(batch);
        desk.coordinator
                .get(batch + "/progress")
                .statusCode(200)
                .body(containsString("This could not be finished"))
                .body(containsString("The workbook holds macros"))
                .body(containsString("Hand in another file"));
        desk.coordinator.get(batch + "/file").statusCode(404);
    }

    @Test
    void itIsStoppedWhenSomebodyAsks() throws Exception {
        var batch = desk.handedIn("APPLICANTS", "long.csv", longFile());
        waitFor(batch);
        var form = desk.mapping(batch);
        find(() -> {
            var found = ImportBatch.byRef(batch.substring(batch.lastIndexOf('/') + 1))
                    .orElseThrow();
            work.begin(found, ImportProgress.What.CHECKING, null, Actor.program("test"));
            ImportProgress.of(found).orElseThrow().cancel();
            return null;
        });
        waitFor(batch);
        desk.coordinator
                .get(batch + "/progress")
                .statusCode(200)
                .body(containsString("It was stopped, as somebody asked"))
                .body(containsString("Look at the rows again"));
        desk.coordinator.post(batch + "/progress/again", Map.of()).statusCode(303);
        waitFor(batch);
        desk.coordinator.get(batch).statusCode(200).body(containsString("8,991"));
        assertTrue(form.containsKey("FULL_NAME"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgLongFileTest extends LongFileTest {}
