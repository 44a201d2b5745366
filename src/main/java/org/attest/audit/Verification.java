package org.attest.audit;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/** Goes through the whole trail in the database, chain by chain, a few hundred entries at a time. */
@ApplicationScoped
public class Verification {

    private static final Logger LOG = Logger.getLogger(Verification.class);
    private static final int AT_ONCE = 500;

    @Inject
    Heads heads;

    @Inject
    Keys keys;

    @Inject
    Clock clock;

    private volatile Outcome last;

    /**
     * What a verification found.
     *
     * @param fault the first bad entry; empty when all are sound
     * @param entries how many of each chain were seen, up to the fault
     * @param at when it was done
     */
    public record Outcome(Optional<VerifyTrail.Fault> fault, Map<String, Long> entries, Instant at) {

        public boolean isSound() {
            return fault.isEmpty();
        }
    }

    /** The last outcome since this node started, if there is one. */
    public Optional<Outcome> last() {
        return Optional.ofNullable(last);
    }

    @Scheduled(every = "{attest.trail.verify-every}", delayed = "1m")
    void inTheBackground() throws IOException {
        var outcome = run();
        if (!outcome.isSound()) LOG.errorf("The trail is damaged. %s", outcome.fault.get());
    }

    /** Checks numbers, links, hashes, MACs and that every published head is still in its chain. */
    public Outcome run() throws IOException {
        var published =
                VerifyTrail.heads(heads.folder()); // first: what is published later may be newer than what we read
        var ends = ends();
        var chains = new TreeSet<>(ends.keySet());
        chains.addAll(published.keySet());
        var seen = new TreeMap<String, Long>();
        Optional<VerifyTrail.Fault> fault = Optional.empty();
        for (var chain : chains) {
            var walk = new VerifyTrail.Walk(
                    chain, published.getOrDefault(chain, List.of()), heads.publicKey(), keys.of(Keys.TRAIL));
            var end = ends.getOrDefault(chain, End.NONE);
            fault = upTo(end.number, end.hash, walk);
            if (fault.isEmpty()) fault = walk.end();
            if (fault.isEmpty() && end.highest > end.number)
                fault = Optional.of(
                        new VerifyTrail.Fault(chain, end.number + 1, "stands behind the head of the chain"));
            seen.put(chain, walk.number());
            if (fault.isPresent()) break;
        }
        last = new Outcome(fault, seen, clock.instant());
        return last;
    }

    /** Writes every entry as one line of JSON, chain by chain; returns how many of each. */
    public Map<String, Long> export(OutputStream out) throws IOException {
        var written = new TreeMap<String, Long>();
        for (var end : ends().entrySet()) {
            var chain = end.getKey();
            long number = 0;
            long count = 0;
            for (List<TrailEntry> some; !(some = behind(chain, number, end.getValue().highest)).isEmpty(); ) {
                for (var entry : some) {
                    out.write((entry.plain().toJson() + "\n").getBytes(StandardCharsets.UTF_8));
                    number = entry.number;
                    count++;
                }
            }
            if (count > 0) written.put(chain, count);
        }
        return written;
    }

    /** Walks on to the entry that a head names; says what is wrong first. */
    static Optional<VerifyTrail.Fault> upTo(long number, String hash, VerifyTrail.Walk walk) {
        while (walk.number() < number) {
            var some = behind(walk.chain(), walk.number(), number);
            if (some.isEmpty())
                return Optional.of(new VerifyTrail.Fault(
                        walk.chain(), walk.number() + 1, "is missing, although the head of the chain is at " + number));
            for (var entry : some) {
                var fault = walk.next(entry.plain());
                if (fault.isPresent()) return fault;
            }
        }
        if (walk.number() > number || !walk.hash().equals(hash))
            return Optional.of(new VerifyTrail.Fault(
                    walk.chain(), walk.number(), "is not the one that the head of the chain in the database names"));
        return Optional.empty();
    }

    private static List<TrailEntry> behind(String chain, long after, long upTo) {
        return QuarkusTransaction.requiringNew().call(() -> TrailEntry.behind(chain, after, upTo, AT_ONCE));
    }

    /** Where a chain says it ends, and the highest number there is. */
    private record End(long number, String hash, long highest) {
        static final End NONE = new End(0, VerifyTrail.BEGINNING, 0);
    }

    private static Map<String, End> ends() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var ends = new HashMap<String, End>();
            // the entries first: a head read later is never behind them
            Panache.getEntityManager()
                    .createQuery("select chain, max(number) from TrailEntry group by chain", Object[].class)
                    .getResultList()
                    .forEach(row -> ends.put((String) row[0], new End(0, VerifyTrail.BEGINNING, (Long) row[1])));
            for (var head : TrailHead.all()) {
                var highest = ends.getOrDefault(head.chain, End.NONE).highest;
                ends.put(head.chain, new End(head.number, head.hash, highest));
            }
            return new TreeMap<>(ends);
        });
    }
}
