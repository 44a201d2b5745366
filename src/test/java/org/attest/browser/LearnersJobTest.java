package org.attest.browser;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.attest.As;
import org.attest.security.Role;
import org.attest.training.TestAttempts;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.Test;

/** From signing in to the certificate of a module: reading, leaving, coming back, answering, handing in, on a phone. */
@QuarkusTest
class LearnersJobTest extends Journey {

    private static final String MODULE = "DSC-101 Role, ethics and conduct";

    @Test
    void readsAModulePassesItAndTakesTheCertificate() {
        var phone = As.role(Role.VOLUNTEER, "kent");
        People.special()
                .inStage(Stage.TRAINING)
                .named("Ottoline Reed")
                .withAccount(phone.accountId())
                .saved();
        var hand = walk(PHONE).signIn(phone);
        hand.reads("Go on with your training");
        hand.follow("My training");
        hand.heads("My training");
        hand.reads("Ready about");
        hand.reads("153 hours of learning left");
        hand.type("pace", "40");
        hand.send("Show it for that pace");
        hand.reads("at the 40 hours a month you asked for");
        hand.follow(MODULE);
        hand.reads("You have read 0 of 8 sections");
        hand.reads("that day included");

        hand.follow("What the role is, and what it is not");
        for (int section = 1; section <= 8; section++) {
            hand.reads("Section " + section + " of 8");
            hand.send("I have read this, go on");
        }
        hand.reads("You have read 8 of 8 sections");

        hand.send("Answer the questions");
        hand.heads("Question 1 of 10");
        var attempt = hand.path().replaceAll(".*/attempts/(\\w+).*", "$1");
        hand.send("Save and go on");
        hand.reads("There is a problem");
        for (int question = 1; question <= 4; question++) answer(hand, attempt, question);

        // another evening
        hand.send("Sign out");
        hand.signIn(phone);
        hand.press(hand.at("main a[href='/me/training/DSC-101']").first());
        hand.follow("Go on with the questions");
        hand.reads("6 questions have no answer yet");
        hand.follow("Go on with question 5");
        for (int question = 5; question <= 10; question++) answer(hand, attempt, question);

        hand.heads("Your answers");
        hand.reads("Each question has an answer");
        hand.send("Hand in my answers");
        hand.heads("Passed with 100%");
        hand.reads("Valid until 16 June 2028");
        hand.follow("Back to my training");
        hand.reads("Passed: 1 module");
        hand.reads("1 of the 13 modules");

        hand.follow("My certificates");
        hand.reads(MODULE);
        hand.reads("Last valid day 16 June 2028");
        var certificate = hand.at("main a[href$='/certificate.pdf']").getAttribute("href");
        phone.get(certificate).statusCode(200).contentType("application/pdf");
    }

    /** By keyboard, as the question asks for it. */
    private static void answer(Walk hand, String attempt, int question) {
        hand.heads("Question " + question + " of 10");
        for (var field : TestAttempts.form(attempt, question, true).entrySet()) {
            field(hand, field.getKey(), field.getValue());
        }
        hand.send("Save and go on");
    }

    private static void field(Walk hand, String name, List<String> values) {
        if (hand.at("select[name='" + name + "']").count() > 0) {
            var select = hand.at("select[name='" + name + "']");
            hand.chooseLine(select, Integer.parseInt(values.get(0)));
        } else if (hand.at("input[type=radio][name='" + name + "']").count() > 0) {
            hand.choose(name, values.get(0));
        } else {
            for (var value : values) hand.tickValue(name, value);
        }
    }
}
