package org.attest.exchange;

import static org.attest.exchange.ImportDesk.person;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.force.Reference;
import org.attest.security.Role;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** Going live: what people have passed comes with them, by the rules of training, and goes with them when the import is undone. */
@QuarkusTest
class QualificationsFromAFileTest {

    private static final String HEAD = "Name,Email,DSC-101,DSC-103 passed on,DSC-104 date,Training assessed by\n";

    private final String mine = Reference.random().toLowerCase();
    private final ImportDesk desk = new ImportDesk();

    private String row(String name, String cells) {
        return name + " " + mine + "," + email(name) + "," + cells + "\n";
    }

    private String email(String name) {
        return name.toLowerCase() + "-" + mine + "@q.example";
    }

    private Volunteer of(String name) {
        return person(email(name));
    }

    private String training(String name) {
        return "/volunteers/" + of(name).ref + "/training";
    }

    @Test
    void daysComeInAndAreMarkedAsTheForceAttestsThem() {
        var assessor = As.role(Role.ASSESSOR, "kent");
        var file = HEAD + row("Ann", "4/5/2026,5/5/2026,6/5/2026," + assessor.email());
        desk.broughtIn("VOLUNTEERS", file);
        desk.coordinator
                .get(training("Ann"))
                .body(containsString("Earned and valid from 4 May 2026, last valid day 4 May 2028"))
                .body(containsString("Earned and valid from 5 May 2026"))
                .body(containsString("Assessed by " + assessor.name()))
                .body(containsString("Brought in from a file of people"))
                .body(containsString("not verified"));
        assertEquals(new Counts(0, 0, 1, 0), TrainingDesk.counts(desk.checked("VOLUNTEERS", file)), "again: same");
    }

    @Test
    void whatTheRulesRefuseIsRefusedBesideItsCell() {
        var batch = desk.checked(
                "VOLUNTEERS",
                HEAD
                        + row("First", ",5/5/2026,,")
                        + row("Signed", "4/5/2026,,6/5/2026,")
                        + row("Ahead", "4/5/2027,,,")
                        + row("Stranger", "4/5/2026,,6/5/2026,nobody@q.example")
                        + row("Clean", "5/5/2026,5/5/2026,,"));
        assertEquals(new Counts(1, 0, 0, 4), TrainingDesk.counts(batch));
        desk.coordinator
                .get(batch + "?show=refused")
                .body(containsString("DSC-103 needs DSC-101, which is not passed (training rule 2)"))
                .body(containsString("choose who assessed it (training rule 6)"))
                .body(containsString("the day lies ahead"))
                .body(containsString("nobody of this name or address assesses in the force (training rule 6)"));
    }

    /** The day is that of the last time: what was renewed since was passed before too (training rule 2). */
    @Test
    void aLaterRenewalOfWhatAModuleNeedsDoesNotStandInItsWay() {
        var assessor = As.role(Role.ASSESSOR, "kent").email();
        var file = HEAD + row("Ann", "10/1/2026,1/6/2025,2/3/2026," + assessor);
        desk.broughtIn("VOLUNTEERS", file);
        desk.coordinator
                .get(training("Ann"))
                .body(containsString("Earned and valid from 10 January 2026"))
                .body(containsString("Earned and valid from 1 June 2025"));
        // and in a second file, where Attest has the renewal already
        desk.broughtIn("VOLUNTEERS", HEAD + row("Ben", "10/1/2026,,,"));
        desk.broughtIn("VOLUNTEERS", HEAD + row("Ben", ",1/6/2025,,"));
        desk.coordinator.get(training("Ben")).body(containsString("Earned and valid from 1 June 2025"));
    }

    /** Whoever served before their force came to Attest is past the tutored shifts and the final board. */
    @Test
    void whoServedBeforeComesWithTutoredShiftsAndBoard() {
        var assessor = As.role(Role.ASSESSOR, "kent").email();
        var before = List.of("101", "103", "104", "201", "202", "203", "204", "205", "301", "302", "307", "308");
        var head = before.stream().map(code -> ",DSC-" + code).collect(Collectors.joining());
        var days = before.stream().map(code -> ",4/5/2026").collect(Collectors.joining());
        desk.broughtIn(
                "VOLUNTEERS",
                "Name,Email" + head + ",Training assessed by\n" + row("Ann", days.substring(1) + "," + assessor));
        desk.coordinator.get(training("Ann")).body(containsString("DSC-308")).body(containsString("Does not expire"));
        var unsigned = desk.checked(
                "VOLUNTEERS", "Name,Email" + head + ",Training assessed by\n" + row("Ben", days.substring(1) + ","));
        desk.coordinator.get(unsigned).body(containsString("(training rule 6)"));
    }

    @Test
    void whatAttestHasIsNotRewritten() {
        desk.broughtIn("VOLUNTEERS", HEAD + row("Ann", "4/5/2026,,,"));
        var earlier = desk.checked("VOLUNTEERS", HEAD + row("Ann", "4/5/2025,,,"));
        assertEquals(new Counts(0, 0, 0, 1), TrainingDesk.counts(earlier));
        desk.coordinator.get(earlier).body(containsString("Attest has 4 May 2026, and a file does not change it"));
        // what stands on it is added
        desk.broughtIn("VOLUNTEERS", HEAD + row("Ann", ",6/5/2026,,"));
        desk.coordinator.get(training("Ann")).body(containsString("Earned and valid from 6 May 2026"));
    }

    @Test
    void undoneItIsAsIfItHadNeverBeen() {
        desk.broughtIn("VOLUNTEERS", "Name,Email\n" + row("Old", "").replace(",\n", "\n"));
        var batch = desk.broughtIn("VOLUNTEERS", HEAD + row("Old", "4/5/2026,,,") + row("New", "4/5/2026,,,"));
        desk.undo(batch).statusCode(303);
        assertNull(of("New"));
        desk.coordinator.get(training("Old")).body(not(containsString("4 May 2026")));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgQualificationsFromAFileTest extends QualificationsFromAFileTest {}
