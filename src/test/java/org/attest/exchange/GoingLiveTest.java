package org.attest.exchange;

import static org.attest.exchange.ImportDesk.find;
import static org.attest.exchange.ImportDesk.person;
import static org.attest.volunteer.People.SOMEBODY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.audit.Deed;
import org.attest.force.Reference;
import org.attest.policy.Tier;
import org.attest.readiness.Answer;
import org.attest.readiness.Determination;
import org.attest.readiness.Finding;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.training.TestQualifications;
import org.attest.volunteer.PersonEntered;
import org.attest.volunteer.Volunteer;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** A force goes live with the people it has: nobody stays undecided for want of typing, and who does is named. */
@QuarkusTest
class GoingLiveTest {

    private final String mine = Reference.random().toLowerCase();
    private final ImportDesk desk = new ImportDesk();

    private static final String HEAD =
            "Name,DOB,Email,Date applied,Appointed,Attested,UK resident since,Right to remain,"
                    + "Lived abroad,Occupation,Occupation finding,Warrant card number,Laptop,Force account,Tier,RV granted\n";

    /** Training rule 1: of whom nothing is recorded about training, nobody can say that they may be deployed. */
    @Test
    void whoComesWithEveryFactWaitsForTheirTrainingAlone() {
        desk.broughtIn(
                "VOLUNTEERS",
                HEAD + "Full " + mine + ",2/3/1990,full-" + mine
                        + "@m.example,1/5/2024,1/5/2025,8/5/2025,2/3/1990,British," + "No,Baker,No conflict,W" + mine
                        + ",L" + mine + ",A" + mine + ",Tier 1,1/4/2025\n");
        var full = person("full-" + mine + "@m.example");
        var before = find(() -> Determination.of(full, Tier.T1)).orElseThrow();
        assertEquals(Answer.CANNOT_DECIDE, before.answer);
        assertEquals(
                List.of("stage-a", "stage-b", "role-training"),
                before.undecided().stream().map(Finding::code).toList());
        desk.coordinator
                .get("/forces/kent/completeness")
                .statusCode(200)
                .body(containsString("Nothing is recorded of stage A of training"));
        trained(full);
        assertEquals(
                Answer.DEPLOYABLE, find(() -> Determination.of(full, Tier.T1)).orElseThrow().answer);
        desk.coordinator.get("/forces/kent/completeness").statusCode(200).body(not(containsString("Full " + mine)));
    }

    @Test
    void whoIsStillUndecidedIsNamedWithTheColumnThatSettlesIt() {
        desk.broughtIn(
                "VOLUNTEERS",
                HEAD + "AAA gap " + mine + ",2/3/1990,gap-" + mine + "@m.example,,1/5/2025,8/5/2025,2/3/1990,British,"
                        + ",Baker,No conflict,W" + mine + "g,L" + mine + "g,A" + mine + "g,,1/4/2025\n");
        var gap = person("gap-" + mine + "@m.example");
        trained(gap);
        desk.coordinator
                .get("/forces/kent/completeness")
                .statusCode(200)
                .body(containsString("AAA gap " + mine))
                .body(containsString("Long stays abroad have not been asked about"))
                .body(containsString("Column: More than 12 months in one foreign country"))
                .body(containsString("Column: Applied on"));

        var book = desk.coordinator
                .get("/forces/kent/imports/workbook.xlsx?missing=yes")
                .statusCode(200)
                .extract()
                .asByteArray();
        var sheet = Sheet.read(book, Sheet.Reading.GUESSED, Limits.DEFAULT);
        try (var rows = sheet.rows()) {
            assertTrue(rows.anyMatch(
                    row -> row.cell(0).equals(gap.ref) && row.cell(1).equals("AAA gap " + mine)));
        }

        desk.broughtIn(
                "VOLUNTEERS",
                "Attest reference,Full name,Applied on,More than 12 months in one foreign country\n" + gap.ref
                        + ",AAA gap " + mine + ",1/5/2024,No\n");
        assertEquals(
                Answer.DEPLOYABLE, find(() -> Determination.of(gap, Tier.T1)).orElseThrow().answer);
        desk.coordinator.get("/forces/kent/completeness").body(not(containsString("AAA gap " + mine)));
    }

    private static void trained(Volunteer person) {
        Rows.in(() -> {
            var there = Volunteer.byRef(person.ref).orElseThrow();
            TestQualifications.forTierOne(List.of(there), TestClock.TODAY.minusDays(90));
            CDI.current().getBeanManager().getEvent().select(Deed.class).fire(new PersonEntered(SOMEBODY, there));
        });
    }

    @Test
    void theBlankWorkbookIsForWhoBringsPeopleIn() {
        for (var kind : new String[] {"applicants", "volunteers"}) {
            var book = desk.coordinator
                    .get("/forces/kent/imports/workbook.xlsx?kind=" + kind)
                    .statusCode(200)
                    .header("Content-Disposition", containsString("attest-" + kind + ".xlsx"))
                    .extract()
                    .asByteArray();
            assertTrue(book.length > 1000);
        }
        desk.coordinator.get("/forces/kent/imports/workbook.xlsx?kind=wizards").statusCode(404);
        desk.coordinator.get("/forces/gwent/imports/workbook.xlsx").statusCode(404);
        As.role(Role.SUPERVISOR, "kent").get("/forces/kent/completeness").statusCode(403);
        desk.coordinator.get("/forces/gwent/completeness").statusCode(404);
        desk.coordinator.get("/forces/kent/completeness?page=9999").statusCode(404);
    }

    @Test
    void theListIsTakenAwayAsAWorkbookToo() {
        desk.broughtIn("APPLICANTS", "Name\n=Formula " + mine + "\n");
        var book = desk.coordinator
                .get("/forces/kent/volunteers.xlsx?q=" + mine)
                .statusCode(200)
                .extract()
                .asByteArray();
        var sheet = Sheet.read(book, Sheet.Reading.GUESSED, Limits.DEFAULT);
        try (var rows = sheet.rows()) {
            assertEquals("=Formula " + mine, rows.findFirst().orElseThrow().cell(1));
        }
    }

    @Test
    void theCheckTakesAFixedNumberOfStatements() {
        var few = statements();
        var rows = new StringBuilder(HEAD);
        for (int i = 0; i < 120; i++) {
            rows.append("Many ")
                    .append(Sheet.letters(i))
                    .append(' ')
                    .append(mine)
                    .append(",2/3/1990,m")
                    .append(i)
                    .append('-');
            rows.append(mine).append("@m.example,,1/5/2025,8/5/2025,,,,,,,,,,\n");
        }
        desk.broughtIn("VOLUNTEERS", rows.toString());
        assertEquals(few, statements());
    }

    private long statements() {
        return find(() -> {
            var statistics = Panache.getEntityManager()
                    .unwrap(Session.class)
                    .getSessionFactory()
                    .getStatistics();
            var kent = org.attest.force.Force.bySlug("kent").orElseThrow();
            long before = statistics.getPrepareStatementCount();
            Gaps.of(kent, Columns.OURS);
            return statistics.getPrepareStatementCount() - before;
        });
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgGoingLiveTest extends GoingLiveTest {}
