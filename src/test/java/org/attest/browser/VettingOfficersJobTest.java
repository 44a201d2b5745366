package org.attest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.attest.As;
import org.attest.security.Role;
import org.attest.vetting.CaseState;
import org.attest.vetting.TestCases;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/**
 * A clean case from the form that came to the clearance, with one request for what was missing: by one officer alone, as
 * nothing adverse is found. Then what the coordinator and the applicant see of it.
 */
@QuarkusTest
class VettingOfficersJobTest extends Journey {

    private static final String SLUG = "thames-valley";

    /** Ten years from 16 June 2026, the last of them included. */
    private static final String LAST_VALID_DAY = "15 June 2036";

    /** A word of the assessment and one of the full reasons, which the vetting unit alone reads. */
    private static final List<String> SEALED = List.of("unblemished", "crystalline");

    @Test
    void takesAFormToAClearance() {
        var phone = As.role(Role.APPLICANT, SLUG);
        var person = People.special()
                .in(SLUG)
                .named("Wilhelmina Ashgrove")
                .inStage(Stage.VETTING)
                .eligible()
                .withAccount(phone.accountId())
                .saved();
        var one = TestCases.of(person).upTo(CaseState.SUBMITTED);
        var desk = walk(DESK).signIn(As.role(Role.VETTING_OFFICER, SLUG));
        desk.reads("Vetting: Wilhelmina Ashgrove");
        desk.follow("Vetting");
        desk.heads("1 case to do now");
        desk.reads("In 42 days");
        desk.follow("Wilhelmina Ashgrove");
        desk.heads("Wilhelmina Ashgrove");

        desk.follow("Authenticate the form");
        desk.send("Authenticate the form");
        desk.reads("There is a problem");
        desk.reads("vetting rule 23");
        for (var code : List.of("C1", "C2")) {
            desk.pick(desk.at("#result-" + code), "Clear");
            desk.type("by-" + code, "Recruitment");
            desk.day("on-" + code, 15, "June", 2026);
        }
        desk.send("Authenticate the form");
        desk.reads("The form is authenticated");

        desk.follow("Begin the checks");
        desk.reads("C4 Police National Computer");
        desk.send("Begin the checks");

        desk.follow("Ask for what is missing");
        desk.type("what", "The dates of your job of 2023");
        desk.send("Ask");
        desk.reads("Clock stopped: the applicant was asked for what is missing");
        desk.follow("Ask for what is missing");
        desk.send("Take the request back");

        desk.follow("C4 Police National Computer");
        desk.choose("result-C4", "CLEAR");
        desk.type("by-C4", "The bureau");
        desk.day("on-C4", 16, "June", 2026);
        desk.send("Record");
        desk.reads("C4 Police National Computer is recorded");

        desk.follow("Record the checks");
        desk.type("by", "The bureau");
        desk.day("on", 16, "June", 2026);
        for (var code : one.openMandatory()) desk.pick(desk.at("#result-" + code), "Clear");
        desk.send("Record");
        desk.follow("End the checks");
        desk.send("End the checks");
        desk.reads("the case is to be assessed");
        assertEquals(CaseState.ASSESSMENT, one.state());
        desk.reads("History");

        decides(desk);
        assertEquals(CaseState.GRANTED, one.state());
        coordinatorReads(person);
        applicantReads(phone);
    }

    /** Vetting section 3.2: the officer grants alone where nothing is adverse. */
    private static void decides(Walk desk) {
        desk.follow("Assess the case");
        desk.reads("Nothing adverse stands");
        desk.send("Keep the assessment");
        desk.reads("Enter what is known");
        desk.type("information", "Every answer came back " + SEALED.get(0));
        desk.type("action", "Grant it at once");
        desk.choose("recommends", "GRANTED");
        desk.send("Keep the assessment");
        desk.heads("Decide the case");
        desk.reads("This is for the vetting manager to decide (vetting section 3.2)");
        assertEquals(List.of("outcome"), desk.radios());
        desk.choose("outcome", "GRANTED");
        desk.send("Check it first");
        desk.reads("Enter the full reasons");
        desk.type("inFull", "A record as " + SEALED.get(1) + " as one could wish");
        desk.send("Check it first");
        desk.heads("Check the decision");
        desk.reads("Wilhelmina Ashgrove is cleared from today");
        desk.reads(LAST_VALID_DAY);
        desk.send("Grant the clearance");
        desk.reads("The case is decided: Granted");
        desk.follow("Vetting");
        desk.heads("0 cases to do now");
        desk.follow("Decided lately");
        desk.reads("Wilhelmina Ashgrove");
        for (var word : SEALED) assertTrue(desk.hasRead(word), word);
    }

    /** Vetting rule 38: level, outcome and dates, nothing else. */
    private void coordinatorReads(Volunteer person) {
        var recruiter = walk(DESK).signIn(As.coordinatorOf(SLUG));
        recruiter.to("/volunteers/" + person.ref);
        recruiter.follow("History");
        recruiter.follow("Profile");
        recruiter.reads("Recruitment vetting");
        recruiter.follow("Vetting");
        recruiter.reads("Granted, on 16 June 2026, last valid day " + LAST_VALID_DAY);
        for (var word : SEALED) assertFalse(recruiter.hasRead(word), word);
        for (var word : List.of("The bureau", "job of 2023", "Police National Computer", "Conditions apply")) {
            assertFalse(recruiter.hasRead(word), word);
        }
    }

    private void applicantReads(As phone) {
        var hand = walk(PHONE).signIn(phone);
        hand.press(hand.at("header a[href='/notices']"));
        hand.send("There is news about your vetting");
        hand.reads("Granted, valid until " + LAST_VALID_DAY);
        hand.reads("What happens next");
        hand.reads("You, while it lasts: Tell the vetting unit at once when something of what you wrote changes");
        hand.follow("Back to my status");
        hand.reads("Last valid day " + LAST_VALID_DAY);
        for (var word : SEALED) assertFalse(hand.hasRead(word), word);
    }
}
