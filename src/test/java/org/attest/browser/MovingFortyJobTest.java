package org.attest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.volunteer.People;
import org.junit.jupiter.api.Test;

/** A coordinator moves a whole stage on from the board, reads why somebody stays, and takes it back as a whole. */
@QuarkusTest
class MovingFortyJobTest extends Journey {

    private static final String SLUG = "west-midlands";

    @Test
    void movesFortyReadsWhoStaysAndUndoesIt() {
        var crowd = People.saved(IntStream.range(0, 41)
                .mapToObj(i -> People.special().in(SLUG).eligible())
                .toList());
        var unready = People.special().in(SLUG).named("Tabitha Unready").saved();
        var faster = crowd.get(40);
        var desk = walk(DESK).signIn(As.coordinatorOf(SLUG));

        desk.follow("Volunteers");
        desk.follow("Board");
        desk.send("See what would happen");
        desk.reads("Nobody is ticked");
        desk.follow("Back to where you were");
        desk.tick("all-applied");
        desk.send("See what would happen");
        desk.heads("What would happen to 42 people");
        desk.reads("It would happen to 41 of 42");
        assertThat(desk.line(unready.fullName)).containsText("Stays");
        assertThat(desk.line(unready.fullName)).containsText("The right to remain is not recorded: ask for it");

        // somebody else is faster with one of them
        As.coordinatorOf(SLUG)
                .post(
                        "/forces/" + SLUG + "/bulk-acts/done",
                        Map.of("reason", "", "person", faster.ref + " APPLIED NEXT"))
                .statusCode(303);
        desk.send("Move 41 people");
        desk.heads("Done for 40 people");
        assertThat(desk.line(faster.fullName)).containsText("Not done");
        assertThat(desk.line(faster.fullName)).containsText("Moved already: in the stage interview");
        assertThat(desk.line(crowd.get(0).fullName)).containsText("Moved to interview from applied");

        desk.send("Undo for all 40 people");
        desk.heads("Undone for 40 people");
        desk.follow("see everything done together");
        desk.reads("Undone by");
        desk.press(desk.at("main tbody a").first());
        desk.follow(crowd.get(0).fullName);
        desk.follow("History");
        desk.reads("Moved to interview, and taken back");
        desk.reads("Entered at applied");
    }
}
