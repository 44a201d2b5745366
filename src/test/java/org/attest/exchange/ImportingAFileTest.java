package org.attest.exchange;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.force.Everywhere;
import org.attest.force.Reference;
import org.attest.readiness.Determination;
import org.attest.security.Role;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.People;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** A coordinator brings in the sheet the force has kept by hand. */
@QuarkusTest
class ImportingAFileTest {

    @Inject
    RoomColumns rooms;

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    /** Something no other test has in its names and addresses. */
    private final String mine = Reference.random().toLowerCase();

    private final As coordinator = As.coordinatorOf("kent");

    private ValidatableResponse handIn(As who, String slug, String kind, String name, byte[] bytes) {
        return who.withToken()
                .multiPart("kind", kind)
                .multiPart("file", name, bytes, "text/csv")
                .post("/forces/" + slug + "/imports")
                .then();
    }

    /** Address of the batch. */
    private String handedIn(String kind, String text) {
        var address = handIn(coordinator, "kent", kind, "people.csv", text.getBytes(StandardCharsets.UTF_8))
                .statusCode(303)
                .extract()
                .header("Location");
        return address.replaceFirst("https?://[^/]+", "");
    }

    /** The form of the mapping page as it stands. */
    private Map<String, String> mapping(String batch) {
        var page = coordinator.get(batch + "/mapping").statusCode(200).extract().htmlPath();
        var form = new HashMap<String, String>();
        for (var field : Field.values()) {
            form.put(
                    field.name(),
                    page.getString(
                            "**.find { it.@id == '" + field.name() + "' }.option.find { it.@selected != '' }.@value"));
        }
        for (var name : List.of("appointmentType", "stage", "delimiter")) {
            form.put(
                    name,
                    page.getString("**.find { it.@id == '" + name + "' }.option.find { it.@selected != '' }.@value"));
        }
        form.values().removeIf(v -> v == null || v.isEmpty());
        return form;
    }

    private String checked(String kind, String text) {
        var batch = handedIn(kind, text);
        coordinator.post(batch + "/mapping", mapping(batch)).statusCode(303);
        return batch;
    }

    private String seen(String batch) {
        var found =
                SEEN.matcher(coordinator.get(batch).statusCode(200).extract().asString());
        assertTrue(found.find());
        return found.group(1);
    }

    private ValidatableResponse commit(String batch) {
        return coordinator.post(batch + "/commit", Map.of("seen", seen(batch)));
    }

    private static <T> T find(java.util.concurrent.Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> Everywhere.call(work));
    }

    private Volunteer person(String email) {
        return find(() -> Volunteer.<Volunteer>find("email", email).firstResult());
    }

    private String three() {
        return "Surname;Forename(s);DOB;E-mail address;Collar no;Mobile;Stage;Date applied;Nationality status;Shoe"
                + " size\r\n"
                + "O’Brien;Zoë"
                + " " + mine + ";2/3/1990;ZOE-" + mine + "@Mail.example;00" + mine
                + ";01622 000111;Applied;1/5/2026;British;5\r\n"
                + "Ng;Lan " + mine + ";4 June 1988;lan-" + mine + "@mail.example;;;Interview;2026-04-01;;\r\n"
                + "\r\n"
                + "Sukarno;" + mine + ";33000;;;;Enquiry;;;\r\n"
                + "Bad;" + mine + ";31/02/1990;bad-" + mine + "(at)mail;;;Limbo;;;\r\n";
    }

    @Test
    void everyRowIsSeenBeforeAnyIsTaken() {
        var batch = checked("APPLICANTS", three());
        coordinator
                .get(batch)
                .statusCode(200)
                .body(containsString("Nothing is brought in yet"))
                .body(containsString("31/02/1990"))
                .body(containsString("there is no such day in the calendar"))
                .body(containsString("Limbo"))
                .body(containsString("Shoe size"))
                .body(containsString("1 blank row skipped"))
                .body(containsString("semicolon, as guessed"))
                .body(containsString("UTF-8"));
        coordinator.get(batch + "?show=new").body(containsString("Zoë " + mine + " O’Brien"));
        assertEquals(null, person("zoe-" + mine + "@mail.example"), "a dry run stores nobody");

        commit(batch).statusCode(303);
        var zoe = person("zoe-" + mine + "@mail.example");
        assertEquals("Zoë " + mine + " O’Brien", zoe.fullName);
        assertEquals("00" + mine, zoe.forceNumber);
        assertEquals(LocalDate.of(1990, 3, 2), zoe.birthDate);
        assertEquals(Stage.APPLIED, zoe.stage);
        assertEquals(LocalDate.of(2026, 5, 1), zoe.stageSince);
        assertEquals(
                RightToRemain.UK_OR_EEA_NATIONAL,
                find(() -> Eligibility.newest(zoe)).orElseThrow().rightToRemain);
        assertTrue(find(() -> Determination.count("volunteer", zoe)) > 0, "an answer is stored for whoever came in");
        coordinator
                .get(batch)
                .statusCode(200)
                .body(containsString("The file is brought in"))
                .body(containsString("/volunteers/" + zoe.ref));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var first = checked("APPLICANTS", three());
        commit(first).statusCode(303);
        var before = find(() -> Volunteer.count());
        var version = person("lan-" + mine + "@mail.example").version;
        var second = checked("APPLICANTS", three());
        coordinator.get(second + "?show=same").statusCode(200).body(containsString("rows 1 to 3 of 3"));
        coordinator.get(second + "?show=new").statusCode(200).body(containsString("No row here"));
        assertEquals(before, find(() -> Volunteer.count()));
        assertEquals(version, person("lan-" + mine + "@mail.example").version);
    }

    @Test
    void bringingInTwiceIsDoneOnce() {
        var batch = checked("APPLICANTS", three());
        var form = Map.of("seen", seen(batch));
        coordinator.post(batch + "/commit", form).statusCode(303);
        var before = find(() -> Volunteer.count("fullName like ?1", "%" + mine + "%"));
        coordinator.post(batch + "/commit", form).statusCode(303);
        assertEquals(before, find(() -> Volunteer.count("fullName like ?1", "%" + mine + "%")));
        assertEquals(3, before);
        var reference = batch.substring(batch.lastIndexOf('/') + 1);
        assertEquals(
                1L,
                find(() -> Panache.getEntityManager()
                        .createQuery(
                                "select count(e) from TrailEntry e where e.object = :object and e.action = 'people"
                                        + " imported'",
                                Long.class)
                        .setParameter("object", "import " + Reference.grouped(reference))
                        .getSingleResult()),
                "one entry for the batch");
    }

    @Test
    void whoIsChangedMeanwhileStopsTheWholeFile() {
        var person = People.special()
                .named("Old Name " + mine)
                .withForceNumber("7" + mine)
                .saved();
        var batch = checked(
                "APPLICANTS",
                "Name,Collar no,Tel\nNew Name " + mine + ",7" + mine + ",01622 1\nFresh " + mine + ",8" + mine
                        + ",1\n");
        var seen = seen(batch);
        QuarkusTransaction.requiringNew()
                .run(() -> Everywhere.run(() -> {
                    Volunteer.update(
                            "fullName = ?1, version = version + 1 where id = ?2", "Other Name " + mine, person.id);
                }));
        coordinator
                .post(batch + "/commit", Map.of("seen", seen))
                .statusCode(409)
                .body(containsString("changed since you looked"))
                .body(containsString("Nothing was brought in"));
        assertEquals(0, find(() -> Volunteer.count("forceNumber", "8" + mine)), "nothing half done");
        commit(batch).statusCode(303);
        assertEquals("New Name " + mine, find(() -> Volunteer.<Volunteer>findById(person.id)).fullName);
    }

    @Test
    void rowsWithoutATickStayOut() {
        var batch = checked("APPLICANTS", "Name,Email\nAnn,ann-" + mine + "@m.example\nBo,bo-" + mine + "@m.example\n");
        coordinator
                .post(batch + "/choice?show=new&page=1", Map.of("row", List.of("2", "3"), "take", "3"))
                .statusCode(303);
        commit(batch).statusCode(303);
        assertEquals(null, person("ann-" + mine + "@m.example"));
        assertEquals("Bo", person("bo-" + mine + "@m.example").fullName);
        coordinator
                .post(checked("APPLICANTS", "Name\nCy " + mine + "\n") + "/choice", Map.of("row", "2; drop"))
                .statusCode(422);
    }

    @Test
    void aTickTakenAwayAtTheLastMomentCounts() {
        var batch = checked("APPLICANTS", "Name,Email\nDi,di-" + mine + "@m.example\nEd,ed-" + mine + "@m.example\n");
        coordinator
                .post(
                        batch + "/commit?show=new&page=1",
                        Map.of("seen", seen(batch), "row", List.of("2", "3"), "take", "3"))
                .statusCode(303);
        assertEquals(null, person("di-" + mine + "@m.example"));
        assertEquals("Ed", person("ed-" + mine + "@m.example").fullName);
    }

    @Test
    void peopleInServiceComeWithTheirAppointment() {
        var batch = checked(
                "VOLUNTEERS",
                "Name,DOB,Email,Date appointed,Attested,Type\nAnn,2/3/1990,svc-" + mine
                        + "@m.example,1/5/2025,8/5/2025,SC\n");
        commit(batch).statusCode(303);
        var ann = person("svc-" + mine + "@m.example");
        assertEquals(Stage.SERVICE, ann.stage);
        assertEquals(LocalDate.of(2025, 5, 8), ann.stageSince);
        var attestation = find(() -> Attestation.of(ann)).get(0);
        assertEquals(LocalDate.of(2025, 5, 8), attestation.attestedOn);
        assertEquals(Commit.NOT_RECORDED, attestation.magistrate);
    }

    @Test
    void refusedRowsAreDownloadedWithTheirReason() {
        var batch = checked("APPLICANTS", "Name,Note,Email\nAnn,=cmd|'x',nowhere-" + mine + "\n");
        var csv = coordinator
                .get(batch + "/refused.csv")
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment; filename=\"refused-"))
                .extract()
                .asByteArray();
        var sheet = Sheet.of(csv, null, Limits.DEFAULT);
        assertEquals(List.of("Row in the file", "Name", "Note", "Email", "Why refused"), sheet.headings());
        var row = sheet.rows().findFirst().orElseThrow();
        assertEquals("=cmd|'x'", row.cell(2), "the exact value comes back");
        assertTrue(new String(csv, StandardCharsets.UTF_8).contains("'=cmd|"), "and runs in no spreadsheet");
        assertTrue(row.cell(4).contains("Email “nowhere-"), row.cell(4));
    }

    @Test
    void theBytesAreKeptAsTheyCame() {
        var text = "Name\r\nZoë " + mine + "\r\n".replace("ë", "é");
        var batch = handedIn("APPLICANTS", text);
        assertArrayEquals(
                text.getBytes(StandardCharsets.UTF_8),
                coordinator.get(batch + "/file").statusCode(200).extract().asByteArray());
        coordinator.post(batch + "/discard", Map.of()).statusCode(303);
        coordinator.get(batch + "/file").statusCode(404);
        coordinator.get(batch).statusCode(200).body(containsString("put aside"));
    }

    @Test
    void whatIsNoTableIsRefusedOnThePage() {
        handIn(coordinator, "kent", "APPLICANTS", "x.csv", new byte[0])
                .statusCode(422)
                .body(containsString("it has no bytes"));
        handIn(coordinator, "kent", "APPLICANTS", "x.xlsx", "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(422)
                .body(containsString("Excel"))
                .body(containsString("Save as"));
        handIn(coordinator, "kent", "WIZARDS", "x.csv", "Name\nA\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body(containsString("Choose who is in the file"));
        coordinator
                .withToken()
                .multiPart("kind", "APPLICANTS")
                .post("/forces/kent/imports")
                .then()
                .statusCode(422)
                .body(containsString("Choose a file"));
        handIn(coordinator, "kent", "APPLICANTS", "x.csv", new byte[(20 << 20) + 1])
                .statusCode(422)
                .body(containsString("larger than 20 MB"));
    }

    @Test
    void fiveThousandRowsAreLookedAtInSeconds() {
        var rows = new MixedRows(5_000, 7);
        var batch = handedIn("APPLICANTS", rows.text());
        long began = System.nanoTime();
        coordinator.post(batch + "/mapping", mapping(batch)).statusCode(303);
        var millis = (System.nanoTime() - began) / 1_000_000;
        System.out.println("Dry run of 5,000 rows with mixed faults through the page: " + millis + " ms");
        coordinator
                .get(batch)
                .statusCode(200)
                .body(containsString("rows 1 to 25 of "
                        + org.attest.web.Formats.withCommas(rows.faults().size())));
        assertTrue(millis < 15_000, millis + " ms");
    }

    @Test
    void aMappingWithoutANameIsAskedAgainWithWhatWasChosen() {
        var batch = handedIn("APPLICANTS", "Email,Shoe\na-" + mine + "@b.example,5\n");
        coordinator
                .post(batch + "/mapping", mapping(batch))
                .statusCode(422)
                .body(containsString("Choose the column of the full name"))
                .body(containsString("id=\"EMAIL\""));
    }

    @Test
    void anotherDelimiterReadsTheFileAgain() {
        var batch = handedIn("APPLICANTS", "Name|a,Email|b,c\nx,y,z\n");
        var form = new HashMap<>(mapping(batch));
        assertEquals("COMMA", form.get("delimiter"));
        form.put("delimiter", "PIPE");
        coordinator.post(batch + "/mapping", form).statusCode(303);
        coordinator
                .get(batch)
                .body(containsString("vertical bar, as you chose"))
                .body(containsString("a,Email"));
    }

    @Test
    void nothingTypedInAFileRunsOnThePage() {
        var batch = checked("APPLICANTS", "Name,Note\n<script>alert(1)</script>{inject:csrf.token}" + mine + ",x\n");
        coordinator
                .get(batch + "?show=new")
                .body(not(containsString("<script>alert")))
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;{inject:csrf.token}" + mine));
    }

    @Test
    void anotherForcesFileIsNotFound() {
        var batch = handedIn("APPLICANTS", "Name\nAnn " + mine + "\n");
        var gwent = As.coordinatorOf("gwent");
        for (var path : List.of("", "/mapping", "/refused.csv", "/file")) {
            gwent.get(batch + path).statusCode(404);
        }
        for (var path : List.of("/mapping", "/choice", "/commit", "/discard")) {
            gwent.post(batch + path, Map.of()).statusCode(404);
        }
        gwent.get("/forces/kent/imports").statusCode(404);
        handIn(gwent, "kent", "APPLICANTS", "x.csv", "Name\nA\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(404);
        As.role(Role.SUPERVISOR, "kent").get("/forces/kent/imports").statusCode(403);
        As.role(Role.SUPERVISOR, "kent").get(batch).statusCode(403);
        coordinator.get("/imports/ABCDEFGHJKMN").statusCode(404);
        coordinator.get("/forces/atlantis/imports").statusCode(404);
        coordinator.get("/forces/kent/imports?page=9999").statusCode(404);
        coordinator.get(batch + "?show=everything&page=1").statusCode(200);
    }

    @Test
    void anEmptySheetIsReadWithEveryColumnRecognised() {
        var csv = coordinator
                .get("/forces/kent/imports/template.csv")
                .statusCode(200)
                .extract()
                .asByteArray();
        var text = new String(csv, StandardCharsets.UTF_8) + "x\r\n";
        var sheet = Sheet.of(text.getBytes(StandardCharsets.UTF_8), null, Limits.DEFAULT);
        var mapping = Mapping.guess(sheet.headings(), Kind.APPLICANTS, rooms.columns());
        assertEquals(List.of(), mapping.ignored(sheet.headings()));
        assertFalse(mapping.has(Field.FIRST_NAME));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgImportingAFileTest extends ImportingAFileTest {}
