package org.attest.record;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Everywhere;
import org.attest.force.Reference;
import org.attest.security.Role;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;

/** One person in two forces, with one account: a record in each, which the other does not know of. */
@QuarkusTest
class TwoForcesTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    @Inject
    Clock clock;

    private static <T> T of(Callable<T> look) {
        return QuarkusTransaction.requiringNew().call(() -> Everywhere.call(look));
    }

    private static Volunteer again(Volunteer person) {
        return of(() -> Volunteer.byRef(person.ref).orElseThrow());
    }

    private static As inBoth() {
        return As.role(Role.VOLUNTEER, "durham").and(Role.APPLICANT, "cleveland");
    }

    private static Volunteer serving(As person) {
        return People.deployable().in("durham").withAccount(person.accountId()).saved();
    }

    private static Volunteer applying(As person) {
        return People.special().in("cleveland").withAccount(person.accountId()).saved();
    }

    // --- one account, a record in each

    @Test
    void somebodyChoosesWhichRecordTheyLookAt() {
        var person = inBoth();
        serving(person);
        applying(person);
        var page = person.get("/me").statusCode(200);
        page.body(allOf(
                containsString("Your record in Durham Constabulary"),
                containsString("Look at your record in Cleveland Police")));
        ValidHtml.assertValid(page.extract().asString());
        var cookie = person.post("/me/force", Map.of("force", "cleveland"))
                .statusCode(303)
                .header("Location", endsWith("/me"))
                .extract()
                .cookie("attest-own-force");
        person.with("attest-own-force", cookie)
                .get("/me")
                .body(allOf(
                        containsString("Your record in Cleveland Police"),
                        containsString("You are at the stage applied")));
        person.get("/me/statement").body(containsString("Cleveland Police"));
        // a force in which one has no record, and one there is not
        person.post("/me/force", Map.of("force", "kent")).statusCode(404);
        person.post("/me/force", Map.of("force", "nowhere")).statusCode(404);
        person.with("attest-own-force", "kent").get("/me").statusCode(200).body(containsString("Durham"));
    }

    @Test
    void neitherForceSeesTheOthersRecord() {
        var person = inBoth();
        var serving = serving(person);
        var applying = applying(person);
        As.coordinatorOf("cleveland").get("/volunteers/" + serving.ref).statusCode(404);
        As.coordinatorOf("durham")
                .get("/volunteers/" + serving.ref + "/profile")
                .body(allOf(not(containsString(applying.ref)), not(containsString("Cleveland"))));
    }

    @Test
    void whoHasOneRecordHasNothingToChoose() {
        var person = As.role(Role.VOLUNTEER, "durham");
        serving(person);
        person.get("/me").body(not(containsString("Each force keeps its own")));
    }

    @Test
    void leavingOneForceDoesNotTouchTheOther() {
        var person = inBoth();
        var serving = serving(person);
        var applying = applying(person);
        of(() -> Volunteer.byRef(serving.ref)
                .orElseThrow()
                .leave(TODAY, LeavingReason.MOVED_FORCE, null, People.SOMEBODY, clock));
        assertEquals(Stage.LEFT, again(serving).stage);
        assertEquals(Stage.APPLIED, again(applying).stage);
        person.get("/me").body(containsString("You are at the stage applied"));
    }

    // --- linking

    @Test
    void anAdministratorLinksAnAccountToARecordByItsReference() {
        var admin = As.national(Role.ADMINISTRATOR);
        var person = As.role(Role.VOLUNTEER, "durham");
        var record = People.special().in("durham").saved();
        var path = "/accounts/" + person.ref();
        person.get("/me").body(not(containsString("Hello " + record.fullName)));
        admin.get(path).body(containsString("“your own page” is empty"));
        link(admin, path, "NNNN-NNNN-NNNN")
                .statusCode(422)
                .body(containsString("No record has the reference NNNN-NNNN-NNNN"));
        var elsewhere = People.special().in("cleveland").saved();
        link(admin, path, elsewhere.ref)
                .statusCode(422)
                .body(allOf(containsString("give the role first"), not(containsString(elsewhere.fullName))));
        link(admin, path, Reference.grouped(record.ref).toLowerCase()).statusCode(303);
        assertEquals(person.accountId(), again(record).accountId);
        admin.get(path).body(containsString(Reference.grouped(record.ref)));
        person.get("/me").body(containsString("Hello " + record.fullName));
        // one account for a record, one record of a force for an account
        link(admin, path, record.ref).statusCode(422).body(containsString("opens this record already"));
        link(admin, path, People.special().in("durham").saved().ref)
                .statusCode(422)
                .body(containsString("opens another record of Durham Constabulary"));
        link(admin, "/accounts/" + As.role(Role.VOLUNTEER, "durham").ref(), record.ref)
                .statusCode(422)
                .body(containsString("The record has an account already"));
        assertTrue(trail("durham", record.ref).contains("account linked"));

        admin.post(path + "/records/" + record.ref + "/ending", Map.of("version", version(admin, path)))
                .statusCode(303);
        assertNull(again(record).accountId);
        assertTrue(trail("durham", record.ref).contains("account unlinked"));
    }

    @Test
    void aNewAccountOpensItsRecordFromTheFirst() {
        var admin = As.national(Role.ADMINISTRATOR);
        var record = People.special().in("durham").saved();
        var email = "new-" + record.ref.toLowerCase() + "@tests.example";
        var form = new java.util.HashMap<String, Object>(Map.of(
                "name", "New", "email", email, "role-1", "APPLICANT", "force-1", "cleveland", "record", record.ref));
        admin.post("/accounts", form).statusCode(422).body(containsString("give the role first"));
        form.put("force-1", "durham");
        admin.post("/accounts", form).statusCode(303);
        assertTrue(
                again(record).accountId != null, "nothing of the refused one was kept, so that the address was free");
    }

    private static io.restassured.response.ValidatableResponse link(As admin, String path, String ref) {
        return admin.post(path + "/records", Map.of("record", ref, "version", version(admin, path)));
    }

    private static String version(As admin, String path) {
        var page = admin.get(path).extract().asString();
        return page.replaceAll("(?s).*?name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private static List<String> trail(String chain, String ref) {
        return of(() -> Volunteer.getEntityManager()
                .createQuery(
                        "select e.action from TrailEntry e where e.chain = :chain and e.subject = :ref", String.class)
                .setParameter("chain", chain)
                .setParameter("ref", ref)
                .getResultList());
    }

    // --- the statement

    @Test
    void aServiceStatementSaysWhatSomebodyWasAndNoReason() {
        var person = As.role(Role.VOLUNTEER, "durham");
        var record = People.deployable()
                .in("durham")
                .onHold(HoldCause.CONDUCT, TODAY.minusDays(3), TODAY.plusDays(20))
                .appointed(TODAY.minusDays(300), TODAY.minusDays(200))
                .withAccount(person.accountId())
                .saved();
        var page = person.get("/me/statement").statusCode(200);
        ValidHtml.assertValid(page.extract().asString());
        page.body(allOf(
                containsString("Special constable from 1 April 2026"),
                containsString("8 April 2026"),
                not(containsString("onduct")),
                not(containsString("A note of this test"))));
        var json = person.get("/me/statement/statement.json")
                .statusCode(200)
                .header("Content-Disposition", containsString("service-statement-durham-" + record.ref))
                .extract()
                .asString();
        var said = JsonPath.from(json);
        assertEquals("attest-service-statement", said.getString("format"));
        assertEquals(1, said.getInt("version"));
        assertEquals(record.fullName, said.getString("person.name"));
        assertEquals("Durham Constabulary", said.getString("force.name"));
        assertEquals("service", said.getString("stages[0].stage"));
        assertEquals("2026-04-01", said.getString("appointments[1].from"));
        assertNull(said.getString("appointments[1].lastDay"));
        assertEquals("2026-04-08", said.getString("attestations[0].on"));
        for (var word : List.of("CONDUCT", "hold", "reason", "birth", "email")) {
            assertTrue(!json.contains(word), word);
        }
        var pdf = person.get("/me/statement/statement.pdf")
                .statusCode(200)
                .extract()
                .asByteArray();
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));

        var coordinator = As.coordinatorOf("durham");
        coordinator.get("/volunteers/" + record.ref + "/statement").body(containsString("Service statement of"));
        coordinator
                .get("/volunteers/" + record.ref + "/statement/statement.pdf")
                .statusCode(200);
        As.coordinatorOf("cleveland")
                .get("/volunteers/" + record.ref + "/statement")
                .statusCode(404);
        As.role(Role.SUPERVISOR, "durham")
                .get("/volunteers/" + record.ref + "/statement")
                .statusCode(403);
        assertTrue(trail("durham", record.ref).contains("statement issued"));
    }

    @Test
    void aStatementOfSomebodyWithATrickyNameIsAPdfAllTheSame() {
        var person = As.role(Role.VOLUNTEER, "durham");
        People.special()
                .in("durham")
                .named("<b>Ö'Neill & Söhne</b> \"Ngọc\" {#if}")
                .withAccount(person.accountId())
                .saved();
        person.get("/me/statement/statement.pdf").statusCode(200);
        person.get("/me/statement").body(containsString("&lt;b&gt;"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgTwoForcesTest extends TwoForcesTest {}
