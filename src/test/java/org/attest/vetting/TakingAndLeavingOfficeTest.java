package org.attest.vetting;

import static org.attest.vetting.ClearanceLevel.*;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.attest.As;
import org.attest.TestClock;
import org.attest.notice.RemindersOfTheDay;
import org.attest.policy.Tier;
import org.attest.readiness.Answer;
import org.attest.readiness.Determination;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody takes office without the clearance it asks for, and the clearance goes with the office. */
@QuarkusTest
class TakingAndLeavingOfficeTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    @Inject
    Clock clock;

    @Inject
    RemindersOfTheDay reminders;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static Map<String, String> day(String field, LocalDate day) {
        var form = new HashMap<String, String>();
        form.put(field + "-day", String.valueOf(day.getDayOfMonth()));
        form.put(field + "-month", String.valueOf(day.getMonthValue()));
        form.put(field + "-year", String.valueOf(day.getYear()));
        return form;
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private static ClearanceStanding standing(Volunteer person, ClearanceLevel level, LocalDate day) {
        return Rows.of(() -> Clearance.of(again(person)).stream()
                .filter(c -> c.level == level)
                .findFirst()
                .orElseThrow()
                .standingOn(day));
    }

    private static Answer answer(Volunteer person) {
        return Rows.of(() -> Determination.of(again(person), Tier.FIRST_LIVE).orElseThrow().answer);
    }

    /** Vetting rule 1. */
    @Test
    void nobodyIsAppointedASpecialConstableWithoutLiveRecruitmentVetting() {
        var kent = As.coordinatorOf("kent");
        var person = People.special().inStage(Stage.VETTING).eligible().saved();
        var path = "/volunteers/" + person.ref + "/appointments/new";
        kent.post(path, day("appointedOn", TODAY))
                .statusCode(422)
                .body(containsString("without live recruitment vetting"))
                .body(containsString("vetting rule 1"));
        Rows.in(() -> assertTrue(Appointment.of(again(person)).isEmpty(), "nothing of it is kept"));
        var expired = People.special()
                .inStage(Stage.ATTESTATION)
                .eligible()
                .withClearanceUntil(TODAY.minusDays(1))
                .saved();
        kent.post("/volunteers/" + expired.ref + "/appointments/new", day("appointedOn", TODAY))
                .statusCode(422)
                .body(containsString("vetting rule 1"));
        var cleared = People.special()
                .inStage(Stage.VETTING)
                .eligible()
                .withClearance(RECRUITMENT, TODAY.minusDays(3), TODAY.plusYears(9))
                .saved();
        kent.post("/volunteers/" + cleared.ref + "/appointments/new", day("appointedOn", TODAY))
                .statusCode(303);
        var support = People.support().inStage(Stage.VETTING).eligible().saved();
        kent.post("/volunteers/" + support.ref + "/appointments/new", day("appointedOn", TODAY))
                .statusCode(303);
    }

    /** Vetting rule 1, and rule 8 of training. */
    @Test
    void nobodyIsAttestedWithoutIt() {
        var person = People.special()
                .inStage(Stage.ATTESTATION)
                .eligible()
                .appointedOn(TODAY.minusDays(9))
                .withClearanceUntil(TODAY.minusDays(2))
                .trained()
                .saved();
        var kent = As.coordinatorOf("kent");
        var path = "/volunteers/" + person.ref + "/attestations/new";
        var form = day("attestedOn", TODAY);
        form.put("magistrate", "J Okoro JP");
        form.put("place", "Maidstone");
        kent.post(path, form).statusCode(422).body(containsString("Nobody is attested as a special constable"));
        form.putAll(day("attestedOn", TODAY.minusDays(2)));
        kent.post(path, form).statusCode(303);
    }

    /** Vetting rule 2; it is a setting that can be switched off. */
    @Test
    void fromJuly2026TheVettingIsAtMostSixMonthsOldAtTheAppointment() {
        var coordinator = As.coordinatorOf("norfolk");
        var manager = As.role(Role.VETTING_MANAGER, "norfolk");
        var person = People.special()
                .in("norfolk")
                .inStage(Stage.VETTING)
                .eligible()
                .withClearance(RECRUITMENT, LocalDate.of(2026, 1, 12), LocalDate.of(2036, 1, 11))
                .saved();
        var path = "/volunteers/" + person.ref + "/appointments/new";
        coordinator
                .post(path, day("appointedOn", LocalDate.of(2026, 7, 13)))
                .statusCode(422)
                .body(containsString("vetting rule 2"));
        manager.post("/forces/norfolk/vetting-settings/appointment", Map.of("amount", ""))
                .statusCode(303);
        coordinator.post(path, day("appointedOn", LocalDate.of(2026, 7, 13))).statusCode(303);
        var before = People.special()
                .in("suffolk")
                .inStage(Stage.VETTING)
                .eligible()
                .withClearance(RECRUITMENT, LocalDate.of(2017, 1, 12), LocalDate.of(2027, 1, 11))
                .saved();
        As.coordinatorOf("suffolk")
                .post("/volunteers/" + before.ref + "/appointments/new", day("appointedOn", LocalDate.of(2026, 7, 12)))
                .statusCode(303);
    }

    /** Worked example E6, vetting rule 3. */
    @Test
    void nppv3IsGoodForTheVolunteerRoleAndSkipsNoRecruitmentVetting() {
        var person = People.special()
                .inStage(Stage.TRAINING)
                .eligible()
                .withClearance(NPPV_3, LocalDate.of(2026, 2, 1), LocalDate.of(2031, 1, 31))
                .saved();
        var kent = As.coordinatorOf("kent");
        kent.get("/volunteers/" + person.ref + "/stage")
                .statusCode(200)
                .body(containsString("Cleared: recruitment vetting (RV)"))
                .body(containsString("Not granted yet"));
        kent.post("/volunteers/" + person.ref + "/appointments/new", day("appointedOn", TODAY))
                .statusCode(422)
                .body(containsString("vetting rule 1"));
        assertEquals(ClearanceStanding.LIVE, standing(person, NPPV_3, TODAY), "it stays valid");
        var volunteer = People.support()
                .inStage(Stage.SERVICE)
                .eligible()
                .appointedOn(LocalDate.of(2026, 4, 1))
                .holding(EquipmentKind.FORCE_LAPTOP, EquipmentKind.FORCE_ACCOUNT)
                .withClearance(NPPV_3, LocalDate.of(2026, 2, 1), LocalDate.of(2031, 1, 31))
                .trained()
                .saved();
        assertEquals(Answer.DEPLOYABLE, answer(volunteer));
    }

    /** Vetting rule 10: the same day, and coming back revives nothing. */
    @Test
    void leavingEndsTheClearanceAndComingBackNeedsANewCase() {
        var person = People.deployable()
                .withClearance(RECRUITMENT, LocalDate.of(2026, 2, 1), LocalDate.of(2036, 1, 31))
                .withClearance(MANAGEMENT, LocalDate.of(2026, 3, 1), LocalDate.of(2033, 2, 28))
                .saved();
        var kent = As.coordinatorOf("kent");
        var form = day("lastDay", TODAY);
        form.put("reason", "RESIGNED");
        kent.post("/volunteers/" + person.ref + "/leaving", form).statusCode(303);
        for (var level : new ClearanceLevel[] {RECRUITMENT, MANAGEMENT}) {
            assertEquals(ClearanceStanding.LIVE, standing(person, level, TODAY), "the last day itself");
            assertEquals(ClearanceStanding.TERMINATED, standing(person, level, TODAY.plusDays(1)));
        }
        assertEquals(
                2L,
                Rows.trail("kent", person.ref).stream()
                        .filter("clearance terminated"::equals)
                        .count());
        TestClock.set(TODAY.plusDays(2));
        As.coordinatorOf("kent")
                .post(
                        "/volunteers/" + person.ref + "/reopening",
                        Map.of("because", "LEFT_BY_MISTAKE", "to", "SERVICE", "note", ""))
                .statusCode(303);
        assertEquals(Answer.NOT_DEPLOYABLE, answer(person), "back in service, and not cleared");
        assertEquals(ClearanceStanding.TERMINATED, standing(person, RECRUITMENT, TODAY.plusDays(2)));
    }

    /** Vetting rule 10: it goes with the office it was for. */
    @Test
    void theEndOfAnAppointmentEndsWhatWasForIt() {
        var person = People.deployable()
                .withClearance(RECRUITMENT, LocalDate.of(2026, 2, 1), LocalDate.of(2036, 1, 31))
                .withClearance(NPPV_3, LocalDate.of(2026, 2, 1), LocalDate.of(2031, 1, 31))
                .saved();
        var last = TODAY.plusDays(10);
        As.coordinatorOf("kent")
                .post("/volunteers/" + person.ref + "/appointments/end", day("endedOn", last))
                .statusCode(303);
        assertEquals(ClearanceStanding.LIVE, standing(person, RECRUITMENT, last));
        assertEquals(ClearanceStanding.TERMINATED, standing(person, RECRUITMENT, last.plusDays(1)));
        assertEquals(ClearanceStanding.LIVE, standing(person, NPPV_3, last.plusDays(1)));
        assertEquals(Answer.DEPLOYABLE, answer(person), "until then");
    }

    /** Worked example E4, vetting rules 4, 9 and 11. */
    @Test
    void atExpiryTheAnswerChangesByItselfAndTheReminderWasSixMonthsBefore() {
        var manager = As.role(Role.VETTING_MANAGER, "essex");
        var person = People.deployable()
                .in("essex")
                .named("Everild Ashdown")
                .withClearance(RECRUITMENT, LocalDate.of(2016, 12, 1), LocalDate.of(2026, 11, 30))
                .saved();
        TestClock.set(LocalDate.of(2026, 5, 31));
        reminders.take("essex");
        assertEquals(0, told(manager));
        TestClock.set(LocalDate.of(2026, 6, 1));
        reminders.take("essex");
        assertEquals(1, told(manager));
        TestClock.set(LocalDate.of(2026, 11, 30));
        As.coordinatorOf("essex").get("/volunteers/" + person.ref).body(containsString("can be deployed"));
        TestClock.set(LocalDate.of(2026, 12, 1));
        As.coordinatorOf("essex")
                .get("/volunteers/" + person.ref)
                .body(containsString("Recruitment vetting has expired"));
        assertEquals(ClearanceStanding.EXPIRED, standing(person, RECRUITMENT, LocalDate.now(clock)));
        assertFalse(Rows.trail("essex", person.ref).contains("clearance terminated"));
    }

    private static long told(As somebody) {
        return Rows.of(() -> Panache.getEntityManager()
                .createQuery(
                        "select count(n) from Notice n where n.account.id = :id and n.sentence like '%Everild Ashdown’s clearance%'",
                        Long.class)
                .setParameter("id", somebody.accountId())
                .getSingleResult());
    }
}
