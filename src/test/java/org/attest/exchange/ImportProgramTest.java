package org.attest.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.OnPostgres;
import org.attest.force.Everywhere;
import org.attest.force.Reference;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;
import org.attest.web.Program;
import org.attest.web.Refused;
import org.attest.web.Terminal;
import org.junit.jupiter.api.Test;

/** An operator imports a file from a command line. */
@QuarkusTest
class ImportProgramTest {

    @Inject
    ImportProgram program;

    private final String mine = Reference.random().toLowerCase();
    private final Screen screen = new Screen();

    private static final class Screen implements Terminal {
        final List<String> said = new ArrayList<>();
        final Map<String, String> files = new HashMap<>();
        final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        @Override
        public void say(String line) {
            said.add(line);
        }

        @Override
        public void complain(String line) {
            said.add(line);
        }

        @Override
        public InputStream read(String file) {
            return new ByteArrayInputStream(files.get(file).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public OutputStream write(String file) {
            var out = new ByteArrayOutputStream();
            written.put(file, out);
            return out;
        }

        @Override
        public String secret(String prompt) {
            throw new UnsupportedOperationException();
        }

        String all() {
            return String.join("\n", said);
        }
    }

    private int run(String... arguments) throws Exception {
        return program.run(List.of(arguments), screen);
    }

    private long people() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> Volunteer.count("fullName like ?1", "%" + mine)));
    }

    @Test
    void aDryRunCountsAndStoresNothing() throws Exception {
        screen.files.put("p.csv", "Name;DOB;Shoe\nAnn " + mine + ";1/2/1990;5\nBo " + mine + ";31/2/1990;6\n");
        assertEquals(Program.DONE, run("--force", "kent", "--kind", "applicants", "--dry-run", "p.csv"));
        assertTrue(screen.all().contains("1 new, 0 changed, 0 same, 1 refused"), screen.all());
        assertTrue(screen.all().contains("DOB is taken as: Birth date"));
        assertTrue(screen.all().contains("Ignored: Shoe"));
        assertTrue(screen.all().contains("semicolon (guessed)"));
        var refused = screen.written.get("p.csv.refused.csv").toString(StandardCharsets.UTF_8);
        assertTrue(refused.contains("no such day"), refused);
        assertEquals(0, people());
    }

    @Test
    void withoutItCleanRowsComeIn() throws Exception {
        screen.files.put("p.csv", "Name,Email\nAnn " + mine + ",prog-" + mine + "@m.example\nBo " + mine + ",bad\n");
        assertEquals(Program.DONE, run("--force", "gwent", "--kind", "volunteers", "p.csv"));
        assertTrue(screen.all().contains("1 person brought in and 0 changed, as import"), screen.all());
        assertEquals(1, people());
        assertEquals(Program.DONE, run("--force", "gwent", "--kind", "volunteers", "p.csv"));
        assertTrue(screen.all().contains("0 new, 0 changed, 1 same, 1 refused"), screen.all());
        assertEquals(1, people());
    }

    @Test
    void completedTrainingIsCountedAndItsRefusedRowsAreWritten() throws Exception {
        var ann = People.special().in("kent").saved();
        screen.files.put(
                "t.csv",
                "Attest reference,Course,Completed on,Mark\n" + ann.ref + ",DSC-101 Role,4/6/2026,88\n" + ann.ref
                        + ",DSC-102 Information,31/6/2026,88\n" + ann.ref + ",Yoga " + mine + ",4/6/2026,88\n");
        assertEquals(Program.DONE, run("--force", "kent", "--kind", "completions", "--dry-run", "t.csv"));
        assertTrue(screen.all().contains("1 new, 0 changed, 0 same, 2 refused"), screen.all());
        assertTrue(screen.all().contains("Course DSC-101 Role: DSC-101 Role, ethics and conduct"), screen.all());
        assertTrue(screen.all().contains("Course Yoga " + mine + ": not known"), screen.all());
        assertTrue(screen.all().contains("Nothing was stored"), screen.all());
        var refused = screen.written.get("t.csv.refused.csv").toString(StandardCharsets.UTF_8);
        assertTrue(refused.contains("no such day"), refused);
        assertTrue(refused.contains("it is not said yet which module this course is"), refused);

        assertEquals(Program.DONE, run("--force", "kent", "--kind", "completions", "t.csv"));
        assertTrue(screen.all().contains("1 result of 1 person brought in, as import"), screen.all());
        assertEquals(Program.DONE, run("--force", "kent", "--kind", "completions", "--dry-run", "t.csv"));
        assertTrue(screen.all().contains("0 new, 0 changed, 1 same, 2 refused"), screen.all());
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        screen.files.put("p.csv", "Name\nAnn " + mine + "\n");
        assertThrows(Program.Misused.class, () -> run("p.csv"));
        assertThrows(Program.Misused.class, () -> run("--force", "kent", "--kind", "wizards", "p.csv"));
        assertThrows(Program.Misused.class, () -> run("--force", "kent", "--kind", "applicants", "--what", "p.csv"));
        var completions = assertThrows(Refused.class, () -> run("--force", "kent", "--kind", "completions", "p.csv"));
        assertTrue(completions.sentence().contains("Choose the column of the course"), completions.sentence());
        var atlantis = assertThrows(Refused.class, () -> run("--force", "atlantis", "--kind", "applicants", "p.csv"));
        assertTrue(atlantis.sentence().contains("There is no force “atlantis”"));
        screen.files.put("p.csv", "");
        assertThrows(Refused.class, () -> run("--force", "kent", "--kind", "applicants", "p.csv"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgImportProgramTest extends ImportProgramTest {}
