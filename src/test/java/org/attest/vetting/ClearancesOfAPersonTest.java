package org.attest.vetting;

import static org.attest.vetting.ClearanceLevel.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.attest.TestClock;
import org.attest.audit.Actor;
import org.attest.recruitment.Rows;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;
import org.junit.jupiter.api.Test;

/** Granting, recording from elsewhere, renewing and ending clearances. */
@QuarkusTest
class ClearancesOfAPersonTest {

    private static final Actor BY = People.SOMEBODY;
    private static final LocalDate TODAY = TestClock.TODAY;

    @Inject
    Clock clock;

    private Volunteer applicant() {
        return People.special().inStage(Stage.VETTING).saved();
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private Clearance grant(Volunteer person, ClearanceLevel level, LocalDate on, RestrictionCode... codes) {
        var found = again(person);
        return Clearance.grant(found, level, on, List.of(codes), VettingSettings.of(found.force), "CASE", BY, clock)
                .clearance();
    }

    private Clearance fromElsewhere(Volunteer person, ClearanceLevel level, LocalDate on) {
        var found = again(person);
        return Clearance.recordFromElsewhere(
                        found,
                        level,
                        on,
                        null,
                        " Vetting  of UKSV ",
                        List.of(),
                        VettingSettings.of(found.force),
                        BY,
                        clock)
                .clearance();
    }

    /** Vetting rule 5. */
    @Test
    void waitForAValidityThatNobodyHasSet() {
        var person = applicant();
        Rows.in(() -> {
            var refused = assertThrows(Refused.class, () -> grant(person, NPPV_1, TODAY));
            assertEquals("vetting rule 5", refused.rule());
            assertTrue(refused.sentence().contains("NPPV 1"), refused.sentence());
        });
    }

    /** Vetting rule 5, the other half: once set, it is granted. */
    @Test
    void areGrantedForTheYearsThatTheForceHasSet() {
        var person = People.support().in("dorset").inStage(Stage.VETTING).saved();
        Rows.in(() -> VettingSetting.set(
                again(person).force, VettingFigure.VALIDITY, NPPV_1, "2", VettingFigure.Unit.YEARS, BY, clock));
        Rows.in(() -> assertEquals(LocalDate.of(2028, 6, 15), grant(person, NPPV_1, TODAY).lastValidDay));
    }

    /** Vetting rule 6. */
    @Test
    void runOnAClockForEachLevel() {
        var person = applicant();
        Rows.in(() -> {
            grant(person, RECRUITMENT, LocalDate.of(2016, 7, 1));
            grant(person, MANAGEMENT, TODAY);
        });
        Rows.in(() -> {
            var day = LocalDate.of(2026, 7, 1);
            assertTrue(Clearance.live(again(person), MANAGEMENT, day).isPresent());
            assertTrue(
                    Clearance.live(again(person), RECRUITMENT, day.minusDays(1)).isPresent());
            assertFalse(Clearance.live(again(person), RECRUITMENT, day).isPresent());
        });
    }

    /** Vetting rule 7. */
    @Test
    void ofNationalSecurityComeOnTopOfForceVetting() {
        var person = applicant();
        Rows.in(() -> {
            assertEquals(
                    "vetting rule 7",
                    assertThrows(Refused.class, () -> fromElsewhere(person, SECURITY_CHECK, TODAY))
                            .rule());
            grant(person, NPPV_2_ABBREVIATED, TODAY.minusDays(9));
            assertThrows(Refused.class, () -> fromElsewhere(person, SECURITY_CHECK, TODAY));
            grant(person, RECRUITMENT, TODAY.minusDays(5));
            var check = fromElsewhere(person, SECURITY_CHECK, TODAY);
            assertEquals("Vetting of UKSV", check.givenBy);
            assertEquals(ClearanceOrigin.FROM_ELSEWHERE, check.origin);
        });
    }

    /** Vetting rule 7: what is recorded as live needs force vetting that is live, and not one that was once. */
    @Test
    void ofNationalSecurityNeedForceVettingOnTheDayTheyAreRecorded() {
        var lapsed = applicant();
        Rows.in(() -> grant(lapsed, RECRUITMENT, TODAY.minusYears(10)));
        Rows.in(() -> {
            var granted = TODAY.minusYears(1);
            assertTrue(Clearance.live(again(lapsed), RECRUITMENT, granted).isPresent());
            assertEquals(
                    "vetting rule 7",
                    assertThrows(Refused.class, () -> fromElsewhere(lapsed, SECURITY_CHECK, granted))
                            .rule());
        });
        var newcomer = applicant();
        Rows.in(() -> {
            grant(newcomer, RECRUITMENT, TODAY);
            var check = fromElsewhere(newcomer, SECURITY_CHECK, TODAY.minusYears(1));
            assertTrue(check.isLiveOn(TODAY), "what was given before this force vetted them");
        });
        var over = applicant();
        Rows.in(() -> {
            var before = fromElsewhere(over, SECURITY_CHECK, TODAY.minusYears(11));
            assertFalse(before.isLiveOn(TODAY), "what is over is recorded as such");
        });
    }

    @Test
    void areRenewedByAnotherPeriodThatTakesTheirPlace() {
        var person = applicant();
        Rows.in(() -> grant(person, RECRUITMENT, LocalDate.of(2017, 1, 10)));
        Rows.in(() -> grant(person, RECRUITMENT, TODAY, RestrictionCode.SUPERVISED_ONLY));
        Rows.in(() -> {
            var both = Clearance.of(again(person));
            assertEquals(2, both.size());
            assertEquals(LocalDate.of(2027, 1, 9), both.get(0).lastValidDay, "what was granted stays");
            assertEquals(TODAY.minusDays(1), both.get(0).endedOn);
            assertEquals(ClearanceEnding.SUPERSEDED, both.get(0).ending);
            assertEquals(EnumSet.of(RestrictionCode.SUPERVISED_ONLY), EnumSet.copyOf(both.get(1).restrictions));
            assertThrows(Refused.class, () -> grant(person, RECRUITMENT, TODAY.minusDays(1)));
        });
    }

    @Test
    void endBeforeTheyRunOutAndOnlyOnce() {
        var person = applicant();
        Rows.in(() -> {
            var clearance = grant(person, RECRUITMENT, TODAY.minusYears(1));
            assertThrows(Refused.class, () -> end(clearance, TODAY.minusYears(2)));
            end(clearance, TODAY);
            assertEquals(ClearanceStanding.LIVE, clearance.standingOn(TODAY));
            assertEquals(ClearanceStanding.TERMINATED, clearance.standingOn(TODAY.plusDays(1)));
            assertThrows(Refused.class, () -> end(clearance, TODAY.plusDays(1)));
        });
    }

    private ClearanceTerminated end(Clearance clearance, LocalDate day) {
        return clearance.terminate(day, ClearanceEnding.NO_LONGER_REQUIRED, BY, clock);
    }

    /** Vetting rule 10: who comes back needs a new case. */
    @Test
    void areNotGrantedToWhoHasLeftNorAheadOfTheDay() {
        var gone = People.special().inStage(Stage.LEFT).saved();
        Rows.in(() -> {
            assertEquals(
                    "vetting rule 10",
                    assertThrows(Refused.class, () -> grant(gone, RECRUITMENT, TODAY))
                            .rule());
        });
        var person = applicant();
        Rows.in(() -> assertThrows(Refused.class, () -> grant(person, RECRUITMENT, TODAY.plusDays(1))));
    }
}
