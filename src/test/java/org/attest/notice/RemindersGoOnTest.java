package org.attest.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.TestClock;
import org.attest.force.Force;
import org.junit.jupiter.api.Test;

/** One kind of thing that fails in one force keeps nobody else from being reminded. */
@QuarkusTest
class RemindersGoOnTest {

    @Inject
    @All
    List<DueSource> sources;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    @Inject
    EntityManager em;

    private final List<String> asked = new ArrayList<>();

    private DueSource source(String failsIn) {
        return new DueSource() {
            @Override
            public DueKind kind() {
                return sources.get(0).kind();
            }

            @Override
            public List<Due> open(Force force, LocalDate until, LocalDate today) {
                if (force.slug.equals(failsIn)) throw new IllegalStateException("cannot be read");
                asked.add(force.slug);
                return List.of();
            }
        };
    }

    private Reminders of(DueSource... some) {
        var reminders = new Reminders();
        reminders.sources = List.of(some);
        reminders.notices = notices;
        reminders.clock = clock;
        reminders.em = em;
        return reminders;
    }

    private Object doneOn() {
        return QuarkusTransaction.requiringNew()
                .call(() -> em.createNativeQuery("select done_on from reminder_run", LocalDate.class)
                        .getSingleResult());
    }

    @Test
    void inEveryOtherForceAndOfEveryOtherKind() {
        long forces = QuarkusTransaction.requiringNew().call(() -> Force.count());
        QuarkusTransaction.requiringNew().run(() -> em.createNativeQuery("update reminder_run set done_on = null")
                .executeUpdate());
        of(source("kent"), source(null)).run();
        assertEquals(2 * forces - 1, asked.size());
        assertNull(doneOn(), "the next hour tries Kent again");
        of(source(null)).run();
        assertEquals(TestClock.TODAY, doneOn());
    }
}
