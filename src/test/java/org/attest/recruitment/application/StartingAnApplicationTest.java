package org.attest.recruitment.application;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Reference;
import org.attest.notice.Message;
import org.attest.notice.Template;
import org.attest.recruitment.Rows;
import org.attest.security.Account;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a stranger's name and address to an account with a record. */
@QuarkusTest
class StartingAnApplicationTest {

    private static final String FORM = "/apply/kent/start";
    private static final String PASSWORD = "three quiet otters paddle";
    private static final Map<String, String> CHOSEN = Map.of("password", PASSWORD, "again", PASSWORD);

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static String address() {
        return Reference.random().toLowerCase() + "@strangers.example";
    }

    private static Map<String, Object> typed(String email) {
        return Map.of("fullName", "Ottoline Quill", "email", email);
    }

    private static List<Template> sentTo(String email) {
        return Rows.of(() -> Message.<Message>list("recipient = ?1 order by id", email).stream()
                .map(m -> m.template)
                .toList());
    }

    private static Volunteer of(String email) {
        return Rows.of(() -> Volunteer.<Volunteer>find("email", email).firstResult());
    }

    @Test
    void saysTheSameWhetherOrNotTheAddressIsKnown() {
        var known = People.special()
                .withAccount(As.role(Role.APPLICANT, "kent").accountId())
                .saved()
                .email;
        var record = People.special().saved().email;
        var stranger = address();
        var pages = List.of(known, record, stranger).stream()
                .map(email -> As.withoutToken(As.stranger()
                                .post(FORM, typed(email))
                                .statusCode(200)
                                .body(containsString("We have sent a link to"))
                                .extract()
                                .asString())
                        .replace(email, "ADDRESS"))
                .toList();
        assertEquals(pages.get(0), pages.get(1));
        assertEquals(pages.get(0), pages.get(2));
        ValidHtml.assertValid(pages.get(0));
        assertTrue(!pages.get(0).contains("/application-links/"), "the link stands on the page");
    }

    @Test
    void sendsALinkToAStrangerAndTheWayToSignInToWhoHasAnAccount() {
        var stranger = address();
        As.stranger().post(FORM, typed(stranger)).statusCode(200);
        assertEquals(List.of(Template.APPLICATION_STARTED), sentTo(stranger));
        var me = As.role(Role.APPLICANT, "kent");
        People.special().withEmail(me.email()).withAccount(me.accountId()).saved();
        As.stranger().post(FORM, typed(me.email().toUpperCase())).statusCode(200);
        assertEquals(List.of(Template.APPLICATION_GOES_ON), sentTo(me.email()));
    }

    @Test
    void opensNothingBeforeTheLinkWasFollowed() {
        var email = address();
        As.stranger().post(FORM, typed(email)).statusCode(200);
        assertTrue(Rows.of(() -> Account.byEmail(email)).isEmpty());
        assertEquals(0, Rows.of(() -> Volunteer.count("email", email)));
    }

    @Test
    void refusesWhatIsNoNameOrNoAddress() {
        var page = As.stranger()
                .post(FORM, Map.of("fullName", " ", "email", "nobody"))
                .statusCode(422)
                .body(containsString("Enter the full name"))
                .body(containsString("Enter an email address in full"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
        As.stranger().get("/apply/atlantis/start").statusCode(404);
        As.stranger().post("/apply/atlantis/start", typed(address())).statusCode(404);
    }

    @Test
    void floodsNobodysInbox() {
        var email = address();
        for (int i = 0; i < 9; i++) As.stranger().post(FORM, typed(email));
        assertTrue(sentTo(email).size() <= 5, "one inbox got " + sentTo(email).size() + " messages");
        TestClock.set(TestClock.TODAY.plusDays(2));
    }

    /** The link was on its way when the account was linked to another record: that one goes on. */
    @Test
    void goesOnWithTheRecordThatTheAccountOpensThoughTheForceTypedAnotherWithItsAddress() {
        var me = As.role(Role.APPLICANT, "kent");
        var link = TestLinks.start("kent", "Ottoline Quill", me.email());
        var mine = People.special()
                .inStage(Stage.ENQUIRY)
                .withAccount(me.accountId())
                .saved();
        var typed =
                People.special().inStage(Stage.ENQUIRY).withEmail(me.email()).saved();
        As.stranger().post(link, Map.of()).statusCode(303);
        Rows.in(() -> {
            assertEquals(1, Application.count("volunteer.ref", mine.ref));
            assertEquals(0, Application.count("volunteer.ref", typed.ref));
            assertEquals(null, Volunteer.byRef(typed.ref).orElseThrow().accountId);
        });
    }

    /** The account of the address opens a record of another force, and this force typed one: it is theirs too. */
    @Test
    void linksTheRecordTypedByTheForceToTheAccountThatOpensOneElsewhere() {
        var me = As.role(Role.APPLICANT, "gwent");
        People.special()
                .in("gwent")
                .withEmail(me.email())
                .withAccount(me.accountId())
                .saved();
        var typed =
                People.special().inStage(Stage.ENQUIRY).withEmail(me.email()).saved();
        var link = TestLinks.start("kent", "Ottoline Quill", me.email());
        As.stranger().post(link, Map.of()).statusCode(303);
        assertEquals(me.accountId(), Rows.of(() -> Volunteer.byRef(typed.ref).orElseThrow().accountId));
    }

    @Test
    void saysWhatToDoWhereTheRecordWithTheAddressIsOpenedByAnotherAccount() {
        var other = As.role(Role.APPLICANT, "kent");
        var email = address();
        var record =
                People.special().withEmail(email).withAccount(other.accountId()).saved();
        var link = TestLinks.start("kent", "Ottoline Quill", email);
        ValidHtml.assertValid(As.stranger()
                .get(link)
                .statusCode(200)
                .body(containsString("You have a record with another account"))
                .body(not(containsString(other.email())))
                .extract()
                .asString());
        As.stranger().post(link, CHOSEN).statusCode(409);
        assertTrue(Rows.of(() -> Account.byEmail(email)).isEmpty());
        assertEquals(1, Rows.of(() -> Volunteer.count("email", email)));
        // once the coordinator has put the address right, the same link works
        Rows.in(() -> Volunteer.update("email = null where ref = ?1", record.ref));
        As.stranger().post(link, CHOSEN).statusCode(303);
        assertTrue(Rows.of(() -> Account.byEmail(email)).isPresent());
    }

    @Test
    void letsWhoeverHoldsTheLinkChooseAPasswordOnce() {
        var email = address();
        var link = TestLinks.start("kent", "Ottoline Quill", email);
        var browser = As.stranger();
        ValidHtml.assertValid(browser.get(link)
                .statusCode(200)
                .body(containsString("Choose a password"))
                .body(containsString(email))
                .extract()
                .asString());
        browser.post(link, Map.of("password", "short", "again", "short"))
                .statusCode(422)
                .body(containsString("at least 12"));
        browser.post(link, CHOSEN).statusCode(303).header("Location", containsString("/sign-in?next=/me/application"));
        ValidHtml.assertValid(browser.get(link)
                .statusCode(404)
                .body(containsString("This link cannot be used"))
                .extract()
                .asString());
        browser.post(link, CHOSEN).statusCode(404);
        browser.post("/sign-in", Map.of("email", email, "password", PASSWORD)).statusCode(303);

        var person = of(email);
        assertEquals(Stage.ENQUIRY, person.stage);
        assertNotNull(person.accountId);
        assertEquals(
                List.of("person entered", "account linked", "application begun"),
                Rows.trail("kent", person.ref).subList(0, 3));
    }

    @Test
    void doesNotWorkForEver() {
        var link = TestLinks.start("kent", "Late Riser", address());
        TestClock.set(TestClock.TODAY.plusDays(8));
        As.stranger().get(link).statusCode(404);
        As.stranger().post(link, CHOSEN).statusCode(404);
    }

    /** A record of the force with this address is taken, not doubled. */
    @Test
    void linksTheRecordThatIsThere() {
        var person = People.special().inStage(Stage.ENQUIRY).saved();
        As.stranger()
                .post(TestLinks.start("kent", "As typed", person.email), CHOSEN)
                .statusCode(303);
        assertEquals(1, Rows.of(() -> Volunteer.count("email", person.email)));
        assertEquals(person.ref, of(person.email).ref);
        assertNotNull(of(person.email).accountId);
        assertEquals(person.fullName, of(person.email).fullName);
    }

    /** Whoever has an account elsewhere keeps its password, and begins with one button. */
    @Test
    void takesTheAccountThatIsThere() {
        var me = As.role(Role.VOLUNTEER, "gwent");
        var link = TestLinks.start("kent", me.name(), me.email());
        As.stranger()
                .get(link)
                .statusCode(200)
                .body(containsString("you have an account"))
                .body(not(containsString("type=\"password\"")));
        As.stranger().post(link, Map.of()).statusCode(303);
        var person = of(me.email());
        assertEquals("kent", Rows.of(() -> Volunteer.byRef(person.ref).orElseThrow().force.slug));
        assertEquals(me.accountId(), person.accountId);
        me.get("/me/application").statusCode(200).body(containsString("My application"));
    }

    @Test
    void isThrottledByNetwork() {
        var last = 200;
        for (int i = 0; i < 60 && last == 200; i++) {
            last = As.stranger()
                    .post("/apply/gwent/start", typed(address()))
                    .extract()
                    .statusCode();
        }
        assertEquals(429, last);
        As.stranger()
                .post(FORM, typed(address()))
                .statusCode(429)
                .body(containsString("Too many requests. Try again in"));
        // for the tests that come after
        TestClock.set(TestClock.TODAY
                .atTime(9, 32)
                .atZone(org.attest.web.ClockOfAttest.LONDON)
                .toInstant()
                .plus(Duration.ofHours(3)));
        As.stranger().post(FORM, typed(address())).statusCode(200);
        Rows.in(() -> org.attest.security.Throttle.deleteAll());
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgStartingAnApplicationTest extends StartingAnApplicationTest {}
