package org.attest.readiness;

import static org.attest.TestClock.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.attest.OnPostgres;
import org.attest.audit.Deed;
import org.attest.force.Everywhere;
import org.attest.policy.Tier;
import org.attest.volunteer.Equipment;
import org.attest.volunteer.Hold;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two deeds about one person in the same moment: whichever is second works the answer out with the first in it. */
@QuarkusTest
class TwoDeedsAtOnceTest {

    private static final int ROUNDS = 20;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    @Inject
    Determinations determinations;

    private final ExecutorService desks = Executors.newFixedThreadPool(2);

    @AfterEach
    void closeDesks() {
        desks.shutdownNow();
    }

    @Test
    void leaveAnAnswerThatKnowsBoth() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var person = People.deployable().saved();
            var together = new CyclicBarrier(2);
            var hold = atDesk(
                    person,
                    together,
                    p -> Hold.place(p, HoldCause.LEAVE, TODAY, TODAY.plusDays(9), null, People.SOMEBODY, clock));
            var card = atDesk(person, together, p -> Equipment.of(p).get(0).takeBack(TODAY, People.SOMEBODY, clock));
            hold.get(30, TimeUnit.SECONDS);
            card.get(30, TimeUnit.SECONDS);

            QuarkusTransaction.requiringNew()
                    .run(() -> Everywhere.run(() -> {
                        var answer = Determination.of(person, Tier.T1).orElseThrow();
                        assertEquals(2, answer.unmet, answer.why);
                        assertEquals(List.of(), determinations.disagreeing(List.of(person.id)));
                    }));
        }
    }

    private Future<?> atDesk(Volunteer person, CyclicBarrier together, Function<Volunteer, Deed> doing) {
        return desks.submit(() -> QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> {
                    var mine = Volunteer.<Volunteer>findById(person.id);
                    var deed = doing.apply(mine);
                    together.await(30, TimeUnit.SECONDS);
                    deeds.fire(deed);
                    return deed;
                })));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgTwoDeedsAtOnceTest extends TwoDeedsAtOnceTest {}
