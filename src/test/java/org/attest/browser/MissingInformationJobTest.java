package org.attest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.attest.As;
import org.attest.TestClock;
import org.attest.force.Everywhere;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** Everything that is missing is asked for once; the person sends part, then the rest, and the clock stands still until then. */
@QuarkusTest
class MissingInformationJobTest extends Journey {

    private static final String SLUG = "south-wales";

    private static Volunteer again(Volunteer person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> Volunteer.byRef(person.ref).orElseThrow()));
    }

    @Test
    void asksOnceAndIsAnsweredInTwoParts() {
        var phone = As.role(Role.APPLICANT, SLUG);
        var person = People.special()
                .in(SLUG)
                .named("Leander Hobb")
                .eligible()
                .inStage(Stage.APPLIED)
                .withAccount(phone.accountId())
                .saved();
        var coordinator = As.coordinatorOf(SLUG);
        LocalDate before = again(person).clockFrom;

        var desk = walk(DESK).signIn(coordinator);
        desk.to("/volunteers/" + person.ref + "/requests/new");
        desk.type("other-1", "A photograph of your driving licence number");
        desk.day("dueOn", 1, "June", 2026);
        desk.send("Ask");
        desk.reads("The due day must be after today");
        desk.day("dueOn", 30, "June", 2026);
        desk.send("Ask");
        desk.reads("The clock of the stage stands still");
        assertNotNull(again(person).pausedSince);

        var hand = walk(PHONE).signIn(phone);
        hand.to("/me");
        hand.press(hand.at("main a[href^='/me/requests/']").first());
        hand.heads("What is missing");
        hand.reads("3 things");
        hand.send("Send what I have");
        hand.reads("There is a problem");
        hand.type("phone", "01604 555 0122");
        hand.send("Send what I have");
        hand.reads("2 things");
        hand.reads("What you have sent");

        TestClock.set(TestClock.TODAY.plusDays(5));
        hand = walk(PHONE).signIn(phone);
        hand.to("/me");
        hand.press(hand.at("main a[href^='/me/requests/']").first());
        hand.type("emergencyName", "Hero Hobb");
        hand.type("emergencyPhone", "01604 555 0123");
        hand.type(hand.at("main textarea").first(), "AB12 CD34");
        hand.send("Send what I have");
        hand.heads("Nothing is missing any more");

        desk = walk(DESK).signIn(coordinator);
        desk.to("/volunteers/" + person.ref + "/requests");
        desk.reads("Everything was there on 21 June 2026");
        assertNull(again(person).pausedSince, "the clock runs");
        assertEquals(before.plusDays(5), again(person).clockFrom, "and the five days are not counted");
    }
}
