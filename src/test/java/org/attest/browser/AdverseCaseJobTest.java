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
 * An adverse case from what was found to the end of its appeal: the officer assesses and sends it up, a second person
 * refuses, the applicant appeals, a panel grants with a condition, and the coordinator reads a code.
 */
@QuarkusTest
class AdverseCaseJobTest extends Journey {

    private static final String SLUG = "city-of-london";

    /** The seventh working day after 16 June 2026. */
    private static final String APPEAL_UNTIL = "25 June 2026";

    private static final String MATTER = "Took a brass samovar from a stall";
    private static final String NOTE = "Cautioned at Cheapside on 3 May 2014";
    private static final String STAGE_ONE = "The admission satisfies any bystander";
    private static final String STAGE_TWO = "Grief passes, and this was grief";
    private static final String MITIGATION = "Nineteen, and newly orphaned";
    private static final String REBUTTAL = "Twelve years as a lighthouse keeper";
    private static final String REASONS = "What was recorded in 2014 weighs too much for an office of trust";
    private static final String IN_FULL = "The stallholder still remembers it with bitterness";
    private static final String GROUNDS = "The accusation was withdrawn the same week, as the letter I add shows";
    private static final String PANEL = "The withdrawn accusation outweighs the caution";
    private static final String UPHELD = "Your letter persuaded us";
    private static final String CONDITION = "Never alone among seized timepieces";
    private static final String WHY = "Portable valuables tempted once";

    /** A word of each text that neither the coordinator nor the applicant may ever read. */
    private static final List<String> UNIT_ALONE = List.of(
            "samovar",
            "Cheapside",
            "bystander",
            "Grief",
            "orphaned",
            "lighthouse",
            "stallholder",
            "outweighs",
            "tempted");

    /** A word of each text between the unit or the panel and the applicant. */
    private static final List<String> NOT_FOR_RECRUITERS =
            List.of("office of trust", "accusation", "persuaded", "timepieces");

    @Test
    void isDecidedByASecondPersonAndByAPanelOnAppeal() {
        var phone = As.role(Role.APPLICANT, SLUG);
        var recruiter = As.coordinatorOf(SLUG);
        var person = People.special()
                .in(SLUG)
                .named("Ottilie Harcourt")
                .inStage(Stage.VETTING)
                .eligible()
                .withAccount(phone.accountId())
                .saved();
        var one = TestCases.of(person).upTo(CaseState.CHECKS);

        var officer = walk(DESK).signIn(As.role(Role.VETTING_OFFICER, SLUG));
        finds(officer, one);
        assesses(officer);
        officer.heads("Decide the case");
        officer.reads("This case is decided by a second person");
        officer.reads("You cannot decide this case now");
        assertEquals(List.of(), officer.radios(), "vetting section 3.4");
        assertEquals(CaseState.ASSESSMENT, one.state());

        var manager = walk(DESK).signIn(As.role(Role.VETTING_MANAGER, SLUG));
        refuses(manager);
        assertEquals(CaseState.REFUSED, one.state());
        coordinatorReads(recruiter, person, "Refused, on 16 June 2026, with time to appeal until");

        appeals(phone);
        assertEquals(CaseState.APPEALED, one.state());

        var chair = walk(DESK).signIn(As.role(Role.APPEALS_CHAIR, SLUG));
        hears(chair);
        assertEquals(CaseState.GRANTED_WITH_RESTRICTIONS, one.state());
        for (var word : UNIT_ALONE) assertTrue(chair.hasRead(word), word);
        for (var word : NOT_FOR_RECRUITERS) assertTrue(chair.hasRead(word), word);

        var desk = coordinatorReads(recruiter, person, "Granted, conditions apply");
        desk.reads("Conditions apply: A second person is present");
        readsTheOutcome(phone);
    }

    /** A caution that is recorded as a matter, and the check that brought it to light. */
    private static void finds(Walk desk, TestCases one) {
        desk.reads("Vetting: Ottilie Harcourt");
        desk.follow("Vetting: Ottilie Harcourt");
        desk.follow("Record a matter");
        desk.pick(desk.at("#kind"), "A caution");
        desk.type("source", "C4");
        desk.send("Record the matter");
        desk.reads("Enter what was found");
        desk.type("what", MATTER);
        desk.choose("grading", "CONFIRMED");
        desk.send("Record the matter");
        desk.reads(MATTER);

        desk.follow("C4 Police National Computer");
        desk.choose("result-C4", "ADVERSE");
        desk.type("by-C4", "The bureau");
        desk.day("on-C4", 16, "June", 2026);
        desk.type("note-C4", NOTE);
        desk.send("Record");
        desk.follow("Record the checks");
        desk.type("by", "The bureau");
        desk.day("on", 16, "June", 2026);
        for (var code : one.openMandatory()) desk.pick(desk.at("#result-" + code), "Clear");
        desk.send("Record");
        desk.follow("End the checks");
        desk.reads("C4 Police National Computer: adverse");
        desk.send("End the checks");
    }

    /** Both stages of the test with their reasons (vetting rule 25), and why the presumption is rebutted (rule 21). */
    private static void assesses(Walk desk) {
        desk.follow("Assess the case");
        desk.type("information", "One caution, disclosed");
        desk.type("action", "Grant it, by whoever decides");
        desk.choose("recommends", "GRANTED");
        desk.send("Keep the assessment");
        desk.reads("Answer the first stage of the test");
        desk.reads("Enter the reasons for your second answer");
        desk.choose("suspected", "yes");
        desk.type("suspectedWhy", STAGE_ONE);
        desk.choose("refusalFits", "no");
        desk.type("refusalFitsWhy", STAGE_TWO);
        desk.type("mitigation", MITIGATION);
        desk.type("rebuttal", REBUTTAL);
        desk.send("Keep the assessment");
    }

    private static void refuses(Walk desk) {
        desk.follow("Vetting: Ottilie Harcourt");
        desk.follow("Decide the case");
        desk.reads(REBUTTAL);
        desk.choose("outcome", "REFUSED");
        desk.send("Check it first");
        desk.reads("Enter the reasons the person reads (vetting rule 29)");
        desk.type("forPerson", REASONS);
        desk.tick("harmTested");
        desk.type("inFull", IN_FULL);
        desk.send("Check it first");
        desk.heads("Check the decision");
        desk.reads("A letter with these reasons and an appeal form goes to Ottilie");
        desk.send("Refuse the clearance");
        desk.reads("The case is decided: Refused");
        desk.follow("Back to the case");
        desk.follow("Read the decision");
        desk.reads(IN_FULL);
    }

    private void appeals(As phone) {
        var hand = walk(PHONE).signIn(phone);
        hand.press(hand.at("header a[href='/notices']"));
        hand.send("There is news about your vetting");
        hand.reads("Refused on 16 June 2026");
        hand.reads(REASONS);
        hand.reads("You can appeal until " + APPEAL_UNTIL);
        hand.follow("Appeal");
        hand.reads("You can appeal until " + APPEAL_UNTIL);
        hand.send("Send my appeal");
        hand.reads("There is a problem");
        hand.type("grounds", GROUNDS);
        hand.send("Send my appeal");
        hand.reads("Your appeal is with the panel since 16 June 2026");
        hand.reads("Nobody who took part in the decision sits on it");
        for (var word : UNIT_ALONE) assertFalse(hand.hasRead(word), word);
    }

    /** The panel reads the grounds and the whole file, and upholds with a condition. */
    private static void hears(Walk desk) {
        desk.follow("Vetting: Ottilie Harcourt");
        desk.reads(MATTER);
        desk.follow("Decide the appeal");
        desk.reads(GROUNDS);
        desk.reads(IN_FULL);
        desk.follow("The whole file");
        desk.reads(NOTE);
        desk.follow("Decide the appeal");
        desk.choose("result", "GRANT");
        desk.type("reasons", PANEL);
        if (desk.at("#rebuttal").count() > 0) desk.type("rebuttal", REBUTTAL);
        desk.unfold("Condition 1");
        desk.pick(desk.at("#code-1"), "A second person");
        desk.type("text-1", CONDITION);
        desk.type("why-1", WHY);
        desk.type("told-1", "The supervisor");
        desk.type("forPerson", UPHELD);
        desk.send("Record the panel");
        desk.reads("There is a problem");
        desk.day("review-1", 16, "December", 2026);
        desk.tick("harmTested");
        desk.send("Record the panel");
        desk.reads("The appeal is decided");
        desk.reads(PANEL);
    }

    /** Vetting rule 38: the outcome, the level, its dates and the codes of conditions; on no page a word more. */
    private Walk coordinatorReads(As recruiter, Volunteer person, String outcome) {
        var desk = walk(DESK).signIn(recruiter);
        desk.follow("Volunteers");
        desk.follow("Ottilie Harcourt");
        desk.follow("History");
        desk.follow("Profile");
        desk.follow("Vetting");
        desk.reads(outcome);
        for (var word : UNIT_ALONE) assertFalse(desk.hasRead(word), word);
        for (var word : NOT_FOR_RECRUITERS) assertFalse(desk.hasRead(word), word);
        return desk;
    }

    private void readsTheOutcome(As phone) {
        var hand = walk(PHONE).signIn(phone);
        hand.press(hand.at("header a[href='/notices']"));
        hand.send("There is news about your vetting");
        hand.reads("Granted, valid until 15 June 2036");
        hand.reads("Upheld: the clearance is granted");
        hand.reads(UPHELD);
        hand.reads("A second person is present");
        hand.reads(CONDITION);
        hand.reads("What happens next");
        for (var word : UNIT_ALONE) assertFalse(hand.hasRead(word), word);
    }
}
