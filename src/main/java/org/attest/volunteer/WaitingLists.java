package org.attest.volunteer;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Everywhere;
import org.attest.notice.NoticeKind;
import org.attest.notice.Template;

/**
 * Moves people up from the waiting list of a cohort as soon as a place falls free: somebody left, changed cohort, or the
 * cohort has more places now. Works once at the end of the transaction in which that happened, however many deeds it has,
 * so that it commits with them or not at all.
 */
@ApplicationScoped
public class WaitingLists {

    @Inject
    EntityManager em;

    @Inject
    TransactionManager transactions;

    @Inject
    TransactionSynchronizationRegistry registry;

    @Inject
    Event<Deed> deeds;

    @Inject
    Telling telling;

    @Inject
    Clock clock;

    /** Every deed is heard, and before answers and trail hear it: who speaks up first writes first when all is about to commit. */
    void hear(@Observes @Priority(0) Deed deed) {
        try {
            var ending = (Ending) registry.getResource(Ending.class);
            if (ending == null) {
                ending = new Ending();
                registry.putResource(Ending.class, ending);
                transactions.getTransaction().registerSynchronization(ending);
            }
            ending.note(deed);
        } catch (SystemException | RollbackException e) {
            throw new IllegalStateException("Waiting lists cannot be kept in this transaction", e);
        }
    }

    /** A place that fell free unnoticed, because whoever was next was being changed at that moment, is handed out now. */
    @Scheduled(every = "{attest.cohorts.fill-every}", delayed = "2m", identity = "fill-cohorts")
    @Transactional
    void sweep() {
        Everywhere.run(() -> CohortWait.awaited().forEach(this::fill));
    }

    /** What a transaction did to cohorts. */
    private final class Ending implements Synchronization {

        private final TreeSet<Cohort> freed = new TreeSet<>(Comparator.comparing(c -> c.id));
        private final TreeSet<Long> gone = new TreeSet<>();
        private final TreeSet<Long> placed = new TreeSet<>();

        void note(Deed deed) {
            if (deed instanceof StageMoved moved && moved.to() == Stage.LEFT) {
                gone.add(moved.volunteer().id);
                if (moved.volunteer().cohort != null) freed.add(moved.volunteer().cohort);
            } else if (deed instanceof CohortChanged changed) {
                if (changed.cohort() != null) placed.add(changed.volunteer().id);
                if (changed.from() != null) freed.add(changed.from());
            } else if (deed instanceof CohortPlanned planned) {
                freed.add(planned.cohort());
            } else if (deed instanceof WaitingBegun begun) {
                freed.add(begun.cohort());
            }
        }

        @Override
        public void beforeCompletion() {
            if (freed.isEmpty() && gone.isEmpty() && placed.isEmpty()) return;
            em.flush();
            Everywhere.run(() -> {
                endWaits();
                while (!freed.isEmpty()) fill(freed.pollFirst());
            });
            em.flush();
        }

        private void endWaits() {
            var ids = new TreeSet<>(gone);
            ids.addAll(placed);
            for (var wait : CohortWait.ofAll(ids)) {
                boolean left = gone.contains(wait.volunteer.id);
                wait.end(left ? CohortWait.Ending.LEFT : CohortWait.Ending.PLACED, Actor.ATTEST, clock);
            }
            gone.clear();
            placed.clear();
        }

        @Override
        public void afterCompletion(int status) {
            // committed or rolled back with everything else
        }
    }

    /** Hands free places to those who wait, in their order. Nobody overtakes: if the next one cannot be moved now, nobody is. */
    private void fill(Cohort cohort) {
        var today = LocalDate.now(clock);
        if (CohortWait.counts(List.of(cohort)).isEmpty()) return;
        Cohort.hold(List.of(cohort));
        if (cohort.hasEnded(today)) return;
        long free = cohort.free();
        for (var wait : CohortWait.in(cohort)) {
            if (free == 0 || !isOurs(wait.volunteer)) return;
            var person = wait.volunteer;
            if (person.stage == Stage.LEFT || cohort.equals(person.cohort)) {
                wait.end(
                        person.stage == Stage.LEFT ? CohortWait.Ending.LEFT : CohortWait.Ending.PLACED,
                        Actor.ATTEST,
                        clock);
                continue;
            }
            wait.end(CohortWait.Ending.PLACED, Actor.ATTEST, clock);
            deeds.fire(person.moveUp(cohort));
            tell(person, cohort);
            free--;
        }
    }

    /** Locks the person's row unless somebody else has it: who holds a cohort waits for no person, or two could wait for each other. */
    private boolean isOurs(Volunteer person) {
        var locked = em.createNativeQuery("select id from volunteer where id = ?1 for update skip locked")
                .setParameter(1, person.id)
                .getResultList();
        if (locked.isEmpty()) return false;
        em.refresh(person);
        return true;
    }

    private void tell(Volunteer person, Cohort cohort) {
        var way = telling.tell(
                person,
                NoticeKind.NEWS,
                "You have a place in the cohort " + cohort.name + " now: you moved up from the waiting list",
                "/me/cohorts",
                Template.NEWS_FROM_FORCE);
        var sentence = person.fullName + " moved up from the waiting list into the cohort " + cohort.name
                + (way == Telling.Way.ACCOUNT ? "" : ". They have no account: tell them yourself");
        telling.tellCoordinators(cohort.force, NoticeKind.NEWS, sentence, "/cohorts/" + cohort.ref);
    }
}
