package org.attest.exchange;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.attest.audit.Actor;
import org.attest.exchange.ImportProgress.What;
import org.attest.force.Everywhere;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Reads, looks at and brings in long files outside the request, one after the other: whoever asked may leave the page and come
 * back. What it does is all or nothing, as in a request; how far it is, {@link ImportProgress} says.
 */
@ApplicationScoped
class LongWork {

    private static final Logger LOG = Logger.getLogger(LongWork.class);
    private static final long TICK_NANOS = 500_000_000L;

    @Inject
    Commit commit;

    @Inject
    RoomColumns rooms;

    @Inject
    Limits limits;

    @Inject
    StatelessSession rows;

    @Inject
    Clock clock;

    @Inject
    TransactionSynchronizationRegistry registry;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "attest-long-import");
        thread.setDaemon(true);
        return thread;
    });

    /** Somebody asked for the work to be stopped. */
    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Begins when the transaction at hand is committed, and not at all when it is not. */
    void begin(ImportBatch batch, What what, String seen, Actor by) {
        ImportProgress.begin(batch, what, by, clock);
        var id = batch.id;
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before it is certain
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) worker.submit(() -> run(id, what, seen, by));
            }
        });
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    private void run(Long id, What what, String seen, Actor by) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            inTransaction(() -> {
                var batch = ImportBatch.<ImportBatch>findById(id);
                switch (what) {
                    case READING -> batch.readWhenReceived(limits, rooms.columns());
                    case CHECKING -> check(batch, by);
                    case BRINGING -> commit.commit(batch, seen, limits, by, ticks(id));
                }
            });
            inTransaction(() -> ImportProgress.end(id, null, clock.instant()));
        } catch (RuntimeException e) {
            var fault = fault(e);
            inTransaction(() -> {
                // a file that cannot be read is not kept: its refusal stands where its rows would
                if (what == What.READING) ImportBatch.<ImportBatch>findById(id).discard();
                ImportProgress.end(id, fault, clock.instant());
            });
        } finally {
            context.terminate();
        }
    }

    private void check(ImportBatch batch, Actor by) {
        CheckedLine.forget(batch);
        var mapping = batch.mapping(rooms.columns());
        var ticks = ticks(batch.id);
        var sheet = batch.sheet(limits);
        var run = commit.look(batch.force, sheet, mapping, by, lot -> {
            rows.insertMultiple(
                    lot.stream().map(row -> CheckedLine.of(batch, row, mapping)).toList());
            ticks.accept(lot.size());
        });
        batch.looked(run, mapping.ignored(sheet.headings()));
    }

    /** Counts rows, and says so about twice a second, in a transaction of its own. */
    private IntConsumer ticks(Long id) {
        var done = new int[1];
        var last = new long[] {System.nanoTime() - TICK_NANOS};
        return rows -> {
            done[0] += rows;
            if (System.nanoTime() - last[0] < TICK_NANOS) return;
            last[0] = System.nanoTime();
            var stop = new boolean[1];
            inTransaction(() -> stop[0] = ImportProgress.tick(id, done[0], clock.instant()));
            if (stop[0]) throw new Cancelled();
        };
    }

    private static String fault(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Cancelled) return "It was stopped, as somebody asked. Nothing was brought in";
        }
        var sentence = ImportCommits.sentence(e);
        if (sentence != null) return sentence;
        LOG.error("The work on a long file failed", e);
        return "Attest could not finish, for a reason nobody foresaw. Nothing was brought in. Try again, and tell"
                + " whoever runs Attest if it happens again";
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().timeout(Imports.LONGEST_SECONDS).run(() -> Everywhere.run(work));
    }
}
