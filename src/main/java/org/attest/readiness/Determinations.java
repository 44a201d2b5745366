package org.attest.readiness;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.attest.audit.Deed;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.policy.PolicyHistory;
import org.attest.policy.PolicyPublished;
import org.attest.policy.PublishedPolicy;
import org.attest.policy.Tier;
import org.attest.training.Extension;
import org.attest.training.ExtensionDecided;
import org.attest.training.ExtensionEnded;
import org.attest.training.ModuleChosen;
import org.attest.vetting.VettingSettingSet;
import org.attest.volunteer.AboutVolunteer;
import org.attest.volunteer.Volunteer;
import org.hibernate.StatelessSession;

/**
 * Keeps the stored answers: works them out again at the end of every transaction with a deed that touches a person, once
 * for each person however many deeds there were, and for as many people as asked in bulk.
 */
@ApplicationScoped
public class Determinations {

    /** The tier whose answer is stored: what deployable means where no tier is named. */
    static final Tier STORED = Tier.FIRST_LIVE;

    @Inject
    EntityManager em;

    @Inject
    StatelessSession rows;

    @Inject
    FactsGathering gathering;

    @Inject
    Clock clock;

    @Inject
    TransactionManager transactions;

    @Inject
    TransactionSynchronizationRegistry registry;

    /**
     * Every deed is heard, and before the trail hears it: whoever speaks up first writes first when the transaction is about
     * to commit, and answers have to be written before the trail locks the heads of its chains.
     */
    void hear(@Observes @Priority(1) Deed deed) {
        try {
            var touched = (Touched) registry.getResource(Touched.class);
            if (touched == null) {
                touched = new Touched();
                registry.putResource(Touched.class, touched);
                transactions.getTransaction().registerSynchronization(touched);
            }
            if (deed instanceof AboutVolunteer about && about.changesFacts()) touched.ids.add(about.volunteer().id);
        } catch (SystemException | RollbackException e) {
            throw new IllegalStateException("Answers cannot be kept in this transaction", e);
        }
    }

    /** Answers given by an earlier policy end when the new one begins. */
    void hear(@Observes PolicyPublished published) {
        var today = LocalDate.now(clock);
        Everywhere.run(() -> {
            var force = published.issuer().equals(PublishedPolicy.NATIONAL)
                    ? null
                    : Force.bySlug(published.issuer()).orElseThrow();
            em.flush();
            if (published.inForceFrom().isAfter(today)) {
                Determination.changeBy(published.inForceFrom(), force);
            } else {
                recompute(Determination.volunteerIds(force), false);
            }
        });
    }

    /** What a force asks of the age of a clearance at appointment is in the answers. */
    void hear(@Observes VettingSettingSet set) {
        if (!set.changesAnswers()) return;
        em.flush();
        Everywhere.run(() -> recompute(Determination.volunteerIds(set.setting().force), false));
    }

    /** Whether a module left to the force counts is in the answers. */
    void hear(@Observes ModuleChosen chosen) {
        em.flush();
        Everywhere.run(() -> recompute(Determination.volunteerIds(chosen.choice().force), false));
    }

    /** What counts for longer by order is in the answers. */
    void hear(@Observes ExtensionDecided decided) {
        if (Boolean.TRUE.equals(decided.extension().approved)) recomputeExtended(decided.extension());
    }

    void hear(@Observes ExtensionEnded ended) {
        recomputeExtended(ended.extension());
    }

    private void recomputeExtended(Extension extension) {
        em.flush();
        Everywhere.run(() -> recompute(Determination.volunteerIds(extension.force), false));
    }

    /** The people touched in one transaction. */
    private final class Touched implements Synchronization {

        private final TreeSet<Long> ids = new TreeSet<>();

        @Override
        public void beforeCompletion() {
            if (ids.isEmpty()) return;
            em.flush();
            recompute(ids, false);
        }

        @Override
        public void afterCompletion(int status) {
            // committed or rolled back with everything else
        }
    }

    /**
     * Works the stored answers of these people out again, in the transaction at hand: a fixed number of statements for
     * every {@value FactsGathering#CHUNK} people, and batched writes for those whose answer reads otherwise. What was
     * changed in the session must have been flushed.
     */
    public void recompute(Collection<Long> volunteerIds) {
        recompute(volunteerIds, false);
    }

    /** These people are withdrawn: their answers, and the history of them, go before they do. */
    public void forget(Collection<Long> volunteerIds) {
        if (volunteerIds.isEmpty()) return;
        Determination.delete("volunteer.id in ?1", volunteerIds);
        AnswerChange.delete("volunteer.id in ?1", volunteerIds);
    }

    void recompute(Collection<Long> volunteerIds, boolean byDailyCheck) {
        if (volunteerIds.isEmpty()) return;
        Everywhere.run(() -> {
            var today = LocalDate.now(clock);
            var ordered = volunteerIds.stream().distinct().sorted().toList();
            Map<String, PolicyHistory> policies = new HashMap<>();
            for (int from = 0; from < ordered.size(); from += FactsGathering.CHUNK) {
                var chunk = ordered.subList(from, Math.min(from + FactsGathering.CHUNK, ordered.size()));
                lockAnswers(chunk);
                var gathered = gathering.about(chunk);
                var slugs = gathered.values().stream()
                        .map(FactsGathering.Gathered::forceSlug)
                        .collect(Collectors.toSet());
                if (!policies.keySet().containsAll(slugs)) policies.putAll(PublishedPolicy.historiesOf(slugs));
                write(gathered, policies, today, byDailyCheck);
            }
        });
    }

    private void write(
            Map<Long, FactsGathering.Gathered> gathered,
            Map<String, PolicyHistory> policies,
            LocalDate today,
            boolean byDailyCheck) {
        var stored = stored(gathered.keySet());
        var added = new ArrayList<Determination>();
        var changed = new ArrayList<Determination>();
        var changes = new ArrayList<AnswerChange>();
        gathered.forEach((id, person) -> {
            var verdict = Deployability.decide(person.facts(), policies.get(person.forceSlug()), STORED, today)
                    .masked();
            var facts = person.facts().withoutCauses();
            var row = stored.get(id);
            if (row == null) {
                row = new Determination();
                row.force = em.getReference(Force.class, person.forceId());
                row.volunteer = em.getReference(Volunteer.class, id);
                row.tier = STORED;
                row.write(verdict, facts);
                added.add(row);
            } else if (!row.stillSays(verdict, facts)) {
                if (row.answer != verdict.answer()) changes.add(change(row, verdict, byDailyCheck));
                row.write(verdict, facts);
                changed.add(row);
            }
        });
        rows.insertMultiple(added);
        rows.updateMultiple(changed);
        rows.insertMultiple(changes);
    }

    /** Of two deeds about a person at once, the second works the answer out when it can see the first. */
    private void lockAnswers(Collection<Long> volunteerIds) {
        rows.createNativeQuery(
                        "select id from determination where volunteer_id in (:ids) order by id for update", Long.class)
                .setParameterList("ids", volunteerIds)
                .getResultList();
    }

    /** The stored answers of these people, by person. */
    private Map<Long, Determination> stored(Collection<Long> ids) {
        return rows.createSelectionQuery(
                        "from Determination d where d.volunteer.id in :ids and d.tier = :tier", Determination.class)
                .setParameter("ids", ids)
                .setParameter("tier", STORED)
                .getResultStream()
                .collect(Collectors.toMap(d -> d.volunteer.id, d -> d));
    }

    private AnswerChange change(Determination row, Verdict verdict, boolean byDailyCheck) {
        var change = new AnswerChange();
        change.force = row.force;
        change.volunteer = row.volunteer;
        change.tier = row.tier;
        change.onDay = verdict.day();
        change.from = row.answer;
        change.to = verdict.answer();
        change.why = Determination.why(verdict);
        change.byDailyCheck = byDailyCheck;
        change.recordedAt = clock.instant();
        return change;
    }

    /** People among these whose stored answer is not what their facts say now, in the order of their ids. */
    List<Long> disagreeing(Collection<Long> volunteerIds) {
        return Everywhere.call(() -> {
            var today = LocalDate.now(clock);
            var wrong = new ArrayList<Long>();
            var gathered = gathering.about(volunteerIds);
            if (gathered.isEmpty()) return wrong;
            var policies = PublishedPolicy.historiesOf(gathered.values().stream()
                    .map(FactsGathering.Gathered::forceSlug)
                    .collect(Collectors.toSet()));
            var stored = stored(gathered.keySet());
            gathered.forEach((id, person) -> {
                var verdict = Deployability.decide(person.facts(), policies.get(person.forceSlug()), STORED, today)
                        .masked();
                var row = stored.get(id);
                if (row == null || !row.stillSays(verdict, person.facts().withoutCauses())) wrong.add(id);
            });
            return wrong;
        });
    }
}
