package org.attest.recruitment.message;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.force.Everywhere;
import org.attest.recruitment.request.TestRequests;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.PersonalMessage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** A coordinator and one person write to each other on the record; whatever else was sent stands in the same place. */
@QuarkusTest
class MessagesOnTheRecordTest {

    private final As own = As.role(Role.APPLICANT, "kent");
    private final As kent = As.coordinatorOf("kent");

    private Volunteer me() {
        return People.special().withAccount(own.accountId()).saved();
    }

    private static String of(Volunteer person) {
        return "/volunteers/" + person.ref + "/messages";
    }

    private static <T> T look(Callable<T> look) {
        return QuarkusTransaction.requiringNew().call(() -> Everywhere.call(look));
    }

    private static List<String> noticesOf(As who) {
        return look(() -> Panache.getEntityManager()
                .createQuery("select n.sentence from Notice n where n.account.id = :a order by n.id", String.class)
                .setParameter("a", who.accountId())
                .getResultList());
    }

    @Test
    void isWrittenReadAndAnsweredOnTheRecord() {
        var person = me();
        kent.get(of(person)).statusCode(200).body(containsString("Nothing is written yet"));
        kent.post(of(person), Map.of("words", " ")).statusCode(422).body(containsString("Enter the message"));
        kent.post(of(person), Map.of("words", "Bring your passport on Monday")).statusCode(303);
        assertEquals(List.of(kent.name() + " has written to you"), noticesOf(own));
        own.get("/me/messages")
                .statusCode(200)
                .body(containsString("Bring your passport on Monday"))
                .body(containsString(kent.name()));
        own.post("/me/messages", Map.of("words", "x".repeat(PersonalMessage.LONGEST + 1)))
                .statusCode(422);
        own.post("/me/messages", Map.of("words", "Is a driving licence enough?"))
                .statusCode(303);
        own.get("/me/messages").body(containsString("Waits for an answer"));
        assertTrue(noticesOf(kent).contains(person.fullName + " has written to you"));
        kent.get(of(person))
                .body(containsString("Is a driving licence enough?"))
                .body(containsString("It needs no answer"));
        kent.post(of(person), Map.of("words", "Yes", "seen", seen(kent, person)))
                .statusCode(303);
        kent.get(of(person)).body(not(containsString("It needs no answer")));
        own.get("/me/messages").body(not(containsString("Waits for an answer")));
    }

    @Test
    void whatWaitsForAnAnswerIsWork() {
        var person = People.special().in("humberside").saved();
        var coordinator = As.coordinatorOf("humberside");
        look(() -> PersonalMessage.answer(
                Volunteer.byRef(person.ref).orElseThrow(),
                "When do I hear from you?",
                People.SOMEBODY,
                Clock.systemUTC()));
        coordinator.get("/").body(containsString("Message of " + person.fullName));
        var seen = Map.of("seen", seen(coordinator, person));
        coordinator.post(of(person) + "/settling", Map.of()).statusCode(422);
        coordinator.post(of(person) + "/settling", seen).statusCode(303);
        coordinator.get("/").body(not(containsString("Message of " + person.fullName)));
        coordinator
                .post(of(person) + "/settling", seen)
                .statusCode(422)
                .body(containsString("Nothing waits for an answer any more"));
    }

    /** What came while somebody wrote their answer was read by nobody, and waits on. */
    @Test
    void whatCameMeanwhileIsNotAnswered() {
        var person = me();
        own.post("/me/messages", Map.of("words", "May I come at six?")).statusCode(303);
        var seen = seen(kent, person);
        own.post("/me/messages", Map.of("words", "And where is it?")).statusCode(303);
        kent.post(of(person), Map.of("words", "At six, yes", "seen", seen)).statusCode(303);
        kent.get(of(person)).body(containsString("It needs no answer"));
        own.get("/me/messages").body(containsString("Waits for an answer"));
        kent.post(of(person) + "/settling", Map.of("seen", seen)).statusCode(422);
        kent.post(of(person) + "/settling", Map.of("seen", seen(kent, person))).statusCode(303);
        own.get("/me/messages").body(not(containsString("Waits for an answer")));
    }

    /** How many messages of the person the page says it shows. */
    private static String seen(As reader, Volunteer person) {
        var page = reader.get(of(person)).statusCode(200).extract().asString();
        return page.replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
    }

    @Test
    void theWordsStandInNoTrailNoNoticeAndNoEmail() {
        var person = me();
        kent.post(of(person), Map.of("words", "Unmistakable words")).statusCode(303);
        var entries = look(() -> Panache.getEntityManager()
                .createQuery(
                        "select e.action, e.reason, e.fields from TrailEntry e where e.subject = :ref", Object[].class)
                .setParameter("ref", person.ref)
                .getResultList());
        assertTrue(entries.stream().anyMatch(e -> "message written".equals(e[0]) && "TO_PERSON".equals(e[1])));
        assertFalse(entries.stream().anyMatch(e -> String.valueOf(e[2]).contains("Unmistakable")));
        assertFalse(noticesOf(own).toString().contains("Unmistakable"));
    }

    @Test
    void somebodyWithoutAnAccountIsToBeCalled() {
        var person = People.special().saved();
        kent.get(of(person)).body(containsString("has no account to read it with"));
        kent.post(of(person), Map.of("words", "Call me")).statusCode(303);
        kent.get(of(person)).body(containsString("the e-mail told them to call"));
    }

    @Test
    void requestsAndLettersStandInTheSamePlace() {
        var person = me();
        var request = TestRequests.open(person);
        var letter = Map.of(
                "matter",
                "your interview",
                "day",
                "4 July 2026",
                "time",
                "10am",
                "place",
                "Maidstone",
                "reference",
                "X");
        var path = "/volunteers/" + person.ref + "/letters/letter-invitation";
        kent.post(path, letter).statusCode(200);
        own.get("/me/messages")
                .body(containsString("href=\"/me/requests/" + request.ref + "\""))
                .body(not(containsString("Letter: invitation")));
        kent.get(of(person))
                .body(containsString("/requests/" + request.ref))
                .body(containsString("not said to be handed over"));
        var handed = new HashMap<>(letter);
        handed.put("handedOver", "yes");
        kent.post(path, handed).statusCode(200);
        own.get("/me/messages").body(containsString("Letter: invitation"));
    }

    @Test
    void aRefusalStandsThereToo() {
        People.refusedIn("kent", own.accountId());
        own.get("/me/messages").body(containsString("href=\"/me/refusal\""));
    }

    @Test
    void isNobodyElses() {
        var person = me();
        As.coordinatorOf("gwent").get(of(person)).statusCode(404);
        As.coordinatorOf("gwent").post(of(person), Map.of("words", "Hello")).statusCode(404);
        As.role(Role.SUPERVISOR, "kent").get(of(person)).statusCode(403);
        kent.get("/me/messages").statusCode(403);
    }

    @Test
    void nobodyWritesToThemselvesAsTheirCoordinator() {
        var mine = People.special().withAccount(kent.accountId()).saved();
        kent.post(of(mine), Map.of("words", "Well done")).statusCode(422);
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgMessagesOnTheRecordTest extends MessagesOnTheRecordTest {}
