package org.attest.vetting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.attest.As;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.junit.jupiter.api.Test;

/** Links of officers with people (vetting section 3.4): declared, recorded by the manager, ended by somebody else. */
@QuarkusTest
class VettingConflictsTest {

    private static final String PATH = "/vetting/conflicts";

    @Test
    void areDeclaredAndShutTheOfficerOut() {
        As.coordinatorOf("kent").get(PATH).statusCode(403);
        var one = TestCases.invited().upTo(CaseState.CHECKS);
        String person = one.read(c -> c.volunteer.ref);
        String name = one.read(c -> c.volunteer.fullName);
        var officer = As.role(Role.VETTING_OFFICER, "kent");
        officer.get("/vetting-cases/" + one.ref()).statusCode(200);
        officer.post(PATH, Map.of("force", "kent", "person", person))
                .statusCode(422)
                .body(containsString("Choose how they are linked"));
        officer.post(PATH, Map.of("force", "kent", "person", "NNNNNNNNNNNN", "kind", "FAMILY"))
                .statusCode(422)
                .body(containsString("Enter the reference of somebody in"));
        String elsewhere = People.special().in("gwent").saved().ref;
        officer.post(PATH, Map.of("force", "kent", "person", elsewhere, "kind", "FAMILY"))
                .statusCode(422);
        officer.post(PATH, Map.of("force", "gwent", "person", elsewhere, "kind", "FAMILY"))
                .statusCode(404);
        officer.post(PATH, Map.of("force", "kent", "person", person, "kind", "LINE_MANAGEMENT"))
                .statusCode(303);
        officer.post(PATH, Map.of("force", "kent", "person", person, "kind", "FAMILY"))
                .statusCode(422)
                .body(containsString("recorded already"));
        officer.get(PATH).body(containsString(name)).body(containsString("Line manager"));
        officer.get("/vetting-cases/" + one.ref()).statusCode(404);
        officer.post("/vetting-cases/" + one.ref() + "/matters/new", Map.of()).statusCode(404);
        officer.get("/vetting?view=all&q=" + one.ref()).body(containsString("0 cases"));
        assertTrue(Rows.trail("kent", person).contains("vetting link declared"));

        var another = As.role(Role.VETTING_OFFICER, "kent");
        another.get(PATH).body(not(containsString(name)));
        var manager = As.role(Role.VETTING_MANAGER, "kent");
        manager.get(PATH).body(containsString(name));
        var ending = PATH + "/" + conflictOf(person) + "/ending";
        officer.post(ending, Map.of()).statusCode(403);
        As.role(Role.VETTING_MANAGER, "gwent").post(ending, Map.of()).statusCode(404);
        manager.post(ending, Map.of()).statusCode(303);
        manager.post(ending, Map.of()).statusCode(409);
        officer.get("/vetting-cases/" + one.ref()).statusCode(200);
    }

    @Test
    void areRecordedOfOthersAndNotEndedByThemselves() {
        var one = TestCases.invited().upTo(CaseState.CHECKS);
        String person = one.read(c -> c.volunteer.ref);
        var manager = As.role(Role.VETTING_MANAGER, "kent");
        var second = As.role(Role.VETTING_MANAGER, "kent");
        var coordinator = As.coordinatorOf("kent");
        manager.post(PATH, Map.of("force", "kent", "person", person, "kind", "OTHER", "officer", coordinator.ref()))
                .statusCode(422)
                .body(containsString("Choose somebody of the list"));
        manager.post(PATH, Map.of("force", "kent", "person", person, "kind", "OTHER", "officer", second.ref()))
                .statusCode(303);
        second.get("/vetting-cases/" + one.ref()).statusCode(404);
        second.post(PATH + "/" + conflictOf(person) + "/ending", Map.of())
                .statusCode(422)
                .body(containsString("Somebody else has to end"));
        assertEquals(true, Rows.of(() -> Conflict.byRef(conflictOf(person)).orElseThrow().endedAt == null));
    }

    private static String conflictOf(String person) {
        return Rows.of(() -> Conflict.<Conflict>find("volunteer.ref", person).firstResult().ref);
    }
}
