package org.attest.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.notice.RemindersOfTheDay;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Training rule 5: whoever passed something is reminded 60, 30 and 7 days before its last valid day, until it is renewed. */
@QuarkusTest
class QualificationsEndingTest {

    private static final String SLUG = "ministry-of-defence";

    /** DSC-102 holds for 12 months: its last valid day is 30 September 2026. */
    private static final LocalDate EARNED = LocalDate.of(2025, 9, 30);

    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
    private static final String SENTENCE = "Your renewal of DSC-102 is due on 30 September 2026";

    @Inject
    RemindersOfTheDay reminders;

    private As me;

    @BeforeEach
    void somebody() {
        backToToday();
        me = As.role(Role.VOLUNTEER, SLUG);
    }

    @AfterEach
    void backToToday() {
        TestClock.reset();
        Rows.in(() -> Extension.deleteAll());
    }

    private Volunteer learner() {
        return People.special()
                .in(SLUG)
                .inStage(Stage.TRAINING)
                .withAccount(me.accountId())
                .saved();
    }

    private void on(LocalDate day) {
        TestClock.set(day);
        reminders.take(SLUG);
    }

    private static List<String> noticesOf(As who) {
        return Rows.of(() -> Panache.getEntityManager()
                .createQuery("select n.sentence from Notice n where n.account.id = :a order by n.id", String.class)
                .setParameter("a", who.accountId())
                .getResultList());
    }

    @Test
    void remindTheLearnerThreeTimes() {
        TestQualifications.passed(learner(), "DSC-102", EARNED);
        on(LAST.minusDays(61));
        assertEquals(List.of(), noticesOf(me));
        on(LAST.minusDays(60));
        on(LAST.minusDays(59));
        assertEquals(List.of(SENTENCE), noticesOf(me));
        on(LAST.minusDays(30));
        on(LAST.minusDays(29));
        assertEquals(List.of(SENTENCE, SENTENCE), noticesOf(me));
        on(LAST.minusDays(7));
        on(LAST.minusDays(6));
        on(LAST.plusDays(1));
        assertEquals(List.of(SENTENCE, SENTENCE, SENTENCE), noticesOf(me));
    }

    @Test
    void stopWhenItIsRenewedOrRevokedOrThePersonHasLeft() {
        var person = learner();
        TestQualifications.passed(person, "DSC-102", EARNED);
        TestQualifications.passed(person, "DSC-102", EARNED.plusDays(40));
        on(LAST.minusDays(30));
        assertEquals(List.of(), noticesOf(me));

        var revoking = As.role(Role.VOLUNTEER, SLUG);
        var other = People.special()
                .in(SLUG)
                .inStage(Stage.TRAINING)
                .withAccount(revoking.accountId())
                .saved();
        var wrong = TestQualifications.passed(other, "DSC-102", EARNED);
        Rows.in(() -> Qualification.byRef(wrong.ref)
                .orElseThrow()
                .revoke("Another learner’s", People.SOMEBODY, Learner.at(TestClock.TODAY)));
        var gone = As.role(Role.VOLUNTEER, SLUG);
        var left = People.special()
                .in(SLUG)
                .inStage(Stage.LEFT)
                .withAccount(gone.accountId())
                .saved();
        TestQualifications.passed(left, "DSC-102", EARNED);
        on(LAST.minusDays(7));
        assertEquals(List.of(), noticesOf(revoking));
        assertEquals(List.of(), noticesOf(gone));
    }

    /** Whoever cannot be reached is the coordinators' to tell. */
    @Test
    void reachTheCoordinatorsOfWhoHasNoAccount() {
        var coordinator = As.coordinatorOf(SLUG);
        var person = People.special().in(SLUG).inStage(Stage.TRAINING).saved();
        TestQualifications.passed(person, "DSC-104", EARNED);
        on(LAST.minusDays(60));
        assertEquals(
                List.of("The renewal of DSC-104 of " + person.fullName + " is due on 30 September 2026"),
                noticesOf(coordinator));
    }

    /** What counts for longer by order is reminded of before that ends, though its own last valid day is over. */
    @Test
    void countBackFromTheEndOfAnExtension() {
        TestQualifications.passed(learner(), "DSC-102", LocalDate.of(2025, 6, 20));
        TestExtensions.approved("DSC-102", SLUG, LAST);
        on(LAST.minusDays(61));
        assertEquals(List.of(), noticesOf(me));
        on(LAST.minusDays(60));
        assertEquals(List.of(SENTENCE), noticesOf(me));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgQualificationsEndingTest extends QualificationsEndingTest {}
