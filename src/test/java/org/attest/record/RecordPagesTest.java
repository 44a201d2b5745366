package org.attest.record;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.audit.TrailEntry;
import org.attest.security.Role;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's record: who may open it, what each viewer reads, and that every look leaves an entry. */
@QuarkusTest
class RecordPagesTest {

    private static final LocalDate TODAY = TestClock.TODAY;
    private static final List<String> PAGES = List.of("", "/readiness", "/profile", "/history");

    @Test
    void sendAStrangerToSignIn() {
        var person = People.special().saved();
        for (var page : PAGES) {
            As.stranger()
                    .get("/volunteers/" + person.ref + page)
                    .statusCode(303)
                    .header("Location", containsString("/sign-in"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"FORCE_LEAD", "APPEALS_CHAIR", "DATA_PROTECTION_LEAD", "VOLUNTEER", "APPLICANT"})
    void areNotForRolesThatDoNotSeePeople(Role role) {
        var person = People.special().saved();
        var other = As.role(role, "kent");
        for (var page : PAGES) other.get("/volunteers/" + person.ref + page).statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/readiness", "/profile", "/history"})
    void ofAnotherForceEqualAMissingOne(String page) {
        var person = People.special().saved();
        var gwent = As.coordinatorOf("gwent");
        assertEquals(
                body(gwent, "/volunteers/ZZZZZZZZZZZZ" + page, 404),
                body(gwent, "/volunteers/" + person.ref + page, 404));
        assertEquals(0, looks(person), "and leave no entry");
    }

    private static String body(As who, String path, int status) {
        return who.get(path)
                .statusCode(status)
                .extract()
                .asString()
                .replaceAll("name=\"csrf-token\" value=\"[^\"]*\"", "");
    }

    /** No entry, no page. */
    @Test
    void enterEveryLookInTheTrail() {
        var person = People.special().saved();
        var kent = As.coordinatorOf("kent");
        for (var page : PAGES) kent.get("/volunteers/" + person.ref + page).statusCode(200);
        assertEquals(PAGES.size(), looks(person));
        kent.get("/volunteers/" + person.ref + "/readiness?on=nonsense").statusCode(422);
        assertEquals(PAGES.size() + 1, looks(person), "a page with a refusal shows the record too");
    }

    private static int looks(Volunteer person) {
        return QuarkusTransaction.requiringNew().call(() -> TrailEntry.about(person.ref, "record viewed", Instant.EPOCH)
                .size());
    }

    @Test
    void sayThatSomebodyCanBeDeployed() {
        var person = People.deployable().named("Xin Yi Tan").saved();
        var page = As.coordinatorOf("kent")
                .get("/volunteers/" + person.ref)
                .statusCode(200)
                .body(containsString("Xin Yi Tan can be deployed on open-source research today"))
                .body(containsString("When the answer changes"))
                .body(containsString("The same dates as a table"))
                .body(containsString("Until 29 February 2036"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
    }

    @Test
    void sayWhyNotWhoseMoveItIsAndWhereToMakeIt() {
        var person = People.special()
                .named("Rowan Ashdown")
                .inStage(Stage.SERVICE)
                .eligible()
                .appointedOn(LocalDate.of(2026, 4, 1))
                .attestedOn(LocalDate.of(2026, 4, 8))
                .holding(EquipmentKind.FORCE_LAPTOP, EquipmentKind.FORCE_ACCOUNT)
                .saved();
        var page = As.coordinatorOf("kent")
                .get("/volunteers/" + person.ref)
                .statusCode(200)
                .body(containsString("Rowan Ashdown cannot be deployed on open-source research today"))
                .body(containsString("Your move"))
                .body(containsString("/volunteers/" + person.ref + "/equipment"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
        As.role(Role.TUTOR, "kent")
                .get("/volunteers/" + person.ref)
                .statusCode(200)
                .body(not(containsString("Your move")))
                .body(not(containsString("/equipment")));
    }

    @Test
    void answerForAnyDayAndRole() {
        var person = People.deployable().named("Ama Boateng").saved();
        var kent = As.coordinatorOf("kent");
        kent.get("/volunteers/" + person.ref + "/readiness?on=2026-04-02&tier=T1")
                .statusCode(200)
                .body(containsString("could not be deployed on open-source research on 2 April 2026"))
                .body(containsString("value=\"April\""))
                .body(containsString("Back to today"));
        kent.get("/volunteers/" + person.ref + "/readiness?on-day=1&on-month=july&on-year=2026&tier=T0")
                .statusCode(200)
                .body(containsString("can be deployed as a trainee on 1 July 2026"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on=2026-02-30",
                "on=tomorrow",
                "on-day=31&on-month=6&on-year=2026",
                "on-day=1&on-month=&on-year=2026",
                "on-day=1&on-month=1&on-year=99",
                "on=%3Cscript%3E"
            })
    void refuseWhatIsNoDayBesideTheField(String asked) {
        var person = People.deployable().saved();
        var page = As.coordinatorOf("kent")
                .get("/volunteers/" + person.ref + "/readiness?" + asked)
                .statusCode(422)
                .body(containsString("The day to ask about"))
                .body(containsString("id=\"on-error\""))
                .body(containsString("href=\"#on\""))
                .body(not(containsString("<script>")))
                .extract()
                .asString();
        if (asked.startsWith("on-day=31")) assertTrue(page.contains("value=\"31\""), "what was typed stays");
        ValidHtml.assertValid(page);
    }

    @Test
    void refuseARoleThatIsNone() {
        var person = People.deployable().saved();
        As.coordinatorOf("kent")
                .get("/volunteers/" + person.ref + "/readiness?tier=T9")
                .statusCode(422)
                .body(containsString("Choose a role from the list"));
    }

    /** People who differ only in the cause look the same, but for name and reference (design: scope and rights). */
    @ParameterizedTest
    @EnumSource(HoldCause.class)
    void readTheSameWhateverTheCause(HoldCause cause) {
        var conduct = held(HoldCause.CONDUCT);
        var other = held(cause);
        var kent = As.coordinatorOf("kent");
        for (var page : PAGES) {
            assertEquals(alike(kent, conduct, page), alike(kent, other, page), page);
        }
        assertTrue(alike(kent, other, "/history").contains("by an authorised person"));
        assertTrue(alike(kent, other, "/profile").contains("Not available"));
    }

    private static Volunteer held(HoldCause cause) {
        return People.deployable()
                .onHold(cause, TODAY.minusDays(9), TODAY.plusDays(20))
                .saved();
    }

    private static String alike(As who, Volunteer person, String page) {
        return body(who, "/volunteers/" + person.ref + page, 200)
                .replace(person.fullName, "NAME")
                .replace(person.ref.toLowerCase(), "REF")
                .replace(person.ref, "REF")
                .replace(org.attest.force.Reference.grouped(person.ref), "GROUPED");
    }

    @Test
    void tellTheCauseToThoseWhoDecideIt() {
        var leave = held(HoldCause.LEAVE);
        var conduct = held(HoldCause.CONDUCT);
        var inspector = As.role(Role.INSPECTOR, "kent");
        inspector
                .get("/volunteers/" + leave.ref + "/profile")
                .body(containsString("On leave"))
                .body(containsString("A note of this test"));
        inspector
                .get("/volunteers/" + conduct.ref + "/profile")
                .body(not(containsString("conduct matter")))
                .body(not(containsString("A note of this test")));
        As.role(Role.VETTING_MANAGER, "kent")
                .get("/volunteers/" + conduct.ref + "/profile")
                .body(containsString("conduct matter"));
    }

    @Test
    void keepPersonalDetailsForTheEntitled() {
        var person = People.special()
                .withPhone("01622 960111")
                .withEmergencyContact("Grant Threlfall", "07700 900702")
                .withAdjustments("Large print")
                .saved();
        As.coordinatorOf("kent")
                .get("/volunteers/" + person.ref + "/profile")
                .statusCode(200)
                .body(containsString("01622 960111"))
                .body(containsString("Grant Threlfall"))
                .body(containsString("Large print"))
                .body(containsString("5 May 1990"));
        var page = As.role(Role.SUPERVISOR, "kent")
                .get("/volunteers/" + person.ref + "/profile")
                .statusCode(200)
                .body(not(containsString("01622 960111")))
                .body(not(containsString("Grant Threlfall")))
                .body(not(containsString("Large print")))
                .body(not(containsString("5 May 1990")))
                .body(not(containsString(person.email)))
                .body(not(containsString("/details\"")))
                .body(containsString("are shown to the coordinator"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
    }

    @Test
    void writeMarkupAsItWasTyped() {
        var person = People.special()
                .named("<b>Bo</b> {cdi:frame.name}")
                .knownAs("\"><script>alert(1)</script>")
                .saved();
        var kent = As.coordinatorOf("kent");
        for (var page : PAGES) {
            var html = kent.get("/volunteers/" + person.ref + page)
                    .statusCode(200)
                    .body(not(containsString("<script>alert")))
                    .body(containsString("&lt;b&gt;Bo&lt;/b&gt; {cdi:frame.name}"))
                    .extract()
                    .asString();
            ValidHtml.assertValid(html);
        }
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgRecordPagesTest extends RecordPagesTest {}
