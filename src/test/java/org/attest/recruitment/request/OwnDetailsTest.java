package org.attest.recruitment.request;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.force.Everywhere;
import org.attest.force.Reference;
import org.attest.notice.Message;
import org.attest.notice.Template;
import org.attest.security.Account;
import org.attest.security.Role;
import org.attest.security.TestAddressLinks;
import org.attest.volunteer.KeyChange;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** Contact details change at once; what says who somebody is changes with the coordinator's approval. */
@QuarkusTest
class OwnDetailsTest {

    private final As own = As.role(Role.VOLUNTEER, "kent");
    private final As kent = As.coordinatorOf("kent");

    private Volunteer me() {
        return People.special()
                .inStage(Stage.SERVICE)
                .withEmail(own.email())
                .withAccount(own.accountId())
                .saved();
    }

    private static <T> T of(Callable<T> look) {
        return QuarkusTransaction.requiringNew().call(() -> Everywhere.call(look));
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private static Map<String, Object> form(Volunteer person) {
        var form = new HashMap<String, Object>();
        form.put("phone", "01622 555 0101");
        form.put("emergencyName", "Sam Ash");
        form.put("emergencyPhone", "01622 555 0102");
        form.put("adjustments", "A chair with arms");
        form.put("knownAs", "Bo");
        form.put("version", of(() -> again(person).version));
        return form;
    }

    private static KeyChange newest(Volunteer person) {
        return of(() -> KeyChange.of(again(person)).get(0));
    }

    @Test
    void contactEmergencyAndAdjustmentsChangeAtOnce() {
        var person = me();
        own.get("/me/details").statusCode(200).body(containsString(person.fullName));
        var form = form(person);
        // what is not in the form cannot be slipped in
        form.put("fullName", "Somebody Else");
        own.post("/me/details", form).statusCode(303);
        of(() -> {
            var now = again(person);
            assertEquals("01622 555 0101", now.phone);
            assertEquals("Sam Ash", now.emergencyName);
            assertEquals("A chair with arms", now.adjustments);
            assertEquals(person.fullName, now.fullName);
            return null;
        });
        // the form of before is stale now
        form.put("phone", "01622 555 0999");
        own.post("/me/details", form)
                .statusCode(409)
                .body(containsString("Somebody saved your record while you were typing"))
                .body(containsString("01622 555 0101"))
                .body(containsString("value=\"01622 555 0999\""));
        var bad = form(person);
        bad.put("phone", "none");
        own.post("/me/details", bad).statusCode(422).body(containsString("with its digits"));
    }

    @Test
    void aNameChangesWhenTheCoordinatorApproves() {
        var person = me();
        var name = "Married " + Reference.random();
        own.post("/me/detail-changes/FULL_NAME", Map.of("value", " "))
                .statusCode(422)
                .body(containsString("Enter what it should be"));
        own.post("/me/detail-changes/FULL_NAME", Map.of("value", person.fullName))
                .statusCode(422);
        own.post("/me/detail-changes/NO_FIELD", Map.of("value", "x")).statusCode(404);
        own.post("/me/detail-changes/FULL_NAME", Map.of("value", name, "why", "I have married"))
                .statusCode(303);
        assertEquals(person.fullName, of(() -> again(person).fullName));
        own.get("/me/details").body(containsString("has not decided yet"));
        var change = newest(person);
        var path = "/detail-changes/" + change.ref;
        As.coordinatorOf("gwent").get(path).statusCode(404);
        As.role(Role.SUPERVISOR, "kent").get(path).statusCode(403);
        kent.get("/forces/kent/detail-changes").body(containsString(change.ref));
        kent.get(path)
                .body(containsString(person.fullName))
                .body(containsString(name))
                .body(containsString("I have married"));
        kent.post(path + "/approval", Map.of("seen", person.fullName)).statusCode(303);
        assertEquals(name, of(() -> again(person).fullName));
        kent.post(path + "/approval", Map.of("seen", name))
                .statusCode(422)
                .body(containsString("This was decided already"));
        kent.get("/forces/kent/detail-changes").body(not(containsString(change.ref)));
    }

    @Test
    void aDecisionOnWhatIsNoLongerThereShowsEveryValue() {
        var person = me();
        own.post("/me/detail-changes/FULL_NAME", Map.of("value", "Wanted " + person.ref))
                .statusCode(303);
        var change = newest(person);
        of(() -> again(person)
                .changeDetails(
                        org.attest.volunteer.KeyField.FULL_NAME.in(again(person).details(), "Between " + person.ref),
                        People.SOMEBODY,
                        java.time.Clock.systemUTC()));
        kent.post("/detail-changes/" + change.ref + "/approval", Map.of("seen", person.fullName))
                .statusCode(409)
                .body(containsString("The record changed meanwhile"))
                .body(containsString(person.fullName))
                .body(containsString("Between " + person.ref))
                .body(containsString("Wanted " + person.ref));
        assertEquals("Between " + person.ref, of(() -> again(person).fullName));
        kent.post("/detail-changes/" + change.ref + "/approval", Map.of("seen", "Between " + person.ref))
                .statusCode(303);
        assertEquals("Wanted " + person.ref, of(() -> again(person).fullName));
    }

    @Test
    void aDeclinedChangeSaysWhyToThePerson() {
        var person = me();
        own.post("/me/detail-changes/BIRTH_DATE", Map.of("value-day", "5", "value-month", "5", "value-year", "1989"))
                .statusCode(303);
        var path = "/detail-changes/" + newest(person).ref + "/refusal";
        kent.post(path, Map.of()).statusCode(422).body(containsString("Enter why, for the person to read"));
        kent.post(path, Map.of("reason", "Show us your passport first")).statusCode(303);
        assertEquals(LocalDate.of(1990, 5, 5), of(() -> again(person).birthDate));
        own.get("/me/details").body(containsString("Show us your passport first"));
    }

    private static List<Template> sentTo(String email) {
        return of(() -> Message.<Message>list("recipient = ?1 order by id", email).stream()
                .map(m -> m.template)
                .toList());
    }

    /** Asks for another address and has it approved; says what the coordinator reads then. */
    private String approved(Volunteer person, String address) {
        var before = of(() -> again(person).email);
        own.post("/me/detail-changes/EMAIL", Map.of("value", address)).statusCode(303);
        var said = kent.post("/detail-changes/" + newest(person).ref + "/approval", Map.of("seen", before))
                .statusCode(303)
                .extract()
                .cookie("attest-flash");
        assertEquals(address, of(() -> again(person).email));
        return new String(Base64.getUrlDecoder().decode(said), StandardCharsets.UTF_8);
    }

    @Test
    void theAddressOneSignsInWithFollowsTheApprovedOneOnceItsReaderTakesItUp() {
        var person = me();
        var old = own.email();
        var address = Reference.random().toLowerCase() + "@new.example";
        approved(person, address);
        assertEquals(List.of(Template.SIGN_IN_ADDRESS), sentTo(address));
        assertTrue(sentTo(old).contains(Template.NEWS), "whoever reads the old one learns of it");
        assertEquals(old, of(() -> Account.<Account>findById(own.accountId()).email));

        var link = TestAddressLinks.offer(own.accountId(), address);
        As.stranger().get(link).statusCode(200).body(containsString(address));
        As.stranger().post(link, Map.of()).statusCode(303);
        assertEquals(address, of(() -> Account.<Account>findById(own.accountId()).email));
        As.stranger().get(link).statusCode(404);
    }

    /** Neither the coordinator nor the person may learn that somebody elsewhere has an account with an address. */
    @Test
    void anAddressThatAnotherAccountHasIsAnsweredLikeAnyOther() {
        var person = me();
        var other = As.role(Role.VOLUNTEER, "gwent");
        var free = approved(person, Reference.random().toLowerCase() + "@new.example");
        var taken = approved(person, other.email());
        assertTrue(free.contains("until they take up the message to the new address"), free);
        assertEquals(free, taken);
        assertEquals(List.of(Template.SIGN_IN_ADDRESS), sentTo(other.email()));

        // only its reader is told, and the address stays with the account that has it
        var link = TestAddressLinks.offer(own.accountId(), other.email());
        As.stranger().get(link).statusCode(200).body(containsString("This address has an account already"));
        As.stranger().post(link, Map.of()).statusCode(409);
        assertEquals(own.email(), of(() -> Account.<Account>findById(own.accountId()).email));
    }

    @Test
    void aNewerRequestTakesThePlaceOfTheOlderAndCanBeTakenBack() {
        var person = me();
        own.post("/me/detail-changes/FORCE_NUMBER", Map.of("value", "A" + person.ref))
                .statusCode(303);
        own.post("/me/detail-changes/FORCE_NUMBER", Map.of("value", "B" + person.ref))
                .statusCode(303);
        assertEquals(List.of("B" + person.ref), of(() -> KeyChange.of(again(person)).stream()
                .filter(KeyChange::isOpen)
                .map(k -> k.wanted)
                .toList()));
        own.post("/me/detail-changes/FORCE_NUMBER/withdrawal", Map.of()).statusCode(303);
        own.post("/me/detail-changes/FORCE_NUMBER/withdrawal", Map.of()).statusCode(404);
        assertEquals(null, of(() -> again(person).forceNumber));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgOwnDetailsTest extends OwnDetailsTest {}
