package org.attest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.attest.As;
import org.attest.security.Role;
import org.attest.vetting.CaseState;
import org.attest.vetting.TestCases;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.Test;

/** A clean case from the form that came to the end of its checks, with one request for what was missing. */
@QuarkusTest
class VettingOfficersJobTest extends Journey {

    private static final String SLUG = "thames-valley";

    @Test
    void takesAFormToTheEndOfItsChecks() {
        var person = People.special()
                .in(SLUG)
                .named("Wilhelmina Ashgrove")
                .inStage(Stage.VETTING)
                .eligible()
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
    }
}
