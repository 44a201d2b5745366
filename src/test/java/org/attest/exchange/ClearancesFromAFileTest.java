package org.attest.exchange;

import static org.attest.exchange.ImportDesk.find;
import static org.attest.exchange.ImportDesk.person;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
import java.time.LocalDate;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Reference;
import org.attest.recruitment.Rows;
import org.attest.vetting.Clearance;
import org.attest.vetting.ClearanceEnding;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.ClearanceOrigin;
import org.attest.vetting.RestrictionCode;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** Going live: the clearances a force attests, marked as brought in, refused where a rule says so, and taken back as a whole. */
@QuarkusTest
class ClearancesFromAFileTest {

    private static final String HEAD =
            "Name,DOB,Email,RV granted on,RV valid until,MV valid until,NPPV 3 granted on," + "Clearance conditions\n";

    private final String mine = Reference.random().toLowerCase();
    private final ImportDesk desk = new ImportDesk();

    private String row(String name, String cells) {
        return name + " " + mine + ",2/3/1990," + name.toLowerCase() + "-" + mine + "@c.example," + cells + "\n";
    }

    private Volunteer of(String name) {
        return person(name.toLowerCase() + "-" + mine + "@c.example");
    }

    @Test
    void bringTheDaysTheySayAndWorkOutTheOthers() {
        var batch = desk.broughtIn(
                "VOLUNTEERS",
                HEAD
                        + row("Both", "1/12/2016,30/11/2026,,,")
                        + row(
                                "Grant",
                                "1/4/2024,,31/3/2031,,\"Sees no victim material; no live contact with other users\"")
                        + row("Until", ",31/3/2034,,,")
                        + row("Staff", ",,,1/2/2026,"));
        var both = find(() -> Clearance.of(of("Both"))).get(0);
        assertEquals(LocalDate.of(2026, 11, 30), both.lastValidDay);
        assertEquals(ClearanceOrigin.BROUGHT_IN, both.origin);
        var grant = find(() -> Clearance.of(of("Grant")));
        assertEquals(2, grant.size());
        for (var clearance : grant) {
            assertTrue(clearance.restrictions.contains(RestrictionCode.NO_MATERIAL));
            if (clearance.level == ClearanceLevel.RECRUITMENT) {
                assertEquals(LocalDate.of(2034, 3, 31), clearance.lastValidDay);
            } else {
                assertEquals(LocalDate.of(2024, 4, 1), clearance.grantedOn, "seven years before");
            }
        }
        assertEquals(
                LocalDate.of(2024, 4, 1), find(() -> Clearance.of(of("Until"))).get(0).grantedOn);
        assertEquals(
                ClearanceLevel.NPPV_3, find(() -> Clearance.of(of("Staff"))).get(0).level);
        desk.coordinator
                .get("/volunteers/" + of("Both").ref + "/profile")
                .body(containsString("Last valid day 30 November 2026"))
                .body(containsString("Brought in"));

        // the same again adds nothing; another day is refused and nothing is lowered
        var again = desk.checked("VOLUNTEERS", HEAD + row("Both", "1/12/2016,,,,"));
        desk.coordinator.get(again).body(containsString("Same"));
        var other = desk.checked("VOLUNTEERS", HEAD + row("Both", "1/12/2015,,,,"));
        desk.coordinator.get(other + "?show=refused").body(containsString("a file does not change it"));

        var ref = of("Grant").ref;
        desk.undo(batch).statusCode(303);
        assertEquals(0L, find(() -> Clearance.count("volunteer.ref", ref)));
    }

    @Test
    void areRefusedWhereARuleSaysSo() {
        refused("Long", "1/4/2024,30/6/2035,,,", "vetting rule 4");
        refused("Future", "1/4/2031,,,,", "the day is in the future");
        refused("Before", "1/4/2024,1/4/2020,,,", "before the grant");
        refused("Lone", ",,,,Works in named areas only", "the row brings none");
        refused("Odd", "1/4/2024,,,,Never on Tuesdays", "this is not a condition Attest knows");
    }

    /** The vetting unit gives and ends clearances; a file says only what the force knew of those in service. */
    @Test
    void giveNobodyBackWhatHasEnded() {
        var rows = HEAD + row("Ended", "1/4/2024,,,,") + row("Old", "1/4/2012,31/3/2022,,,");
        desk.broughtIn("VOLUNTEERS", rows);
        var person = of("Ended");
        Rows.in(() -> Clearance.of(Volunteer.byRef(person.ref).orElseThrow())
                .get(0)
                .terminate(
                        TestClock.TODAY.minusDays(1),
                        ClearanceEnding.NO_LONGER_REQUIRED,
                        People.SOMEBODY,
                        Clock.systemUTC()));
        var anew = desk.checked("VOLUNTEERS", HEAD + row("Ended", "1/6/2026,,,,"));
        desk.coordinator.get(anew + "?show=refused").body(containsString("a file does not change it"));
        var again = desk.checked("VOLUNTEERS", HEAD + row("Old", "1/4/2012,31/3/2022,,,"));
        desk.coordinator.get(again).body(containsString("Same"));
    }

    private void refused(String name, String cells, String why) {
        var batch = desk.checked("VOLUNTEERS", HEAD + row(name, cells));
        desk.coordinator.get(batch + "?show=refused").statusCode(200).body(containsString(why));
    }

    @Test
    void whoHasNoneIsNamedWithTheColumnThatSettlesIt() {
        desk.broughtIn("VOLUNTEERS", HEAD + row("AAAnone", ",,,,"));
        desk.coordinator
                .get("/forces/kent/completeness")
                .statusCode(200)
                .body(containsString("AAAnone " + mine))
                .body(containsString("No clearance is recorded"))
                .body(containsString("RV granted on"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgClearancesFromAFileTest extends ClearancesFromAFileTest {}
