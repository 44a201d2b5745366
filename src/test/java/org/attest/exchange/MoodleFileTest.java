package org.attest.exchange;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.attest.OnPostgres;
import org.attest.force.Reference;
import org.attest.training.LearnedElsewhere;
import org.junit.jupiter.api.Test;

/** Twelve hundred rows of Moodle’s activity completion, UTF-16 with tabs and blank headings. */
@QuarkusTest
class MoodleFileTest {

    private static final int ROWS = 1_200;

    private final String mine = Reference.random().toLowerCase();
    private final TrainingDesk training = new TrainingDesk("west-yorkshire");

    @Test
    void comesInWithEveryFaultyRowNamedAndNoCleanOne() {
        var people = new StringBuilder("Name,Email\n");
        for (int i = 0; i < ROWS; i++) {
            people.append("Learner ")
                    .append(i)
                    .append(' ')
                    .append(mine)
                    .append(',')
                    .append(MoodleRows.email(i, mine))
                    .append('\n');
        }
        training.desk.broughtIn("APPLICANTS", people.toString());

        var file = new MoodleRows(ROWS, mine);
        var batch = training.mapped("progress.csv", file.bytes());
        training.desk
                .coordinator
                .get(batch + "/mapping")
                .body(containsString("UTF-16"))
                .body(containsString("A course of its own"));
        assertEquals("DSC-101", training.courses(batch).get("course-1"), "by the code in its name");
        training.named(batch, "course-0", "DSC-103", "course-2", "DSC-102", "course-2-passes", "yes", "course-3", "-");

        var refused = training.refused(batch);
        file.faults().forEach((row, fault) -> {
            assertTrue(refused.containsKey(row), "row " + row + " is not refused, though: " + fault);
            assertTrue(refused.get(row).contains(fault), "row " + row + " says " + refused.get(row) + ", not " + fault);
        });
        var others = new HashSet<>(refused.keySet());
        others.removeAll(file.faults().keySet());
        assertEquals(Set.of(), others, "clean rows refused");
        assertEquals(file.clean(), TrainingDesk.counts(batch).fresh());

        training.commit(batch).statusCode(303);
        var results = ImportDesk.find(() -> LearnedElsewhere.broughtInBy(ref(batch)));
        assertEquals(file.clean(), results.size());
        training.desk.coordinator.get(batch).statusCode(200).body(containsString("The training is brought in"));
        assertEquals(1, entries(batch), "one entry in the trail for all of it");

        // the next file of the force knows its courses, and says nothing new
        var again = training.mapped("progress.csv", file.bytes());
        var courses = training.courses(again);
        assertEquals("DSC-103", courses.get("course-0"));
        assertEquals("-", courses.get("course-3"));
        training.named(again, "course-2-passes", "yes");
        assertEquals(0, TrainingDesk.counts(again).fresh());
        assertEquals(
                TrainingDesk.counts(batch).refused(), TrainingDesk.counts(again).refused());
        training.desk.coordinator.post(again + "/discard", Map.of()).statusCode(303);

        training.desk.undo(batch).statusCode(303);
        var undone = ImportDesk.find(() -> LearnedElsewhere.broughtInBy(ref(batch)));
        assertEquals(file.clean(), undone.size(), "nothing is deleted");
        assertTrue(undone.stream().allMatch(LearnedElsewhere.Brought::revoked));
    }

    private static String ref(String batch) {
        return batch.replace("/imports/", "");
    }

    private static long entries(String batch) {
        return ImportDesk.find(() -> ImportBatch.getEntityManager()
                .createQuery(
                        "select count(*) from TrailEntry e where e.object = :object and e.action = 'completions imported'",
                        Long.class)
                .setParameter("object", "import " + Reference.grouped(ref(batch)))
                .getSingleResult());
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgMoodleFileTest extends MoodleFileTest {}
