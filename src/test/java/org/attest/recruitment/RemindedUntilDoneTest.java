package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.audit.Actor;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.notice.Message;
import org.attest.notice.Notice;
import org.attest.notice.NoticeKind;
import org.attest.notice.RemindersOfTheDay;
import org.attest.notice.Template;
import org.attest.policy.Tier;
import org.attest.readiness.Answer;
import org.attest.readiness.Determination;
import org.attest.recruitment.meeting.Booking;
import org.attest.recruitment.meeting.MeetingKind;
import org.attest.recruitment.meeting.TestMeetings;
import org.attest.recruitment.request.TestRequests;
import org.attest.security.Role;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortPlan;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.Pause;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.Waiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every kind of dated thing climbs its ladder: once a step, however often it runs, and no step more once it is done. Of two
 * alike one is done and the other stays open. Reviews of absences are in {@link RemindersTest}.
 */
@QuarkusTest
class RemindedUntilDoneTest {

    private static final LocalDate TODAY = TestClock.TODAY;
    private static final String SLUG = "norfolk";

    @Inject
    RemindersOfTheDay reminders;

    private final As coordinator = As.coordinatorOf(SLUG);

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static void act(Runnable deed) {
        QuarkusTransaction.requiringNew().run(() -> Everywhere.run(deed));
    }

    private static Clock clock() {
        return Arc.container().select(Clock.class).get();
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private static People special(Stage stage) {
        return People.special().in(SLUG).inStage(stage);
    }

    /** Twice on the day: the second run finds nothing to say. */
    private void on(LocalDate day) {
        TestClock.set(day);
        reminders.take(SLUG);
        reminders.take(SLUG);
    }

    private static List<Notice> told(As somebody, String address) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Notice.list(
                        "account.id = ?1 and address = ?2 and kind in ?3 order by id",
                        somebody.accountId(),
                        address,
                        List.of(NoticeKind.REMINDER, NoticeKind.OVERDUE)));
    }

    /** Both are reminded of on the first day; after that one is done, and on the next day only the other is. */
    private void onlyTheOpenOne(As who, String done, String open, LocalDate first, Runnable deed, LocalDate next) {
        on(first.minusDays(1));
        assertEquals(0, told(who, open).size(), "too early");
        on(first);
        assertEquals(1, told(who, done).size());
        assertEquals(1, told(who, open).size());
        act(deed);
        on(next);
        assertEquals(1, told(who, done).size(), "it stops when done");
        assertEquals(2, told(who, open).size());
    }

    @Test
    void theEndOfAnAppointment() {
        var renewed = special(Stage.SERVICE)
                .appointed(TODAY.minusYears(1), TODAY.plusDays(61))
                .saved();
        var ending = special(Stage.SERVICE)
                .appointed(TODAY.minusYears(1), TODAY.plusDays(61))
                .saved();
        onlyTheOpenOne(
                coordinator,
                "/volunteers/" + renewed.ref + "/profile",
                "/volunteers/" + ending.ref + "/profile",
                TODAY.plusDays(1),
                () -> Appointment.appoint(again(renewed), TODAY.plusDays(62), People.SOMEBODY, clock()),
                TODAY.plusDays(31));
    }

    @Test
    void theLastDayOfBeingDeployable() {
        var renewed = holdingACardUntil(TODAY.plusDays(61));
        var ending = holdingACardUntil(TODAY.plusDays(61));
        act(() -> Determination.update(
                "answer = ?1, answerUntil = ?2 where tier = ?3 and volunteer.id in ?4",
                Answer.DEPLOYABLE,
                TODAY.plusDays(61),
                Tier.FIRST_LIVE,
                List.of(renewed.id, ending.id)));
        onlyTheOpenOne(
                coordinator,
                "/volunteers/" + renewed.ref,
                "/volunteers/" + ending.ref,
                TODAY.plusDays(1),
                () -> Determination.update("answerUntil = null where volunteer.id = ?1", renewed.id),
                TODAY.plusDays(31));
    }

    private static Volunteer holdingACardUntil(LocalDate lastDay) {
        return special(Stage.SERVICE)
                .eligible()
                .appointedOn(TODAY.minusMonths(2))
                .attestedOn(TODAY.minusMonths(1))
                .holding(EquipmentKind.WARRANT_CARD, TODAY.minusMonths(1), lastDay.plusDays(1))
                .holding(EquipmentKind.FORCE_LAPTOP, EquipmentKind.FORCE_ACCOUNT)
                .trained()
                .saved();
    }

    @Test
    void anAppointmentThatEndsTheAnswerIsSaidOnce() {
        var person = People.special()
                .in(SLUG)
                .inStage(Stage.SERVICE)
                .eligible()
                .appointed(TODAY.minusMonths(2), TODAY.plusDays(30))
                .attestedOn(TODAY.minusMonths(1))
                .holding(EquipmentKind.values())
                .trained()
                .saved();
        act(() -> Determination.update(
                "answer = ?1, answerUntil = ?2 where tier = ?3 and volunteer.id = ?4",
                Answer.DEPLOYABLE,
                TODAY.plusDays(30),
                Tier.FIRST_LIVE,
                person.id));
        on(TODAY);
        assertEquals(
                1, told(coordinator, "/volunteers/" + person.ref + "/profile").size());
        assertEquals(0, told(coordinator, "/volunteers/" + person.ref).size());
    }

    @Test
    void theStartOfACohort() {
        var moved = cohort(TODAY.plusDays(29));
        var starting = cohort(TODAY.plusDays(29));
        onlyTheOpenOne(
                coordinator,
                "/cohorts/" + moved,
                "/cohorts/" + starting,
                TODAY.plusDays(1),
                () -> Cohort.update("startsOn = ?1 where ref = ?2", TODAY.plusDays(100), moved),
                TODAY.plusDays(22));
        on(TODAY.plusDays(72));
        assertEquals(2, told(coordinator, "/cohorts/" + moved).size(), "a new day begins the ladder anew");
        assertEquals(2, told(coordinator, "/cohorts/" + starting).size(), "it is over when its day has passed");
    }

    private static String cohort(LocalDate start) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> Cohort.open(
                                Force.bySlug(SLUG).orElseThrow(),
                                new CohortPlan("Cohort " + Reference.random(), start, null, 10, 5, null, null, false),
                                People.SOMEBODY)
                        .cohort()
                        .ref));
    }

    @Test
    void theEndOfAWaiver() {
        var renewed = granted(TODAY.plusDays(31));
        var ending = granted(TODAY.plusDays(31));
        onlyTheOpenOne(
                coordinator,
                "/waivers/" + renewed.ref,
                "/waivers/" + ending.ref,
                TODAY.plusDays(1),
                () -> decide(ask(Volunteer.findById(renewed.volunteer.id), TODAY.plusDays(200))),
                TODAY.plusDays(24));
    }

    private static Waiver granted(LocalDate lastDay) {
        var person = special(Stage.INTERVIEW).saved();
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> {
                    var waiver = ask(again(person), lastDay);
                    decide(waiver);
                    return waiver;
                }));
    }

    private static Waiver ask(Volunteer person, LocalDate lastDay) {
        return Waiver.ask(
                        person,
                        Stage.VETTING,
                        Criterion.unmet(
                                "Resident for the 3 years before the application", "Too short", "vetting rule 12"),
                        "A reason of this test",
                        lastDay,
                        People.SOMEBODY,
                        clock())
                .waiver();
    }

    private static void decide(Waiver waiver) {
        waiver.decide(true, null, new Actor("second", "A second one", "inspector"), clock());
    }

    @Test
    void theDecisionOnAWaiver() {
        var inspector = As.role(Role.INSPECTOR, SLUG);
        var decided = waiting();
        var waiting = waiting();
        onlyTheOpenOne(
                inspector,
                "/waivers/" + decided.ref,
                "/waivers/" + waiting.ref,
                TODAY.plusDays(5),
                () -> decide(Waiver.byRef(decided.ref).orElseThrow()),
                TODAY.plusDays(8));
        assertEquals(
                NoticeKind.OVERDUE, told(inspector, "/waivers/" + waiting.ref).get(1).kind);
        assertEquals(1, told(coordinator, "/waivers/" + waiting.ref).size(), "the coordinators hear when it is late");
        act(() -> again(waiting.volunteer)
                .leave(TODAY.plusDays(8), LeavingReason.WITHDREW, null, People.SOMEBODY, clock()));
        on(TODAY.plusDays(20));
        assertEquals(2, told(inspector, "/waivers/" + waiting.ref).size(), "nor for somebody who has left");
    }

    private static Waiver waiting() {
        var person = special(Stage.INTERVIEW).saved();
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> ask(again(person), TODAY.plusDays(100))));
    }

    @Test
    void theReviewOfAPause() {
        var resumed = special(Stage.INTERVIEW).pausedFrom(TODAY.minusDays(22)).saved();
        var resting = special(Stage.INTERVIEW).pausedFrom(TODAY.minusDays(22)).saved();
        onlyTheOpenOne(
                coordinator,
                "/volunteers/" + resumed.ref + "/pause",
                "/volunteers/" + resting.ref + "/pause",
                TODAY.plusDays(1),
                () -> Pause.lasting(again(resumed)).orElseThrow().end(TODAY.plusDays(1), People.SOMEBODY, clock()),
                TODAY.plusDays(9));
    }

    @Test
    void whatSomebodyWasAskedFor() {
        var at = As.role(Role.APPLICANT, SLUG);
        var another = As.role(Role.APPLICANT, SLUG);
        var withdrawn = TestRequests.open(
                special(Stage.APPLIED).withAccount(at.accountId()).saved());
        var open = TestRequests.open(
                special(Stage.APPLIED).withAccount(another.accountId()).saved());
        var page = "/volunteers/" + open.volunteer.ref + "/requests/" + open.ref;
        on(TODAY.plusDays(6));
        assertEquals(0, told(another, "/me/requests/" + open.ref).size());
        on(TODAY.plusDays(7));
        assertEquals(1, told(at, "/me/requests/" + withdrawn.ref).size());
        assertEquals(1, told(another, "/me/requests/" + open.ref).size());
        assertEquals(0, told(coordinator, page).size(), "it is the person’s to do");
        act(() -> InformationRequest.byRef(withdrawn.ref).orElseThrow().withdraw(People.SOMEBODY, clock()));
        on(TODAY.plusDays(11));
        assertEquals(1, told(at, "/me/requests/" + withdrawn.ref).size(), "it stops when done");
        assertEquals(
                NoticeKind.OVERDUE, told(another, "/me/requests/" + open.ref).get(1).kind);
        assertEquals(1, told(coordinator, page).size(), "the coordinators hear when it is late");
    }

    @Test
    void aRequestAndThePauseItBringsAreOneThing() {
        var person = special(Stage.APPLIED).saved();
        var request = TestRequests.open(person);
        act(() -> InformationRequest.byRef(request.ref).orElseThrow().restClock(People.SOMEBODY, clock()));
        assertTrue(QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> Pause.lasting(again(person)).isPresent())));
        on(TODAY.plusDays(11));
        assertEquals(
                1,
                told(coordinator, "/volunteers/" + person.ref + "/requests/" + request.ref)
                        .size());
        assertEquals(
                0, told(coordinator, "/volunteers/" + person.ref + "/pause").size());
    }

    @Test
    void aMeeting() {
        var at = As.role(Role.APPLICANT, SLUG);
        var another = As.role(Role.APPLICANT, SLUG);
        var slot = TestMeetings.open(SLUG, MeetingKind.MEDICAL, 9, 2);
        var cancelled = TestMeetings.booked(
                special(Stage.INTERVIEW).withAccount(at.accountId()).saved(), slot);
        TestMeetings.booked(
                special(Stage.INTERVIEW).withAccount(another.accountId()).saved(), slot);
        on(TODAY.plusDays(6));
        assertEquals(0, told(another, "/me/meetings").size());
        act(() -> Booking.byRef(cancelled.ref).orElseThrow().cancel(People.SOMEBODY, clock()));
        on(TODAY.plusDays(7));
        assertEquals(0, told(at, "/me/meetings").size(), "it stops when called off");
        assertEquals(1, told(another, "/me/meetings").size());
        assertEquals(0, told(coordinator, "/meetings/" + slot.ref).size(), "it is the person’s to come");
        on(TODAY.plusDays(8));
        on(TODAY.plusDays(9));
        on(TODAY.plusDays(30));
        assertEquals(1, told(another, "/me/meetings").size(), "one step, and it is over");
    }

    @Test
    void whoHasNoAccountIsWrittenToAndWhoCannotBeReachedIsTheCoordinators() {
        var address = Reference.random().toLowerCase() + "@reminded.example";
        var other = Reference.random().toLowerCase() + "@reminded.example";
        var slot = TestMeetings.open(SLUG, MeetingKind.MEDICAL, 2, 2);
        TestMeetings.booked(special(Stage.INTERVIEW).withEmail(address).saved(), slot);
        var written = TestRequests.open(special(Stage.APPLIED).withEmail(other).saved());
        var silent = TestRequests.open(special(Stage.APPLIED).withEmail(null).saved());
        on(TODAY);
        assertEquals(List.of(Template.APPOINTMENT_BOOKED), mails(address));
        on(TODAY.plusDays(7));
        assertEquals(List.of(Template.INFORMATION_ASKED), mails(other));
        var page = "/volunteers/" + silent.volunteer.ref + "/requests/" + silent.ref;
        assertEquals(1, told(coordinator, page).size());
        TestClock.reset();
        var coverage = coordinator
                .get("/forces/" + SLUG + "/coverage")
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(coverage.contains("neither an account nor an email address: the coordinators hear of it instead"));
        assertTrue(coverage.contains(written.volunteer.called() + ", by email"));
    }

    private static List<Template> mails(String address) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Message.<Message>list("recipient = ?1 order by id", address).stream()
                        .map(message -> message.template)
                        .toList());
    }

    @Test
    void everyKindIsTheForcesToSetAndStandsInTheCoverageList() {
        var slug = "cleveland";
        var there = As.coordinatorOf(slug);
        var at = As.role(Role.APPLICANT, slug);
        var person = People.special()
                .in(slug)
                .inStage(Stage.APPLIED)
                .withAccount(at.accountId())
                .saved();
        TestMeetings.booked(person);
        var request = TestRequests.open(person);
        People.special().in(slug).inStage(Stage.INTERVIEW).pausedFrom(TODAY).saved();
        People.waiverIn(slug);
        var coverage = there.get("/forces/" + slug + "/coverage").statusCode(200);
        for (var kind : List.of(
                "Interview, medical or other meeting",
                "Answers to a request for what is missing",
                "Review of a pause",
                "Decision on a waiver")) {
            coverage.body(containsString(kind));
            there.get("/forces/" + slug + "/reminders").body(containsString(kind));
        }
        there.post(
                        "/forces/" + slug + "/reminders/information-due",
                        Map.of("leadDays", "8, 1", "coordinatorAfter", "2", "leadAfter", "5"))
                .statusCode(303);
        TestClock.set(TODAY.plusDays(2));
        reminders.take(slug);
        assertEquals(1, told(at, "/me/requests/" + request.ref).size());
        TestClock.set(TODAY.plusDays(7));
        reminders.take(slug);
        assertEquals(1, told(at, "/me/requests/" + request.ref).size(), "not on the third day before, as Attest comes");
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgRemindedUntilDoneTest extends RemindedUntilDoneTest {}
