package org.attest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.attest.As;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.Test;

/** A cohort is opened and filled, the next one waits, moves up when a place falls free, and everybody gets a message. */
@QuarkusTest
class CohortJobTest extends Journey {

    private static final String SLUG = "nottinghamshire";

    @Test
    void fillsWaitsMovesUpAndWrites() {
        var phone = As.role(Role.APPLICANT, SLUG);
        var next = People.special()
                .in(SLUG)
                .named("Rosalind Wren")
                .inStage(Stage.INTERVIEW)
                .withAccount(phone.accountId())
                .saved();
        var first = People.special().in(SLUG).named("Ambrose Pike").saved();
        var second = People.special().in(SLUG).named("Beatrix Crane").saved();
        var desk = walk(DESK).signIn(As.coordinatorOf(SLUG));

        desk.follow("Cohorts");
        desk.follow("Open a cohort");
        desk.day("startsOn", 7, "September", 2026);
        desk.type("capacity", "2");
        desk.type("targetDeployable", "2");
        desk.tick("takesApplicants");
        desk.send("Open the cohort");
        desk.reads("There is a problem");
        desk.type("name", "Autumn of the journeys");
        desk.send("Open the cohort");
        desk.follow("Volunteers");
        for (var person : new String[] {first.ref, second.ref}) desk.tickPerson(person);
        desk.pick(desk.at("#deed"), "Put in cohort Autumn of the journeys");
        desk.send("See what would happen");
        desk.reads("It would happen to everybody");
        desk.send("Put 2 people in the cohort");
        desk.heads("Done for 2 people");

        var hand = walk(PHONE).signIn(phone);
        hand.to("/me/cohorts");
        hand.reads("Full");
        hand.send("Join the waiting list");
        hand.reads("number 1");

        desk.follow("Cohorts");
        desk.follow("Autumn of the journeys");
        desk.reads("The cohort is full");
        desk.follow("1 person is on the waiting list");
        assertThat(desk.line(next.fullName)).containsText("Interview");
        desk.to("/volunteers/" + first.ref + "/cohort");
        desk.choose("to", desk.at("main input[name=to]").last().getAttribute("value"));
        desk.send("Save");
        desk.reads("is in no cohort");
        desk.follow("Cohorts");
        desk.follow("Autumn of the journeys");
        desk.reads("Rosalind Wren");
        desk.reads("Nobody is on the waiting list");

        desk.follow("Write to everybody");
        desk.send("See who gets it");
        desk.reads("There is a problem");
        desk.type("words", "We begin at nine. Bring your passport.");
        desk.send("See who gets it");
        desk.reads("Nothing is sent yet");
        desk.send("Send to 2 people");
        desk.heads("Sent to 2 people");

        hand.press(hand.at("a[href='/notices']"));
        hand.reads("Autumn of the journeys");
        hand.to("/me/cohorts");
        hand.reads("You have a place in the cohort");
        hand.reads("We begin at nine. Bring your passport.");
    }
}
