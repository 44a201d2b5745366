package org.attest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.attest.As;
import org.attest.TestClock;
import org.attest.recruitment.meeting.TestMeetings;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.Test;

/** Times are opened, a stage is invited, people book on their phone, and a group gets its different results in one form. */
@QuarkusTest
class MeetingsJobTest extends Journey {

    private static final String SLUG = "avon-and-somerset";

    private static People applicant(String name) {
        return People.special().in(SLUG).named(name).inStage(Stage.INTERVIEW);
    }

    @Test
    void opensInvitesBooksAndRecords() {
        var phone = As.role(Role.APPLICANT, SLUG);
        var prudence =
                applicant("Prudence Larkin").withAccount(phone.accountId()).saved();
        var barnaby = applicant("Barnaby Frost").saved();
        var cordelia = applicant("Cordelia Swift").saved();
        var coordinator = As.coordinatorOf(SLUG);
        var desk = walk(DESK).signIn(coordinator);

        desk.follow("Meetings");
        desk.reads("No time is open");
        desk.follow("Open times");
        desk.choose("kind", "INTERVIEW");
        desk.day("day", 23, "June", 2026);
        desk.type("at", "10:30");
        desk.type("minutes", "45");
        desk.type("places", "3");
        desk.type("count", "2");
        desk.type("pause", "15");
        desk.send("Open");
        desk.reads("There is a problem");
        desk.type("place", "Enderby, main entrance");
        desk.send("Open");
        desk.heads("2 times ahead");

        desk.follow("Invite people");
        desk.choose("kind", "INTERVIEW");
        desk.pick(desk.at("#group"), "Everybody in the stage Interview");
        desk.send("See who would be invited");
        desk.reads("3 of 3. Nothing has happened yet.");
        desk.send("Invite 3 people");
        desk.heads("3 people invited");
        assertThat(desk.line(barnaby.fullName)).containsText("has no account");

        var hand = walk(PHONE).signIn(phone);
        hand.press(hand.at("a[href='/notices']").first());
        hand.reads("Book your interview");
        hand.to("/me/meetings");
        hand.send("Book this time");
        hand.reads("Choose");
        var first = hand.at("input[name=slot]").first().getAttribute("value");
        hand.choose("slot", first);
        hand.send("Book this time");
        hand.reads("Enderby, main entrance");
        hand.reads("Put it in your calendar");

        // the two without an account were called, and booked for
        var slot = TestMeetings.first(SLUG);
        TestMeetings.booked(barnaby, slot);
        TestMeetings.booked(cordelia, slot);
        TestClock.set(TestClock.TODAY.plusDays(8));
        desk = walk(DESK).signIn(coordinator);
        desk.follow("Meetings");
        desk.reads("1 time has no results yet");
        desk.press(desk.at("main a[href$='/results']").first());
        desk.send("Record");
        desk.reads("Choose a result for at least one person");
        result(desk, "Prudence Larkin", "Passed");
        result(desk, "Barnaby Frost", "Not passed");
        result(desk, "Cordelia Swift", "Did not attend");
        desk.send("Record");
        desk.reads("3 results are recorded");
        assertThat(desk.line(prudence.fullName)).containsText("Passed");
        assertThat(desk.line(barnaby.fullName)).containsText("Not passed");
        assertThat(desk.line(cordelia.fullName)).containsText("Did not attend");
    }

    private static void result(Walk desk, String name, String outcome) {
        desk.pick(desk.select(name), outcome);
    }
}
