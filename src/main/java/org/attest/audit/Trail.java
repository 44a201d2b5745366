package org.attest.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Enters every deed. It collects those of a transaction and, when that is about to commit, writes one entry for each: all
 * else is flushed first and the heads of the chains are locked last, in the order of their names, so that nobody who holds
 * a head waits for anything. If an entry cannot be written the transaction is rolled back: no entry, no effect and no page.
 */
@ApplicationScoped
public class Trail {

    @Inject
    EntityManager em;

    @Inject
    TransactionManager transactions;

    @Inject
    TransactionSynchronizationRegistry registry;

    @Inject
    Clock clock;

    @Inject
    Keys keys;

    void enter(@Observes Deed deed) {
        try {
            if (transactions.getStatus() != Status.STATUS_ACTIVE)
                throw new IllegalStateException("A deed outside a transaction would leave no entry: " + deed.action());
            var pending = (Pending) registry.getResource(Pending.class);
            if (pending == null) {
                pending = new Pending();
                registry.putResource(Pending.class, pending);
                transactions.getTransaction().registerSynchronization(pending);
                em.unwrap(Session.class); // joins the transaction now; it may not when that is completing
            }
            pending.add(new Draft(deed));
        } catch (SystemException | RollbackException e) {
            throw new IllegalStateException("The trail cannot take part in this transaction", e);
        }
    }

    /** A deed, read while its records can still be loaded. */
    private record Draft(
            Actor by,
            String chain,
            String action,
            String object,
            String subject,
            Map<String, String> fields,
            String reason) {

        Draft(Deed deed) {
            this(
                    deed.by(),
                    deed.chain(),
                    deed.action(),
                    deed.object(),
                    deed.subject(),
                    new TreeMap<>(deed.fields()),
                    deed.reason());
            if (!chain.matches("[a-z0-9-]+")) throw new IllegalArgumentException("No chain can be called " + chain);
            for (var name : fields.keySet()) {
                if (!name.matches("[\\w .:-]+"))
                    throw new IllegalArgumentException("A field of the trail cannot be called " + name);
            }
        }

        /** Whose salt hides the values: the person's, or the chain's where the deed is about no person. */
        String saltedBy() {
            return subject == null ? "chain " + chain : subject;
        }
    }

    /** The deeds of one transaction. */
    private final class Pending implements Synchronization {

        private final List<Draft> drafts = new ArrayList<>();
        private boolean written;

        void add(Draft draft) {
            if (written) throw new IllegalStateException("A deed came after the trail was written: " + draft.action);
            drafts.add(draft);
        }

        @Override
        public void beforeCompletion() {
            written = true;
            em.flush();
            var salted = new HashSet<String>();
            var byChain = new TreeMap<String, List<Draft>>();
            for (var draft : drafts) {
                if (!draft.fields.isEmpty()) salted.add(draft.saltedBy());
                byChain.computeIfAbsent(draft.chain, c -> new ArrayList<>()).add(draft);
            }
            var salts = Salt.of(salted);
            var ends = new TreeMap<String, End>();
            for (var chain : byChain.keySet()) ends.put(chain, End.lockedOf(em, chain));
            byChain.forEach((chain, deeds) -> append(deeds, ends.get(chain), salts));
            em.flush();
        }

        @Override
        public void afterCompletion(int status) {
            // written or rolled back with everything else
        }
    }

    private void append(List<Draft> drafts, End end, Map<String, byte[]> salts) {
        var trailKey = keys.of(Keys.TRAIL);
        long number = end.number;
        var hash = end.hash;
        for (var draft : drafts) {
            long next = ++number;
            var fields = draft.fields.entrySet().stream()
                    .map(f -> f.getKey() + "="
                            + VerifyTrail.hidden(
                                    salts.get(draft.saltedBy()), draft.chain, next, f.getKey(), f.getValue()))
                    .collect(Collectors.joining(","));
            var entry = new VerifyTrail.Entry(
                            draft.chain,
                            next,
                            clock.instant().truncatedTo(ChronoUnit.MICROS).toString(),
                            draft.by.ref(),
                            draft.by.name(),
                            draft.by.role(),
                            draft.action,
                            draft.object,
                            draft.subject,
                            fields,
                            draft.reason,
                            hash,
                            null,
                            null)
                    .sealed(trailKey);
            em.persist(new TrailEntry(entry));
            hash = entry.hash();
        }
        em.createNativeQuery("update trail_head set number = ?1, hash = ?2 where chain = ?3")
                .setParameter(1, number)
                .setParameter(2, hash)
                .setParameter(3, end.chain)
                .executeUpdate();
    }

    /** The end of a chain, ours alone until the transaction ends. */
    private record End(String chain, long number, String hash) {

        static End lockedOf(EntityManager em, String chain) {
            var end = locked(em, chain);
            if (end != null) return end;
            // the first entry of a chain; of two at once, one waits here for the other
            em.createNativeQuery(
                            "insert into trail_head (chain, number, hash) values (?1, 0, ?2) on conflict do nothing")
                    .setParameter(1, chain)
                    .setParameter(2, VerifyTrail.BEGINNING)
                    .executeUpdate();
            return locked(em, chain);
        }

        private static End locked(EntityManager em, String chain) {
            // native, because an entity read before would come back as it was then
            var rows = em.createNativeQuery(
                            "select number, hash from trail_head where chain = ?1 for update", Object[].class)
                    .setParameter(1, chain)
                    .getResultList();
            if (rows.isEmpty()) return null;
            var row = (Object[]) rows.get(0);
            return new End(chain, ((Number) row[0]).longValue(), (String) row[1]);
        }
    }
}
