package org.attest.readiness;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.attest.force.Everywhere;
import org.attest.policy.PolicyPress;
import org.attest.volunteer.Advancing;
import org.attest.volunteer.Volunteer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Once a day, in one node of the cluster: works out again the answers that change today, and only those, and lets people move on
 * whom time alone had held back; then compares a
 * sample of all answers with the facts. A day that was missed is caught up at the next start or within the hour.
 */
@ApplicationScoped
public class DailyCheck {

    /** Whoever dies in the middle is followed by another after this long. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** Order among what happens at the start: once there is a policy. */
    public static final int AT_START = PolicyPress.AT_START + 10;

    /**
     * What the last check found.
     *
     * @param doneOn the day; null before the first
     * @param compared people whose stored answers were compared with the facts
     * @param disagreeing those whose answer was missing or not what the facts say, and was put right
     */
    public record Report(LocalDate doneOn, int compared, int disagreeing) {}

    @Inject
    Clock clock;

    @Inject
    EntityManager em;

    @Inject
    Determinations determinations;

    @Inject
    Advancing advancing;

    @Inject
    MeterRegistry metrics;

    /** Stored answers compared with the facts each day. */
    @ConfigProperty(name = "attest.readiness.sample")
    int sample;

    @ConfigProperty(name = "attest.alone", defaultValue = "false")
    boolean alone;

    void atStart(@Observes @Priority(AT_START) StartupEvent started) {
        metrics.counter("attest.answers.disagreeing");
        if (!alone) runIfDue();
    }

    /** At five past midnight; the other hours find it done, or do what midnight could not. */
    @Scheduled(
            cron = "{attest.readiness.check}",
            timeZone = "Europe/London",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyHour() {
        if (!alone) runIfDue();
    }

    /** Runs the check unless it is done for today or another node is at it. */
    public void runIfDue() {
        if (!claim()) return;
        var today = LocalDate.now(clock);
        int changed = sweep(today);
        advance();
        var compared = sample(sample);
        var wrong = QuarkusTransaction.requiringNew().call(() -> determinations.disagreeing(compared));
        if (!wrong.isEmpty()) {
            Log.errorf(
                    "%d of %d stored answers were missing or not what their facts say, and were put right: volunteers with ids %s",
                    wrong.size(), compared.size(), wrong);
            metrics.counter("attest.answers.disagreeing").increment(wrong.size());
            QuarkusTransaction.requiringNew().run(() -> determinations.recompute(wrong, true));
        }
        finish(today, compared.size(), wrong.size());
        if (changed > 0) Log.infof("Worked out %d answers that change on %s", changed, today);
    }

    /** Whom time alone lets move on, a chunk a transaction. */
    private void advance() {
        var ids = QuarkusTransaction.requiringNew().call(advancing::candidates);
        for (int from = 0; from < ids.size(); from += FactsGathering.CHUNK) {
            var chunk = ids.subList(from, Math.min(from + FactsGathering.CHUNK, ids.size()));
            QuarkusTransaction.requiringNew().run(() -> advancing.advance(chunk));
        }
    }

    /** Only rows whose day has come, a chunk a transaction: what is done stays done. */
    int sweep(LocalDate today) {
        int done = 0;
        long after = 0;
        while (true) {
            long last = after;
            var ids = QuarkusTransaction.requiringNew()
                    .call(() -> Everywhere.call(() -> {
                        var due = Determination.dueOn(today, last, FactsGathering.CHUNK);
                        determinations.recompute(due, true);
                        return due;
                    }));
            if (ids.isEmpty()) return done;
            done += ids.size();
            after = ids.get(ids.size() - 1);
        }
    }

    /** What the last check found. */
    public Report report() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var row = (Object[])
                    em.createNativeQuery("select done_on, compared, disagreeing from daily_check", Object[].class)
                            .getSingleResult();
            var day = row[0] instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) row[0];
            return new Report(day, ((Number) row[1]).intValue(), ((Number) row[2]).intValue());
        });
    }

    private boolean claim() {
        var now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> em.createNativeQuery("update daily_check set locked_until = ?1 where locked_until <= ?2"
                                        + " and (done_on is null or done_on < ?3)")
                                .setParameter(1, now.plus(LONGEST))
                                .setParameter(2, now)
                                .setParameter(3, LocalDate.now(clock))
                                .executeUpdate()
                        == 1);
    }

    private void finish(LocalDate today, int compared, int disagreeing) {
        QuarkusTransaction.requiringNew().run(() -> em.createNativeQuery(
                        "update daily_check set locked_until = ?1, done_on = ?2, compared = ?3," + " disagreeing = ?4")
                .setParameter(1, clock.instant())
                .setParameter(2, today)
                .setParameter(3, compared)
                .setParameter(4, disagreeing)
                .executeUpdate());
    }

    /** A stretch of people, with a stored answer or without, from a place that nobody can foretell. */
    List<Long> sample(int most) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> {
                    long count = Volunteer.count();
                    int from = new Random().nextInt((int) Math.max(1, count - most + 1));
                    return em.createQuery("select v.id from Volunteer v order by v.id", Long.class)
                            .setFirstResult(from)
                            .setMaxResults(most)
                            .getResultList();
                }));
    }
}
