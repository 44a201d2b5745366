package org.attest.volunteer;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Everywhere;
import org.attest.force.Force;

/**
 * Moves people on by themselves where their force wants it of the stage, as soon as everything that the next stage asks for
 * is met: at the end of each transaction with a deed that touches them, and once a day for what time alone has met. Never
 * past a pause or a hold, and never again somebody who was put back by hand.
 */
@ApplicationScoped
public class Advancing {

    /** People looked at in one go. */
    private static final int CHUNK = 100;

    @Inject
    StageCriteria criteria;

    @Inject
    StageTargets targets;

    @Inject
    Clock clock;

    @Inject
    EntityManager em;

    @Inject
    Event<Deed> deeds;

    @Inject
    TransactionManager transactions;

    @Inject
    TransactionSynchronizationRegistry registry;

    /** Heard before the stored answers and the trail hear it, because what speaks up first writes first at the commit. */
    void hear(@Observes @Priority(0) Deed deed) {
        try {
            var touched = (Touched) registry.getResource(Touched.class);
            if (touched == null) {
                touched = new Touched();
                registry.putResource(Touched.class, touched);
                transactions.getTransaction().registerSynchronization(touched);
            }
            if (deed instanceof AboutVolunteer about && about.changesFacts()) touched.ids.add(about.volunteer().id);
        } catch (SystemException | RollbackException e) {
            throw new IllegalStateException("Nobody can move on in this transaction", e);
        }
    }

    /** The people touched in one transaction. */
    private final class Touched implements Synchronization {

        private final TreeSet<Long> ids = new TreeSet<>();
        private boolean done;

        @Override
        public void beforeCompletion() {
            if (ids.isEmpty() || done) return;
            done = true;
            advance(List.copyOf(ids));
        }

        @Override
        public void afterCompletion(int status) {
            // committed or rolled back with everything else
        }
    }

    /**
     * Of these people, moves on whom nothing holds back; in the transaction at hand.
     *
     * @return how many moves there were
     */
    public int advance(Collection<Long> volunteerIds) {
        return Everywhere.call(() -> {
            var ordered = volunteerIds.stream().sorted().toList();
            var settings = new HashMap<Force, StageSettings>();
            int moves = 0;
            for (int from = 0; from < ordered.size(); from += CHUNK) {
                var chunk = ordered.subList(from, Math.min(from + CHUNK, ordered.size()));
                List<Volunteer> people =
                        Volunteer.list("id in ?1 and stage not in (SERVICE, LEFT) and pausedSince is null", chunk);
                for (var person : people) {
                    settings.computeIfAbsent(person.force, force -> StageSettings.in(force, targets));
                }
                var moving = people.stream()
                        .filter(p -> settings.get(p.force).advances(p.stage))
                        .toList();
                if (!moving.isEmpty()) moves += advance(unhindered(moving), settings);
            }
            return moves;
        });
    }

    /** Everybody in a stage that people leave by themselves; each hundred in a transaction of its own is the caller's affair. */
    public List<Long> candidates() {
        return Everywhere.call(() -> {
            var ids = new ArrayList<Long>();
            for (var force : Force.all()) {
                var settings = StageSettings.in(force, targets);
                var stages = settings.days().keySet().stream()
                        .filter(settings::advances)
                        .toList();
                if (stages.isEmpty()) continue;
                ids.addAll(em.createQuery(
                                "select v.id from Volunteer v where v.force = :force and v.stage in :stages"
                                        + " and v.pausedSince is null order by v.id",
                                Long.class)
                        .setParameter("force", force)
                        .setParameter("stages", stages)
                        .getResultList());
            }
            return ids;
        });
    }

    private int advance(List<Volunteer> people, Map<Force, StageSettings> settings) {
        var today = LocalDate.now(clock);
        int moves = 0;
        var here = people;
        // one stage at a time, as everybody moves
        while (!here.isEmpty()) {
            var moved = new ArrayList<Volunteer>();
            var byPlace = here.stream().collect(Collectors.groupingBy(p -> Map.entry(p.force, p.stage)));
            byPlace.forEach((place, group) -> {
                var next = StageMove.next(place.getValue()).orElseThrow();
                criteria.of(group, next, today).forEach((person, asked) -> {
                    if (asked.isEmpty() || !asked.stream().allMatch(Criterion::isMet)) return;
                    if (StageMove.refusal(person, next, today, null, asked, clock)
                            .isPresent()) return;
                    deeds.fire(person.moveTo(
                            next,
                            today,
                            "By itself: everything that the stage " + next.slug() + " asks for is met",
                            asked,
                            Actor.ATTEST,
                            clock));
                    moved.add(person);
                });
            });
            moves += moved.size();
            here = moved.stream()
                    .filter(p -> settings.get(p.force).advances(p.stage))
                    .toList();
        }
        return moves;
    }

    /** Without those on hold today, and without those whose last move was back. */
    private List<Volunteer> unhindered(List<Volunteer> people) {
        var today = LocalDate.now(clock);
        Set<Volunteer> hindered = new HashSet<>();
        Hold.<Hold>list("volunteer in ?1 and startsOn <= ?2 and (endedOn is null or endedOn >= ?2)", people, today)
                .forEach(hold -> hindered.add(hold.volunteer));
        var last = new HashMap<Volunteer, StageChange>();
        StageChange.<StageChange>list("volunteer in ?1 order by onDay, recordedAt, id", people)
                .forEach(change -> last.put(change.volunteer, change));
        last.forEach((person, change) -> {
            if (change.from != null && change.from != Stage.LEFT && change.to.compareTo(change.from) < 0) {
                hindered.add(person);
            }
        });
        return people.stream().filter(p -> !hindered.contains(p)).toList();
    }
}
