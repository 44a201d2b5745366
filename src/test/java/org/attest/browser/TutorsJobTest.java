package org.attest.browser;

import io.quarkus.test.junit.QuarkusTest;
import org.attest.As;
import org.attest.TestClock;
import org.attest.security.Role;
import org.attest.training.TestShifts;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.Test;

/** A tutor records a shift and signs it; the learner reads on the phone what was seen, and counter-signs. */
@QuarkusTest
class TutorsJobTest extends Journey {

    @Test
    void recordsSignsAndIsCounterSigned() {
        var phone = As.role(Role.VOLUNTEER, "kent");
        var learner = People.special()
                .named("Marigold Finch")
                .inStage(Stage.TRAINING)
                .withAccount(phone.accountId())
                .saved();
        TestShifts.mayBeTutored(learner, TestClock.TODAY.minusDays(40));
        var desk = walk(DESK).signIn(As.role(Role.TUTOR, "kent"));

        desk.to("/forces/kent/volunteers?q=Marigold");
        desk.follow("Marigold Finch");
        desk.press(desk.at(".moj-sub-navigation__link:has-text('Training')"));
        desk.press(desk.at("main a:has-text('open the shifts')"));
        desk.reads("No shift is signed yet");
        desk.follow("Record a shift");
        desk.day("day", 15, "June", 2026);
        desk.type("from", "6:30pm");
        desk.type("until", "10:45pm");
        desk.type("report", "Prepared material, from the plan to handing over.");
        desk.pick(desk.at("#rating-sort-by-urgency"), "Outstanding");
        desk.pick(desk.at("#rating-give-reasons"), "On their own");
        desk.send("Keep and look at it before signing");
        desk.reads("There is a problem");
        desk.reads("“outstanding” needs words");
        desk.type("seen-sort-by-urgency", "Put the child first, and said why at once.");
        desk.send("Keep and look at it before signing");
        desk.heads("Sign the shift");
        desk.reads("4 hours 15 minutes");
        desk.send("Sign the shift");
        desk.reads("is asked to counter-sign it");

        var hand = walk(PHONE).signIn(phone);
        hand.press(hand.at("a:has-text('Counter-sign your tutored shift')"));
        hand.reads("Put the child first, and said why at once.");
        hand.send("Counter-sign the shift");
        hand.reads("1 shift counts, 4 hours 15 minutes");

        desk.to("/volunteers/" + learner.ref + "/training/tutored-shifts");
        desk.reads("1 shift counts");
        desk.reads("5 shifts more");
    }
}
