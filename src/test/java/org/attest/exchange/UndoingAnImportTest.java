package org.attest.exchange;

import static org.attest.exchange.ImportDesk.find;
import static org.attest.exchange.ImportDesk.person;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attest.OnPostgres;
import org.attest.force.Reference;
import org.attest.volunteer.BroughtIn;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** An import is undone as a whole, while nothing later depends on it. */
@QuarkusTest
class UndoingAnImportTest {

    /** Tables with rows about people: what stands in them is the facts. */
    private static final List<String> FACTS = List.of(
            "volunteer",
            "stage_change",
            "appointment",
            "attestation",
            "eligibility",
            "equipment",
            "tier_grant",
            "determination");

    private final String mine = Reference.random().toLowerCase();
    private final ImportDesk desk = new ImportDesk();

    private String sheet(String phone) {
        return "Name,DOB,Email,Collar no,Phone,Date applied,Appointed,Attested,UK resident since,Nationality,Right to"
                + " remain,Lived abroad,Occupation,Occupation"
                + " finding,Warrant card number,Laptop,Force"
                + " account,Tier\n"
                + "New " + mine + ",2/3/1990,new-" + mine + "@m.example,1" + mine
                + ",01,1/5/2024,1/5/2025,8/5/2025,2/3/1990,,"
                + "British,No,Baker,No conflict,W" + mine + ",L" + mine + ",A" + mine + ",Tier 1\n"
                + "Known " + mine + ",,known-" + mine + "@m.example,2" + mine + "," + phone
                + ",,,,,,,,Librarian,,,LK" + mine + ",,\n";
    }

    private Volunteer known() {
        return People.special()
                .in("kent")
                .named("Known " + mine)
                .withForceNumber("2" + mine)
                .saved();
    }

    /** Counts of the rows about people whose force number ends like those of this test. */
    private Map<String, Long> facts() {
        return find(() -> {
            var counts = new java.util.TreeMap<String, Long>();
            for (var table : FACTS) {
                var about = table.equals("volunteer") ? "id" : "volunteer_id";
                counts.put(
                        table,
                        ((Number) Panache.getEntityManager()
                                        .createNativeQuery("select count(*) from " + table + " where " + about
                                                + " in (select id from volunteer where force_number like :mine)")
                                        .setParameter("mine", "%" + mine)
                                        .getSingleResult())
                                .longValue());
            }
            return counts;
        });
    }

    private static long entries() {
        return find(() -> Panache.getEntityManager()
                .createQuery("select max(e.number) from TrailEntry e where e.chain = 'kent'", Long.class)
                .getSingleResult());
    }

    @Test
    void importedUndoneAndImportedAgainTheFactsAreAsAfterOnce() {
        var known = known();
        var before = facts();

        desk.broughtIn("VOLUNTEERS", sheet("01622 555"));
        var once = facts();
        var detailsOnce = person("known-" + mine + "@m.example").details();
        assertEquals(before.get("volunteer") + 1, once.get("volunteer"));
        assertEquals(before.get("equipment") + 4, once.get("equipment"));
        assertEquals(before.get("tier_grant") + 1, once.get("tier_grant"));
        assertEquals(before.get("eligibility") + 2, once.get("eligibility"));

        var first = lastBatch();
        var entries = entries();
        desk.undo(first).statusCode(303);
        assertEquals(before, facts(), "as before the import");
        assertNull(person("new-" + mine + "@m.example"));
        var putBack = find(() -> Volunteer.<Volunteer>findById(known.id));
        assertEquals(known.details(), putBack.details());
        desk.coordinator
                .get(first)
                .statusCode(200)
                .body(containsString("This import was undone"))
                .body(containsString("It was the sheet of last year"))
                .body(containsString("Made, and withdrawn"));
        desk.coordinator
                .get("/forces/kent/volunteers?q=" + mine)
                .statusCode(200)
                .body(containsString("Known " + mine))
                .body(org.hamcrest.Matchers.not(containsString("New " + mine)));

        desk.broughtIn("VOLUNTEERS", sheet("01622 555"));
        assertEquals(once, facts(), "as after one import");
        assertEquals(detailsOnce, person("known-" + mine + "@m.example").details());
        assertTrue(entries() >= entries + 2, "the trail is longer by the undoing and the second import");
        var undone = find(() -> BroughtIn.ofImport(ref(first)));
        assertTrue(undone.stream().allMatch(row -> row.undoneAt != null), "what it had brought stays to be read");
        assertEquals("New " + mine, undone.get(0).facts.get("fullName"));
    }

    private String lastBatch() {
        return "/imports/"
                + find(() -> ImportBatch.<ImportBatch>find("uploadedBy = ?1 order by id desc", desk.coordinator.name())
                        .firstResult()
                        .ref);
    }

    private static String ref(String batch) {
        return batch.substring(batch.lastIndexOf('/') + 1);
    }

    @Test
    void whatWasDoneSinceIsNamedAndNothingIsUndone() {
        var batch = desk.broughtIn("APPLICANTS", "Name,Email\nAnn " + mine + ",dep-" + mine + "@m.example\n");
        var ann = person("dep-" + mine + "@m.example");
        desk.coordinator.get("/volunteers/" + ann.ref).statusCode(200);
        desk.coordinator.get(batch + "/undoing").statusCode(200).body(containsString("Undo this import?"));
        desk.coordinator
                .post(
                        "/volunteers/" + ann.ref + "/stage",
                        Map.of(
                                "was",
                                "APPLIED",
                                "to",
                                "ENQUIRY",
                                "reason",
                                "Only asked",
                                "onDay-day",
                                "16",
                                "onDay-month",
                                "6",
                                "onDay-year",
                                "2026"))
                .statusCode(303);
        desk.coordinator
                .get(batch + "/undoing")
                .statusCode(200)
                .body(containsString("This import cannot be undone"))
                .body(containsString("Ann " + mine))
                .body(containsString("stage moved"))
                .body(containsString(desk.coordinator.name()));
        desk.undo(batch).statusCode(422).body(containsString("stage moved"));
        assertNotNull(person("dep-" + mine + "@m.example"));
        desk.coordinator.get(batch).body(containsString("The file is brought in"));
    }

    @Test
    void aLaterImportOfTheSamePersonIsUndoneFirst() {
        var first = desk.broughtIn("APPLICANTS", "Name,Collar no\nBo " + mine + ",3" + mine + "\n");
        var second = desk.broughtIn("APPLICANTS", "Name,Collar no,Phone\nBo " + mine + ",3" + mine + ",01622 9\n");
        desk.undo(first).statusCode(422).body(containsString("changed by the file people.csv, import"));
        desk.undo(second).statusCode(303);
        Volunteer bo =
                find(() -> Volunteer.<Volunteer>find("forceNumber", "3" + mine).firstResult());
        assertNull(bo.phone);
        desk.undo(first).statusCode(303);
        assertEquals(0L, find(() -> Volunteer.count("forceNumber", "3" + mine)));
    }

    @Test
    void anUndoingNeedsAReasonAndHappensOnce() {
        var batch = desk.broughtIn("APPLICANTS", "Name,Email\nCy " + mine + ",cy-" + mine + "@m.example\n");
        desk.coordinator
                .post(batch + "/undoing", Map.of("because", " "))
                .statusCode(422)
                .body(containsString("Enter why this import is undone"));
        desk.undo(batch).statusCode(303);
        desk.undo(batch).statusCode(303);
        desk.coordinator.get(batch).body(containsString("This import was undone"));
        assertEquals(1L, find(() -> Panache.getEntityManager()
                .createQuery(
                        "select count(e) from TrailEntry e where e.object = :object and e.action = 'import undone'",
                        Long.class)
                .setParameter("object", "import " + Reference.grouped(ref(batch)))
                .getSingleResult()));
    }

    @Test
    void wherePeopleCameFromStandsBesideEachFact() {
        desk.broughtIn("VOLUNTEERS", sheet("01622 555"));
        var fresh = person("new-" + mine + "@m.example");
        assertEquals(LocalDate.of(2024, 5, 1), fresh.appliedOn);
        desk.coordinator
                .get("/volunteers/" + fresh.ref + "/profile")
                .statusCode(200)
                .body(containsString("Brought in from <a"))
                .body(containsString("row 2"))
                .body(containsString("attest-origin"))
                .body(containsString("Tier 1"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgUndoingAnImportTest extends UndoingAnImportTest {}
