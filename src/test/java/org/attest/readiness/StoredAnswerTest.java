package org.attest.readiness;

import static org.attest.TestClock.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.audit.Deed;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.policy.PolicyPress;
import org.attest.policy.Requirement;
import org.attest.policy.TestPolicies;
import org.attest.policy.Tier;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Equipment;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.People;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stored answer follows every deed in its own transaction, and every day that changes it. */
@QuarkusTest
class StoredAnswerTest {

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    @Inject
    EntityManager em;

    @Inject
    DailyCheck check;

    @Inject
    Determinations determinations;

    @Inject
    FactsGathering gathering;

    @Inject
    PolicyPress press;

    @AfterEach
    void backToToday() {
        TestClock.reset();
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> Everywhere.call(work::get));
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(() -> Everywhere.run(work));
    }

    private static Determination of(Volunteer person) {
        return inTransaction(() -> Determination.of(person, Tier.T1).orElseThrow());
    }

    private static List<AnswerChange> changes(Volunteer person) {
        return inTransaction(() -> AnswerChange.of(person));
    }

    @Test
    void isThereAsSoonAsThePersonIs() {
        var ready = of(People.deployable().saved());
        assertEquals(Answer.DEPLOYABLE, ready.answer);
        assertEquals(0, ready.unmet);
        assertEquals("All 17 requirements are met", ready.why);
        assertEquals(LocalDate.of(2036, 1, 30), ready.nextChangeOn, "when the clearance is due soon");
        assertTrue(ready.policy.startsWith("national 3"));

        var applicant = of(People.special().saved());
        assertEquals(Answer.NOT_DEPLOYABLE, applicant.answer);
        assertTrue(applicant.why.startsWith("Not in service"), applicant.why);
    }

    @Test
    void followsADeedInTheSameTransaction() {
        var person = People.deployable().saved();
        inTransaction(() -> {
            var mine = Volunteer.<Volunteer>findById(person.id);
            Equipment.of(mine).forEach(e -> deeds.fire(e.takeBack(TODAY, People.SOMEBODY, clock)));
        });
        var answer = of(person);
        assertEquals(Answer.NOT_DEPLOYABLE, answer.answer);
        assertEquals(3, answer.unmet);
        assertEquals(TODAY, answer.answerSince);
        assertEquals("No warrant card. No force laptop. 1 more", answer.why);
        var changes = changes(person);
        assertEquals(1, changes.size(), "three deeds, one answer");
        assertEquals(
                "Answer changed: not deployable", changes.get(0).inHistory().what());
        assertEquals("an authorised person", changes.get(0).inHistory().who());
    }

    @Test
    void isUndoneWithItsDeed() {
        var person = People.deployable().saved();
        assertThrows(
                IllegalStateException.class,
                () -> inTransaction(() -> {
                    var mine = Volunteer.<Volunteer>findById(person.id);
                    deeds.fire(Equipment.of(mine).get(0).takeBack(TODAY, People.SOMEBODY, clock));
                    throw new IllegalStateException("no");
                }));
        assertEquals(Answer.DEPLOYABLE, of(person).answer);
    }

    @Test
    void isLeftAloneByAMereLook() {
        var person = People.deployable().saved();
        inTransaction(() -> {
            var mine = Volunteer.<Volunteer>findById(person.id);
            em.createQuery("update Determination d set d.why = 'untouched' where d.volunteer = :v")
                    .setParameter("v", mine)
                    .executeUpdate();
            deeds.fire(new RecordViewed(People.SOMEBODY, mine, "readiness"));
        });
        assertEquals("untouched", of(person).why);
        inTransaction(() -> determinations.recompute(List.of(person.id)));
    }

    @Test
    void keepsItsFirstDayWhileTheAnswerStays() {
        var person = People.deployable().saved();
        inTransaction(() -> {
            var mine = Volunteer.<Volunteer>findById(person.id);
            deeds.fire(Equipment.of(mine).get(0).takeBack(TODAY, People.SOMEBODY, clock));
        });
        TestClock.set(TODAY.plusDays(3));
        inTransaction(() -> {
            var mine = Volunteer.<Volunteer>findById(person.id);
            deeds.fire(Equipment.of(mine).get(1).takeBack(TODAY.plusDays(3), People.SOMEBODY, clock));
        });
        assertEquals(TODAY, of(person).answerSince);
        assertEquals(2, of(person).unmet);
        assertEquals(1, changes(person).size());
    }

    @Test
    void namesNoCauseAndStoresNone() {
        var stored = new ArrayList<List<Object>>();
        for (var cause : HoldCause.values()) {
            var person = People.deployable()
                    .named("Rowan Ashdown")
                    .onHold(cause, TODAY.minusDays(13), TODAY.plusDays(14))
                    .saved();
            var row = inTransaction(() -> (Object[]) em.createNativeQuery(
                            "select cast(verdict as varchar(100000)), cast(facts as varchar(100000)), why, answer,"
                                    + " unmet_count, next_change_on from determination where volunteer_id = ?1",
                            Object[].class)
                    .setParameter(1, person.id)
                    .getSingleResult());
            var texts = new ArrayList<Object>();
            for (var value : row) {
                texts.add(value.toString().replace(person.ref, "").replaceAll("[0-9A-Z]{13}", ""));
            }
            stored.add(texts);
            assertEquals("Not available", row[2]);
            for (var other : HoldCause.values()) {
                assertFalse((row[0] + "" + row[1]).contains(other.name()), "no cause is stored with the answer");
            }
        }
        assertEquals(1, stored.stream().distinct().count(), "whatever the cause");
    }

    @Test
    void changesOnItsDayByTheDailyCheckAlone() {
        var leave = TODAY.plusDays(4);
        var person = People.deployable()
                .onHold(HoldCause.LEAVE, leave, leave.plusDays(5), leave.plusDays(6))
                .saved();
        assertEquals(Answer.DEPLOYABLE, of(person).answer);
        assertEquals(leave, of(person).nextChangeOn);

        // a day was missed: the check of the day after finds it all the same
        TestClock.set(leave.plusDays(1));
        check.sweep(LocalDate.now(clock));
        var held = of(person);
        assertEquals(Answer.NOT_DEPLOYABLE, held.answer);
        assertEquals(leave, held.answerSince);
        assertEquals(leave.plusDays(7), held.nextChangeOn);
        assertEquals("the daily check", changes(person).get(0).inHistory().who());

        TestClock.set(leave.plusDays(7));
        check.sweep(LocalDate.now(clock));
        assertEquals(Answer.DEPLOYABLE, of(person).answer);
        assertEquals(2, changes(person).size());
    }

    @Test
    void isNotEvenLookedAtOnOtherDays() {
        var due = TODAY.plusDays(40);
        var crowd = People.saved(IntStream.range(0, 30)
                .mapToObj(i -> People.deployable().in("gwent"))
                .toList());
        TestClock.set(due);
        check.sweep(due);
        var held = People.deployable()
                .in("gwent")
                .onHold(HoldCause.LEAVE, due.plusDays(1), due.plusDays(5), due.plusDays(20))
                .saved();
        TestClock.set(due.plusDays(1));
        var statistics = statistics();
        statistics.clear();
        int done = check.sweep(due.plusDays(1));
        assertTrue(done >= 1 && done < crowd.size(), "only those whose day has come: " + done);
        assertEquals(
                0, statistics.getEntityStatistics(Volunteer.class.getName()).getLoadCount());
        assertEquals(Answer.NOT_DEPLOYABLE, of(held).answer);
    }

    @Test
    void isCheckedOnceADay() {
        var person = People.deployable().saved();
        TestClock.set(TODAY.plusDays(60));
        check.runIfDue();
        assertEquals(TODAY.plusDays(60), check.report().doneOn());
        inTransaction(
                () -> em.createQuery("update Determination d set d.nextChangeOn = :day where d.volunteer.id = :id")
                        .setParameter("day", TODAY)
                        .setParameter("id", person.id)
                        .executeUpdate());
        check.runIfDue();
        assertEquals(TODAY, of(person).nextChangeOn, "done for today");
        inTransaction(() ->
                em.createNativeQuery("update daily_check set done_on = null").executeUpdate());
        check.runIfDue();
        assertEquals(LocalDate.of(2036, 1, 30), of(person).nextChangeOn);
    }

    @Test
    void isFoundOutWhenItDoesNotAgreeWithTheFacts() {
        var person = People.deployable().saved();
        assertEquals(List.of(), inTransaction(() -> determinations.disagreeing(List.of(person.id))));
        inTransaction(() -> em.createQuery("update Determination d set d.answer = :no where d.volunteer.id = :id")
                .setParameter("no", Answer.NOT_DEPLOYABLE)
                .setParameter("id", person.id)
                .executeUpdate());
        assertEquals(List.of(person.id), inTransaction(() -> determinations.disagreeing(List.of(person.id))));
    }

    @Test
    void isMissedWhereThereIsNone() {
        var person = People.deployable().unannounced().saved();
        assertTrue(check.sample(Integer.MAX_VALUE).contains(person.id), "whoever has no answer is looked at too");
        assertEquals(List.of(person.id), inTransaction(() -> determinations.disagreeing(List.of(person.id))));
        assertTrue(inTransaction(() -> Determination.volunteerIds(person.force)).contains(person.id));
        inTransaction(() -> determinations.recompute(List.of(person.id), true));
        assertEquals(Answer.DEPLOYABLE, of(person).answer);
    }

    @Test
    void knowsNoAppointmentThatWasWithdrawn() {
        var person = People.deployable().appointed(TODAY.minusDays(1), null).saved();
        inTransaction(() -> Appointment.<Appointment>list("volunteer", person)
                .forEach(a -> em.createQuery("update Appointment a set a.withdrawnAt = :now where a.id = :id")
                        .setParameter("now", clock.instant())
                        .setParameter("id", a.id)
                        .executeUpdate()));
        inTransaction(() -> determinations.recompute(List.of(person.id)));
        assertEquals(Answer.NOT_DEPLOYABLE, of(person).answer);
        assertEquals("Not appointed", of(person).why);
    }

    @Test
    void asksTheSameNumberOfStatementsForOnePersonAsForMany() {
        var people = People.saved(IntStream.range(0, 60)
                .mapToObj(i -> People.deployable().onHold(HoldCause.LEAVE, TODAY, TODAY.plusDays(3)))
                .toList());
        var ids = people.stream().map(p -> p.id).toList();
        assertEquals(12, statements(() -> gathering.about(ids.subList(0, 1))));
        assertEquals(12, statements(() -> gathering.about(ids)));
        long few = statements(() -> determinations.recompute(ids.subList(0, 5)));
        assertEquals(few, statements(() -> determinations.recompute(ids)));
    }

    @Test
    void isWorkedOutForThousandsInSeconds() {
        var ids = People.saved(IntStream.range(0, 1000)
                        .mapToObj(i -> People.deployable().in("gwent").unannounced())
                        .toList())
                .stream()
                .map(p -> p.id)
                .toList();
        long start = System.nanoTime();
        inTransaction(() -> determinations.recompute(ids));
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        assertTrue(seconds < 20, "1,000 answers took " + seconds + " s");
        assertEquals(
                1000L,
                inTransaction(() -> Determination.count("volunteer.id in ?1 and answer = ?2", ids, Answer.DEPLOYABLE)));
        inTransaction(() -> {
            em.createQuery("update Volunteer v set v.stage = :left where v.id in :ids")
                    .setParameter("left", Stage.LEFT)
                    .setParameter("ids", ids)
                    .executeUpdate();
        });
    }

    @Test
    void isLookedAtAgainOnTheFirstDayOfANewPolicy() {
        var slug = "north-wales";
        var person = People.deployable().in(slug).saved();
        var from = TODAY.plusDays(10);
        inTransaction(() -> {
            var force = Force.bySlug(slug).orElseThrow();
            press.publish(
                    force,
                    TestPolicies.document(
                            from,
                            List.of(Tier.T2),
                            new Requirement.MinimumAge(
                                    TestPolicies.asked(Tier.T1, "age").terms(), 60)),
                    People.SOMEBODY);
        });
        assertEquals(from, of(person).nextChangeOn);
        assertEquals(Answer.DEPLOYABLE, of(person).answer);
        TestClock.set(from);
        check.sweep(from);
        assertEquals(Answer.NOT_DEPLOYABLE, of(person).answer);
        assertEquals("national 3, north-wales 1", of(person).policy);
        assertTrue(of(person).verdict.findings().stream()
                .anyMatch(f -> f.stricterHere() && f.code().equals("age")));
        // one that is in force already applies at once
        inTransaction(() -> press.publish(
                Force.bySlug(slug).orElseThrow(), TestPolicies.document(from, List.of()), People.SOMEBODY));
        assertEquals(Answer.DEPLOYABLE, of(person).answer);
    }

    private long statements(Runnable work) {
        return inTransaction(() -> {
            em.flush();
            var statistics = statistics();
            statistics.clear();
            work.run();
            return statistics.getPrepareStatementCount();
        });
    }

    private Statistics statistics() {
        return em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgStoredAnswerTest extends StoredAnswerTest {}
