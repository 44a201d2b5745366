package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Everywhere;
import org.attest.force.Reference;
import org.attest.notice.Notice;
import org.attest.notice.NoticeKind;
import org.attest.notice.RemindersOfTheDay;
import org.attest.security.Role;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.Hold;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing dated is forgotten: who does it hears first, then the coordinators, then the lead; and it stops when done. */
@QuarkusTest
class RemindersTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    @Inject
    RemindersOfTheDay reminders;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static Volunteer onHold(HoldCause cause, LocalDate review) {
        return People.special()
                .in("dorset")
                .named("Rowan " + letters(Reference.random()))
                .inStage(Stage.SERVICE)
                .onHold(cause, TODAY.minusDays(40), review)
                .saved();
    }

    private static String letters(String ref) {
        return ref.replaceAll("\\d", "x");
    }

    private static List<Notice> told(As somebody, Volunteer about) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Notice.<Notice>list(
                        "account.id = ?1 and sentence like ?2 order by id",
                        somebody.accountId(),
                        "%" + about.fullName + "%"));
    }

    private static List<Notice> told(As somebody) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Notice.<Notice>list("account.id = ?1 order by id", somebody.accountId()));
    }

    private void on(LocalDate day) {
        on(day, "dorset");
    }

    private void on(LocalDate day, String slug) {
        TestClock.set(day);
        reminders.take(slug);
    }

    @Test
    void aReviewIsRemindedOfEscalatedAndForgottenWhenDone() {
        var inspector = As.role(Role.INSPECTOR, "dorset");
        var manager = As.role(Role.VETTING_MANAGER, "dorset");
        var coordinator = As.coordinatorOf("dorset");
        var lead = As.role(Role.FORCE_LEAD, "dorset");
        var person = onHold(HoldCause.LEAVE, TODAY.plusDays(14));
        on(TODAY);
        assertEquals(1, told(inspector, person).size());
        assertEquals(NoticeKind.REMINDER, told(inspector, person).get(0).kind);
        assertTrue(told(inspector, person).get(0).sentence.endsWith("is due on 30 June 2026"));
        assertEquals(0, told(manager, person).size(), "leave is not the vetting manager’s");
        assertEquals(0, told(coordinator, person).size());
        on(TODAY.plusDays(1));
        assertEquals(1, told(inspector, person).size(), "once a step, however often it runs");
        on(TODAY.plusDays(11));
        assertEquals(2, told(inspector, person).size());
        on(TODAY.plusDays(15));
        assertEquals(3, told(inspector, person).size());
        assertEquals(NoticeKind.OVERDUE, told(inspector, person).get(2).kind);
        assertEquals(1, told(coordinator, person).size());
        on(TODAY.plusDays(21));
        assertEquals(2, told(coordinator, person).size());
        assertTrue(
                told(coordinator).stream().anyMatch(n -> n.kind == NoticeKind.URGENT),
                "whoever carries the pager is called, once for all");
        assertEquals(0, told(lead, person).size(), "the lead reads no names");
        assertTrue(told(lead).stream()
                .anyMatch(n -> n.sentence.startsWith("Review of an absence: one was due on 30 June")));
        end(person);
        var before = told(coordinator, person).size() + told(inspector, person).size();
        on(TODAY.plusDays(90));
        assertEquals(
                before,
                told(coordinator, person).size() + told(inspector, person).size());
    }

    private static void end(Volunteer person) {
        QuarkusTransaction.requiringNew()
                .run(() -> Everywhere.run(() -> {
                    Volunteer there = Volunteer.findById(person.id);
                    var clock = io.quarkus.arc.Arc.container()
                            .select(java.time.Clock.class)
                            .get();
                    Hold.of(there).get(0).end(LocalDate.now(clock).minusDays(1), People.SOMEBODY, clock);
                }));
    }

    @Test
    void missedDaysAreCaughtUpWithOneReminder() {
        var inspector = As.role(Role.INSPECTOR, "dorset");
        var coordinator = As.coordinatorOf("dorset");
        var person = onHold(HoldCause.LEAVE, TODAY.plusDays(20));
        // Attest was off from day 1 to day 22: both reminders of the time before are past
        on(TODAY.plusDays(22));
        assertEquals(1, told(inspector, person).size());
        assertEquals(1, told(coordinator, person).size());
        assertEquals(NoticeKind.OVERDUE, told(inspector, person).get(0).kind);
        reminders.take("dorset");
        assertEquals(1, told(inspector, person).size());
    }

    @Test
    void aNewDayBeginsTheLadderAnew() {
        var inspector = As.role(Role.INSPECTOR, "dorset");
        var person = onHold(HoldCause.LEAVE, TODAY.plusDays(3));
        on(TODAY);
        assertEquals(1, told(inspector, person).size());
        QuarkusTransaction.requiringNew()
                .run(() -> Everywhere.run(
                        () -> Hold.update("reviewOn = ?1 where volunteer.id = ?2", TODAY.plusDays(40), person.id)));
        on(TODAY.plusDays(20));
        assertEquals(1, told(inspector, person).size());
        on(TODAY.plusDays(26));
        assertEquals(2, told(inspector, person).size());
    }

    @Test
    void theSentenceDoesNotGiveAwayTheCause() {
        var coordinator = As.coordinatorOf("dorset");
        var ill = onHold(HoldCause.WELFARE, TODAY.minusDays(2));
        var suspended = onHold(HoldCause.CONDUCT, TODAY.minusDays(2));
        on(TODAY);
        var one = told(coordinator, ill);
        var other = told(coordinator, suspended);
        assertEquals(1, one.size());
        assertEquals(1, other.size());
        assertEquals(
                one.get(0).sentence.replace(ill.fullName, ""),
                other.get(0).sentence.replace(suspended.fullName, ""));
        var page = coordinator
                .get("/forces/dorset/coverage")
                .statusCode(200)
                .extract()
                .asString();
        assertFalse(page.contains("welfare officer") || page.contains("Welfare</"), "the cause stands on the page");
        assertTrue(page.contains("Whoever decides it"));
    }

    @Test
    void aForceSetsItsOwnDays() {
        var coordinator = As.coordinatorOf("cumbria");
        var inspector = As.role(Role.INSPECTOR, "cumbria");
        var path = "/forces/cumbria/reminders/hold-review";
        coordinator.get("/forces/cumbria/reminders").statusCode(200).body(containsString("14, 3"));
        coordinator
                .post(path, Map.of("leadDays", "soon", "coordinatorAfter", "0", "leadAfter", "x"))
                .statusCode(422)
                .body(containsString("Enter numbers of days with commas"))
                .body(containsString("value=\"soon\""));
        coordinator
                .post(path, Map.of("leadDays", "30, 5", "coordinatorAfter", "4", "leadAfter", "2"))
                .statusCode(422)
                .body(containsString("The lead is told after the coordinators"));
        coordinator
                .post(path, Map.of("leadDays", "5, 30", "coordinatorAfter", "2", "leadAfter", "4"))
                .statusCode(303);
        coordinator.get("/forces/cumbria/reminders").body(containsString("30, 5"));
        var person = People.special()
                .in("cumbria")
                .named("Rowan " + letters(Reference.random()))
                .inStage(Stage.SERVICE)
                .onHold(HoldCause.LEAVE, TODAY.minusDays(40), TODAY.plusDays(30))
                .saved();
        on(TODAY, "cumbria");
        assertEquals(1, told(inspector, person).size());
        on(TODAY.plusDays(16), "cumbria");
        assertEquals(1, told(inspector, person).size(), "not on the fourteenth day, as Attest comes");
        on(TODAY.plusDays(25), "cumbria");
        assertEquals(2, told(inspector, person).size());
        TestClock.reset();
        coordinator.get("/forces/cumbria/reminders/no-such-kind").statusCode(404);
    }

    @Test
    void thePersonIsRemindedOfTheirOwnDays() {
        var own = As.role(Role.VOLUNTEER, "dorset");
        var coordinator = As.coordinatorOf("dorset");
        var person = People.special()
                .in("dorset")
                .named("Rowan " + letters(Reference.random()))
                .inStage(Stage.SERVICE)
                .appointed(TODAY.minusYears(1), TODAY.plusDays(30))
                .withAccount(own.accountId())
                .saved();
        on(TODAY);
        assertEquals(List.of("The end of your appointment is due on 16 July 2026"), sentences(own));
        assertEquals(1, told(coordinator, person).size());
        own.get("/notices").statusCode(200).body(containsString("The end of your appointment"));
    }

    @Test
    void whatNobodyCanRenewIsNotRemindedOfWhateverTheCause() {
        var coordinator = As.coordinatorOf("lincolnshire");
        for (var cause : HoldCause.values()) {
            var own = As.role(Role.VOLUNTEER, "lincolnshire");
            var person = People.deployable()
                    .in("lincolnshire")
                    .named("Rowan " + letters(Reference.random()))
                    .onHold(cause, TODAY.plusDays(30), TODAY.plusDays(60))
                    .withAccount(own.accountId())
                    .saved();
            on(TODAY, "lincolnshire");
            on(TODAY.plusDays(23), "lincolnshire");
            assertEquals(List.of(), told(coordinator, person), cause.name());
            assertEquals(List.of(), told(own), cause.name());
            TestClock.reset();
        }
        assertFalse(coordinator
                .get("/forces/lincolnshire/coverage")
                .extract()
                .asString()
                .contains("Renewal for"));
    }

    @Test
    void whatCanBeRenewedIsRemindedOfAsSuchBesideAHold() {
        var coordinator = As.coordinatorOf("cleveland");
        for (var cause : HoldCause.values()) {
            var person = People.special()
                    .in("cleveland")
                    .named("Rowan " + letters(Reference.random()))
                    .inStage(Stage.SERVICE)
                    .eligible()
                    .appointedOn(LocalDate.of(2026, 4, 1))
                    .attestedOn(LocalDate.of(2026, 4, 8))
                    .holding(EquipmentKind.WARRANT_CARD, LocalDate.of(2026, 4, 9), TODAY.plusDays(30))
                    .holding(EquipmentKind.FORCE_LAPTOP, EquipmentKind.FORCE_ACCOUNT)
                    .onHold(cause, TODAY.plusDays(30), TODAY.plusDays(60))
                    .trained()
                    .saved();
            on(TODAY, "cleveland");
            assertTrue(
                    told(coordinator, person).stream()
                            .anyMatch(n -> n.sentence.equals("Renewal for " + person.fullName
                                    + ", who can be deployed no longer after that day, is due on 15 July 2026")),
                    cause.name());
        }
    }

    private static List<String> sentences(As somebody) {
        return told(somebody).stream().map(n -> n.sentence).toList();
    }

    @Test
    void whatNobodyHearsOfStandsFirstWithWhatToDo() {
        var coordinator = As.coordinatorOf("suffolk");
        var own = As.role(Role.VOLUNTEER, "suffolk");
        var covered = appointmentEnding("suffolk", TODAY.plusDays(9), own.accountId());
        var doubtful = appointmentEnding("suffolk", TODAY.plusDays(90), null);
        var page = coordinator
                .get("/forces/suffolk/coverage")
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(page.contains("Everybody is reminded of what is listed here"));
        assertTrue(page.indexOf(doubtful.fullName) < page.indexOf(covered.fullName), "what can be mended stands first");
        assertTrue(page.contains("The person has no account to be reminded in: invite them"));
        assertTrue(
                page.contains("Nobody in Suffolk holds: Vetting manager, Inspector, Welfare officer"), "vacant roles");
        assertTrue(page.contains(coordinator.name()));
    }

    @Test
    void inAForceWithoutCoordinatorsNobodyHearsOfIt() {
        var person = appointmentEnding("surrey", TODAY.plusDays(9), null);
        var lead = As.role(Role.FORCE_LEAD, "surrey");
        on(TODAY.plusDays(2), "surrey");
        assertEquals(0, told(lead, person).size());
        var late = As.coordinatorOf("surrey");
        // whoever becomes coordinator later finds it uncovered by nobody but themselves
        late.get("/forces/surrey/coverage")
                .body(containsString(person.fullName))
                .body(containsString(late.name()));
    }

    private static Volunteer appointmentEnding(String slug, LocalDate day, Long account) {
        return People.special()
                .in(slug)
                .named("Rowan " + letters(Reference.random()))
                .inStage(Stage.SERVICE)
                .appointed(TODAY.minusYears(1), day)
                .withAccount(account)
                .saved();
    }

    @Test
    void coverageCostsTheSameForTwentyAsForTwoThousand() {
        var few = As.coordinatorOf("essex");
        var many = As.coordinatorOf("lancashire");
        crowd("essex", 20);
        crowd("lancashire", 2000);
        assertEquals(statementsOf(few, "/forces/essex/coverage"), statementsOf(many, "/forces/lancashire/coverage"));
    }

    private static void crowd(String slug, int size) {
        People.saved(java.util.stream.IntStream.range(0, size)
                .mapToObj(i -> People.special()
                        .in(slug)
                        .inStage(Stage.SERVICE)
                        .appointed(TODAY.minusYears(1), TODAY.plusDays(1 + i % 300))
                        .withoutClearance()
                        .unannounced())
                .toList());
    }

    private static long statementsOf(As somebody, String path) {
        var statistics = Notice.getEntityManager()
                .getEntityManagerFactory()
                .unwrap(SessionFactory.class)
                .getStatistics();
        long before = statistics.getPrepareStatementCount();
        somebody.get(path).statusCode(200);
        return statistics.getPrepareStatementCount() - before;
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgRemindersTest extends RemindersTest {}
