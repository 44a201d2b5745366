package org.attest.vetting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.TestClock;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** What is seen of a clearance, by whom, and recording or ending one. */
@QuarkusTest
class ClearancePagesTest {

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    /** Vetting rule 38. */
    @Test
    void areOutcomeDatesAndConditionsForWhoMayKnowThem() {
        var own = As.role(Role.VOLUNTEER, "kent");
        var person = People.special()
                .inStage(Stage.SERVICE)
                .withAccount(own.accountId())
                .withClearance(
                        ClearanceLevel.RECRUITMENT,
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2036, 1, 31),
                        RestrictionCode.NO_LIVE_CONTACT)
                .saved();
        var profile = "/volunteers/" + person.ref + "/profile";
        for (var role : new Role[] {
            Role.COORDINATOR, Role.VETTING_OFFICER, Role.VETTING_MANAGER, Role.SUPERVISOR, Role.INSPECTOR
        }) {
            As.role(role, "kent")
                    .get(profile)
                    .statusCode(200)
                    .body(containsString("Recruitment vetting</strong> (RV): valid"))
                    .body(containsString("Last valid day 31 January 2036"))
                    .body(containsString("Conditions apply:"))
                    .body(containsString("No live contact with other users"));
        }
        for (var role : new Role[] {Role.TUTOR, Role.ASSESSOR, Role.WELFARE_OFFICER}) {
            As.role(role, "kent")
                    .get(profile)
                    .statusCode(200)
                    .body(not(containsString("Conditions apply")))
                    .body(not(containsString("31 January 2036")));
        }
        own.get("/me").body(containsString("Your clearances")).body(containsString("No live contact with other users"));
    }

    /** Vetting rule 7 on its page. */
    @Test
    void fromElsewhereAreRecordedByTheVettingManager() {
        var person = People.special().inStage(Stage.VETTING).saved();
        var path = "/volunteers/" + person.ref + "/clearances/new";
        var manager = As.role(Role.VETTING_MANAGER, "kent");
        As.coordinatorOf("kent").get(path).statusCode(403);
        As.role(Role.VETTING_MANAGER, "gwent").get(path).statusCode(404);
        manager.get(path).statusCode(200).body(containsString("Security check"));
        manager.post(path, Map.of()).statusCode(422).body(containsString("Choose a level"));
        var form = Map.of(
                "level", "SECURITY_CHECK",
                "body", "United Kingdom Security Vetting",
                "grantedOn-day", "1",
                "grantedOn-month", "6",
                "grantedOn-year", "2026");
        manager.post(path, form).statusCode(422).body(containsString("vetting rule 7"));
        var below = People.special()
                .inStage(Stage.VETTING)
                .withClearance(ClearanceLevel.RECRUITMENT, LocalDate.of(2026, 2, 1), LocalDate.of(2036, 1, 31))
                .saved();
        manager.post("/volunteers/" + below.ref + "/clearances/new", form).statusCode(303);
        Rows.in(() -> {
            var check = Clearance.of(again(below)).get(1);
            assertEquals(ClearanceLevel.SECURITY_CHECK, check.level);
            assertEquals(LocalDate.of(2036, 5, 31), check.lastValidDay);
        });
        assertTrue(Rows.trail("kent", below.ref).contains("clearance recorded"));
        As.coordinatorOf("kent")
                .get("/volunteers/" + below.ref + "/profile")
                .body(containsString("Security check"))
                .body(not(containsString("United Kingdom Security Vetting")));
    }

    /** Vetting rule 4. */
    @Test
    void ofForceVettingLastNoLongerThanTheirYears() {
        var person = People.special().inStage(Stage.VETTING).saved();
        var form = new HashMap<>(Map.of("level", "RECRUITMENT", "body", "Gwent Police"));
        form.putAll(Map.of("grantedOn-day", "1", "grantedOn-month", "2", "grantedOn-year", "2026"));
        form.putAll(Map.of("lastValidDay-day", "1", "lastValidDay-month", "2", "lastValidDay-year", "2036"));
        var path = "/volunteers/" + person.ref + "/clearances/new";
        var manager = As.role(Role.VETTING_MANAGER, "kent");
        manager.post(path, form).statusCode(422).body(containsString("31 January 2036 at the latest (vetting rule 4)"));
        form.putAll(Map.of("lastValidDay-day", "31", "lastValidDay-month", "1"));
        manager.post(path, form).statusCode(303);
    }

    /** Vetting rule 27: who could decide no case of theirs records and ends no clearance of theirs either. */
    @Test
    void areNoneOfThoseWhoRecruitOrAreClose() {
        var person = People.special().inStage(Stage.SERVICE).saved();
        var ref = Rows.of(() -> Clearance.of(again(person)).get(0).ref);
        var ending = "/volunteers/" + person.ref + "/clearances/" + ref + "/ending";
        var recording = "/volunteers/" + person.ref + "/clearances/new";
        var day = Map.of("lastDay-day", "16", "lastDay-month", "6", "lastDay-year", "2026");
        var given = Map.of(
                "level", "SECURITY_CHECK",
                "body", "United Kingdom Security Vetting",
                "grantedOn-day", "1",
                "grantedOn-month", "6",
                "grantedOn-year", "2026");
        var close = As.role(Role.VETTING_MANAGER, "kent");
        Rows.in(() -> Conflict.declare(
                again(person), close.ref(), close.name(), Conflict.Kind.FAMILY, People.SOMEBODY, TestCases.clock()));
        var recruits = As.role(Role.VETTING_MANAGER, "kent").and(Role.COORDINATOR, "kent");
        for (var who : List.of(close, recruits)) {
            who.post(ending, day).statusCode(422).body(containsString("(vetting rule 27)"));
            who.post(recording, given).statusCode(422).body(containsString("(vetting rule 27)"));
        }
        As.role(Role.VETTING_MANAGER, "kent").post(recording, given).statusCode(303);
    }

    @Test
    void areEndedWhenNoLongerRequired() {
        var person = People.special().inStage(Stage.SERVICE).saved();
        var ref = Rows.of(() -> Clearance.of(again(person)).get(0).ref);
        var path = "/volunteers/" + person.ref + "/clearances/" + ref + "/ending";
        var manager = As.role(Role.VETTING_MANAGER, "kent");
        manager.get(path).statusCode(200).body(containsString("no longer required"));
        manager.get("/volunteers/" + person.ref + "/clearances/NNNNNNNNNNNN/ending")
                .statusCode(404);
        manager.post(path, Map.of("lastDay-day", "1", "lastDay-month", "1", "lastDay-year", "2001"))
                .statusCode(422)
                .body(containsString("before the grant"));
        manager.post(path, Map.of("lastDay-day", "16", "lastDay-month", "June", "lastDay-year", "2026"))
                .statusCode(303);
        Rows.in(() -> assertEquals(
                ClearanceStanding.TERMINATED,
                Clearance.of(again(person)).get(0).standingOn(TestClock.TODAY.plusDays(1))));
        assertTrue(Rows.trail("kent", person.ref).contains("clearance terminated"));
    }
}
