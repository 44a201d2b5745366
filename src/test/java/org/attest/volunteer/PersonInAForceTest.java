package org.attest.volunteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.training.TestQualifications;
import org.attest.vetting.Clearance;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.VettingSettings;
import org.attest.web.Refused;
import org.junit.jupiter.api.Test;

/** A person from entering to leaving, and what is refused on the way. */
@QuarkusTest
class PersonInAForceTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    @Inject
    Clock clock;

    @Inject
    StageCriteria criteria;

    private static <T> T inForce(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> Everywhere.call(work));
    }

    private static Force kent() {
        return Force.bySlug("kent").orElseThrow();
    }

    private static String refusal(Callable<?> work) {
        return assertThrows(Refused.class, () -> inForce(work)).sentence();
    }

    private static Details details(String name) {
        return Details.named(name, AppointmentType.SPECIAL_CONSTABLE)
                .withBirthDate(LocalDate.of(1990, 5, 5))
                .withEmail(Reference.random() + "@people.example");
    }

    private Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private StageMoved move(Volunteer person, Stage to, LocalDate day, String reason) {
        return inForce(() -> again(person).moveTo(to, day, reason, criteria, People.SOMEBODY, clock));
    }

    @Test
    void goesAllTheWayFromEnquiryToServiceAndOut() {
        var person = inForce(() -> Volunteer.enter(
                        kent(), Entry.enquiry(details("Nguyễn Thị Hạnh"), TODAY.minusDays(40)), People.SOMEBODY, clock))
                .volunteer();
        move(person, Stage.APPLIED, TODAY.minusDays(30), null);
        assertEquals(
                "The right to remain is not recorded: ask for it",
                assertThrows(Refused.class, () -> move(person, Stage.INTERVIEW, TODAY, null))
                        .sentence());
        inForce(() -> Eligibility.find(
                again(person),
                new EligibilityAnswers(
                        RightToRemain.INDEFINITE_LEAVE,
                        LocalDate.of(2020, 1, 1),
                        false,
                        false,
                        "Translator",
                        OccupationFinding.NO_CONFLICT),
                OccupationRule.in(Force.bySlug("kent").orElseThrow()),
                People.SOMEBODY,
                clock));
        move(person, Stage.INTERVIEW, TODAY.minusDays(20), null);
        move(person, Stage.VETTING, TODAY.minusDays(15), null);
        move(person, Stage.TRAINING, TODAY.minusDays(10), null);
        inForce(() -> {
            TestQualifications.forTierOne(List.of(again(person)), TODAY.minusDays(9));
            return null;
        });
        assertEquals(
                "vetting rule 1",
                assertThrows(Refused.class, () -> move(person, Stage.ATTESTATION, TODAY, null))
                        .rule());
        inForce(() -> Clearance.grant(
                again(person),
                ClearanceLevel.RECRUITMENT,
                TODAY.minusDays(9),
                List.of(),
                VettingSettings.of(kent()),
                null,
                People.SOMEBODY,
                clock));
        move(person, Stage.ATTESTATION, TODAY.minusDays(4), null);
        assertEquals(
                "No appointment is recorded for 16 June 2026: record it",
                assertThrows(Refused.class, () -> move(person, Stage.SERVICE, TODAY, null))
                        .sentence());
        inForce(() -> Appointment.appoint(again(person), TODAY.minusDays(2), People.SOMEBODY, clock));
        assertEquals(
                "training rule 8",
                assertThrows(Refused.class, () -> move(person, Stage.SERVICE, TODAY, null))
                        .rule());
        inForce(() -> Attestation.attest(
                again(person), TODAY.minusDays(1), "J Okoro JP", "Maidstone", People.SOMEBODY, clock));
        inForce(() -> Equipment.issue(
                again(person), EquipmentKind.WARRANT_CARD, "W" + person.ref, TODAY, People.SOMEBODY, clock));
        move(person, Stage.SERVICE, TODAY, null);
        inForce(() -> again(person).leave(TODAY, LeavingReason.RESIGNED, "Moves abroad", People.SOMEBODY, clock));

        var periods = inForce(() -> StageChange.periods(again(person), TODAY));
        assertEquals(
                List.of(10L, 10L, 5L, 5L, 6L, 4L, 1L, 0L),
                periods.stream().map(StagePeriod::days).toList());
        assertEquals(TODAY.plusDays(1), periods.get(7).firstDay());
        assertEquals(TODAY, inForce(() -> Appointment.of(again(person)).get(0).endedOn));
    }

    @Test
    void leavesWithEveryAppointmentAndWithNoneToCome() {
        var person = People.special()
                .inStage(Stage.SERVICE)
                .appointed(TODAY.minusDays(200), TODAY.minusDays(50))
                .appointed(TODAY.minusDays(40), TODAY.plusDays(20))
                .appointed(TODAY.minusDays(30), null)
                .appointed(TODAY.plusDays(5), null)
                .saved();
        inForce(() -> again(person).leave(TODAY.minusDays(1), LeavingReason.RESIGNED, null, People.SOMEBODY, clock));
        var appointments = inForce(() -> Appointment.of(again(person)));
        assertEquals(TODAY.minusDays(50), appointments.get(0).endedOn);
        assertEquals(TODAY.minusDays(1), appointments.get(1).endedOn);
        assertEquals(TODAY.minusDays(1), appointments.get(2).endedOn);
        assertTrue(appointments.get(3).isWithdrawn());
        assertNull(appointments.get(3).endedOn, "it never was a period");
        assertFalse(appointments.get(3).lastsOn(TODAY.plusDays(6)));
        assertTrue(inForce(() -> Appointment.lasting(again(person), TODAY)).isEmpty());
    }

    @Test
    void isAppointedForAnotherDayOnceAnAppointmentIsWithdrawn() {
        var person = People.special().inStage(Stage.TRAINING).saved();
        inForce(() -> Appointment.appoint(again(person), TODAY.plusDays(3), People.SOMEBODY, clock));
        inForce(() -> Appointment.toCome(again(person), TODAY).orElseThrow().withdraw(People.SOMEBODY, clock));
        assertEquals(
                "The appointment was withdrawn before it began",
                refusal(() -> Appointment.of(again(person)).get(0).withdraw(People.SOMEBODY, clock)));
        inForce(() -> Appointment.appoint(again(person), TODAY, People.SOMEBODY, clock));
        assertEquals(
                "The appointment began on 16 June 2026: end it with its last day instead",
                refusal(() ->
                        Appointment.lasting(again(person), TODAY).orElseThrow().withdraw(People.SOMEBODY, clock)));
    }

    @Test
    void movesOneStageForwardOrOneBackWithAReason() {
        var person = People.special().eligible().inStage(Stage.VETTING).saved();
        assertEquals("People move one stage at a time: from vetting the next is training", refusal(() -> again(person)
                .moveTo(Stage.SERVICE, TODAY, null, criteria, People.SOMEBODY, clock)));
        assertEquals("Enter why " + person.fullName + " goes back a stage", refusal(() -> again(person)
                .moveTo(Stage.INTERVIEW, TODAY, " ", criteria, People.SOMEBODY, clock)));
        move(person, Stage.INTERVIEW, TODAY, "Moved by mistake");
        assertEquals(person.fullName + " is in the interview stage already", refusal(() -> again(person)
                .moveTo(Stage.INTERVIEW, TODAY, null, criteria, People.SOMEBODY, clock)));
        assertEquals("The day of the move is in the future", refusal(() -> again(person)
                .moveTo(Stage.VETTING, TODAY.plusDays(1), null, criteria, People.SOMEBODY, clock)));
        assertEquals(
                "The day of the move is before the interview stage began, on 16 June 2026", refusal(() -> again(person)
                        .moveTo(Stage.VETTING, TODAY.minusDays(1), null, criteria, People.SOMEBODY, clock)));
    }

    @Test
    void comesBackToTheStageTheyLeftFromOrAppliesAgain() {
        var mistaken = People.special().inStage(Stage.TRAINING).saved();
        inForce(() -> again(mistaken).leave(TODAY, LeavingReason.OTHER, null, People.SOMEBODY, clock));
        assertTrue(refusal(() ->
                        again(mistaken).moveTo(Stage.SERVICE, TODAY.plusDays(1), "x", criteria, People.SOMEBODY, clock))
                .startsWith("Who has left applies again"));
        move(mistaken, Stage.TRAINING, TODAY.plusDays(1), "Wrong person");
        var again = People.special().eligible().inStage(Stage.SERVICE).saved();
        inForce(() -> again(again).leave(TODAY.minusDays(5), LeavingReason.RESIGNED, null, People.SOMEBODY, clock));
        move(again, Stage.APPLIED, TODAY, "Returns after study");
        assertEquals(TODAY, inForce(() -> again(again).appliedOn));
    }

    @Test
    void sharesNoAddressAndNoForceNumberWithAnotherOfTheForce() {
        var address = Reference.random() + "@people.example";
        var number = "00" + Reference.random();
        People.special().withEmail(address).withForceNumber(number).saved();
        assertEquals(
                "Somebody in the force has this email address already",
                refusal(() -> Volunteer.enter(
                        kent(),
                        Entry.enquiry(details("Other").withEmail(address.toUpperCase()), TODAY),
                        People.SOMEBODY,
                        clock)));
        assertEquals(
                "Somebody in the force has this force number already",
                refusal(() -> Volunteer.enter(
                        kent(),
                        Entry.enquiry(details("Other").withForceNumber(number), TODAY),
                        People.SOMEBODY,
                        clock)));
        // the same person may volunteer elsewhere
        inForce(() -> Volunteer.enter(
                Force.bySlug("gwent").orElseThrow(),
                Entry.enquiry(details("Other").withEmail(address), TODAY),
                People.SOMEBODY,
                clock));
    }

    @Test
    void letsInAllOrNone() {
        var same = Reference.random() + "@people.example";
        var marker = Reference.random();
        assertEquals(
                "Somebody in the force has this email address already",
                refusal(() -> Volunteer.enterAll(
                        kent(),
                        List.of(
                                Entry.enquiry(details("One " + marker).withEmail(same), TODAY),
                                Entry.enquiry(details("Two " + marker).withEmail(same), TODAY)),
                        People.SOMEBODY,
                        clock)));
        assertEquals(0L, inForce(() -> Volunteer.count("fullName like ?1", "%" + marker)));
    }

    @Test
    void changesOnlyWhatChanged() {
        var person = People.special().withPhone("01622 555 0101").saved();
        var changed = inForce(() -> {
            var now = again(person);
            return now.changeDetails(
                    now.details().withEmail("New." + person.ref + "@people.example"), People.SOMEBODY, clock);
        });
        assertEquals(Map.of("email", "new." + person.ref.toLowerCase() + "@people.example"), changed.fields());
        var appointed =
                People.special().inStage(Stage.SERVICE).appointedOn(TODAY).saved();
        assertTrue(refusal(() -> {
                    var now = again(appointed);
                    var d = now.details();
                    return now.changeDetails(
                            new Details(
                                    d.fullName(),
                                    null,
                                    d.birthDate(),
                                    d.email(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    AppointmentType.SUPPORT_VOLUNTEER,
                                    null),
                            People.SOMEBODY,
                            clock);
                })
                .contains("end that appointment first"));
    }

    @Test
    void joinsACohortThatHasRoom() {
        var name = "Cohort " + Reference.random();
        var cohort = inForce(() -> Cohort.open(kent(), new CohortPlan(name, TODAY, null, 1, 1, null), People.SOMEBODY))
                .cohort();
        var first = People.special().saved();
        var second = People.special().saved();
        inForce(() -> again(first).joinCohort(Cohort.byRef(cohort.ref).orElseThrow(), People.SOMEBODY, clock));
        assertEquals(name + " has room for 1, and 0 places left", refusal(() -> again(second)
                .joinCohort(Cohort.byRef(cohort.ref).orElseThrow(), People.SOMEBODY, clock)));
        assertEquals(
                "The force has a cohort of this name already",
                refusal(() -> Cohort.open(
                        kent(), new CohortPlan(name.toUpperCase(), TODAY, null, 1, 1, null), People.SOMEBODY)));
        var elsewhere = People.special().in("gwent").saved();
        assertEquals("The cohort is of another force", refusal(() -> again(elsewhere)
                .joinCohort(Cohort.byRef(cohort.ref).orElseThrow(), People.SOMEBODY, clock)));
    }

    /** Vetting rule 16, example E2. */
    @Test
    void isNotAppointedBeforeTheEighteenthBirthday() {
        var young = People.special()
                .born(LocalDate.of(2008, 6, 17))
                .inStage(Stage.TRAINING)
                .saved();
        assertEquals(
                "Nobody is appointed before the 18th birthday: " + young.fullName + " from 17 June 2026",
                refusal(() -> Appointment.appoint(again(young), TODAY, People.SOMEBODY, clock)));
        inForce(() -> Appointment.appoint(again(young), TODAY.plusDays(1), People.SOMEBODY, clock));
    }

    /** Training rule 8. */
    @Test
    void isAttestedOnceAsAnAppointedSpecialConstableAndNotInTheFuture() {
        var support = People.support()
                .inStage(Stage.SERVICE)
                .appointedOn(TODAY.minusDays(9))
                .saved();
        assertTrue(refusal(() -> attest(support, TODAY)).contains("only special constables are attested"));
        var trainee = People.special().inStage(Stage.TRAINING).saved();
        assertTrue(refusal(() -> attest(trainee, TODAY)).contains("in the attestation stage"));
        var person = People.special()
                .inStage(Stage.ATTESTATION)
                .appointedOn(TODAY.minusDays(3))
                .saved();
        assertTrue(refusal(() -> attest(person, TODAY.plusDays(1))).contains("in the future"));
        assertTrue(refusal(() -> attest(person, TODAY.minusDays(4))).contains("record the appointment first"));
        inForce(() -> attest(person, TODAY.minusDays(3)));
        assertTrue(refusal(() -> attest(person, TODAY)).contains("was attested on 13 June 2026"));
    }

    private Attested attest(Volunteer person, LocalDate day) {
        return Attestation.attest(again(person), day, "J Okoro JP", "Maidstone", People.SOMEBODY, clock);
    }

    @Test
    void isHeldAndFreedAgain() {
        var person = People.deployable().saved();
        assertEquals(
                "The review day is before the first day",
                refusal(() -> hold(person, HoldCause.CONDUCT, TODAY, TODAY.minusDays(1))));
        inForce(() -> hold(person, HoldCause.CONDUCT, TODAY, TODAY.plusDays(14)));
        assertTrue(refusal(() -> hold(person, HoldCause.CONDUCT, TODAY.plusDays(1), TODAY.plusDays(9)))
                .startsWith("A hold of this kind is there already"));
        inForce(() -> hold(person, HoldCause.LEAVE, TODAY, TODAY.plusDays(9)));
        inForce(() -> Hold.of(again(person)).get(0).end(TODAY.plusDays(3), People.SOMEBODY, clock));
        assertEquals(
                "The hold ended on 19 June 2026",
                refusal(() -> Hold.of(again(person)).get(0).end(TODAY, People.SOMEBODY, clock)));
    }

    private HoldPlaced hold(Volunteer person, HoldCause cause, LocalDate from, LocalDate review) {
        return Hold.place(again(person), cause, from, review, null, People.SOMEBODY, clock);
    }

    @Test
    void holdsOneOfAKindAndNobodyElseTheSameThing() {
        var person = People.special().inStage(Stage.TRAINING).saved();
        var other = People.special().inStage(Stage.TRAINING).saved();
        var number = "L-" + person.ref;
        assertTrue(
                refusal(() -> issue(person, EquipmentKind.WARRANT_CARD, "1")).contains("attested special constables"));
        inForce(() -> issue(person, EquipmentKind.FORCE_LAPTOP, number));
        assertTrue(
                refusal(() -> issue(person, EquipmentKind.FORCE_LAPTOP, "L-2")).contains("holds one already"));
        assertTrue(
                refusal(() -> issue(other, EquipmentKind.FORCE_LAPTOP, number)).contains("lies with somebody else"));
        inForce(() -> Equipment.of(again(person)).get(0).takeBack(TODAY, People.SOMEBODY, clock));
        inForce(() -> issue(other, EquipmentKind.FORCE_LAPTOP, number));
        assertEquals(
                "It came back on 16 June 2026 already",
                refusal(() -> Equipment.of(again(person)).get(0).takeBack(TODAY, People.SOMEBODY, clock)));
    }

    private EquipmentIssued issue(Volunteer person, EquipmentKind kind, String serial) {
        return Equipment.issue(again(person), kind, serial, TODAY, People.SOMEBODY, clock);
    }

    /** Vetting rule 16: a force may ask for 18. */
    @Test
    void mustBeEighteenToApplyWhereTheForceSaysSo() {
        var seventeen = details("Young").withBirthDate(TODAY.minusYears(17));
        inForce(() -> Volunteer.enter(kent(), Entry.application(seventeen, TODAY), People.SOMEBODY, clock));
        var dyfed = "dyfed-powys";
        inForce(() -> JoiningRule.setYoungestApplicant(Force.bySlug(dyfed).orElseThrow(), 18, People.SOMEBODY, clock));
        assertEquals(
                "Applications are accepted from the age of 18: for this birth date from 16 June 2027",
                refusal(() -> Volunteer.enter(
                        Force.bySlug(dyfed).orElseThrow(),
                        Entry.application(seventeen, TODAY),
                        People.SOMEBODY,
                        clock)));
        assertTrue(refusal(() ->
                        JoiningRule.setYoungestApplicant(Force.bySlug(dyfed).orElseThrow(), 16, People.SOMEBODY, clock))
                .contains("17, or of 18"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgPersonInAForceTest extends PersonInAForceTest {}
