package org.attest.security;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How often somebody tried in vain, and until when they have to wait. Never counted by account alone: a stranger could
 * then keep its owner out. In the database, so that all nodes count together.
 */
@Entity
@Table(name = "sign_in_throttle")
public class Throttle extends PanacheEntityBase {

    /** Who is counted, how many failures are free, and how fast they are forgotten. */
    enum Kind {
        /** One account tried from one address. */
        PAIR(5, Duration.ofMinutes(30)),
        /** Everything tried from one address; many honest people may share it. */
        ADDRESS(40, Duration.ofMinutes(1)),
        /** One account tried from a browser in which its owner has signed in before. */
        DEVICE(5, Duration.ofMinutes(30));

        private final int free;
        private final Duration forgetsOneEvery;

        Kind(int free, Duration forgetsOneEvery) {
            this.free = free;
            this.forgetsOneEvery = forgetsOneEvery;
        }

        /** How long to wait after so many failures. */
        Duration delay(int failures) {
            if (failures < free) return Duration.ZERO;
            var delay = FIRST_DELAY.multipliedBy(1L << Math.min(failures - free, MOST_DOUBLINGS));
            return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        }

        Counter of(String... who) {
            return new Counter(this, Secret.hash(name() + "\n" + String.join("\n", who)));
        }
    }

    /** One line to be counted on. */
    record Counter(Kind kind, String counted) {}

    static final Duration FIRST_DELAY = Duration.ofSeconds(10);
    static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    @Id
    public String counted;

    @Column(nullable = false)
    public int failures;

    @Column(name = "forgets_from", nullable = false)
    public Instant forgetsFrom;

    @Column(name = "blocked_until")
    public Instant blockedUntil;

    /** The counters of an attempt on an address of e-mail from an address of the network. */
    static List<Counter> ofStranger(String email, String address) {
        var network = networkOf(address);
        return List.of(Kind.PAIR.of(email, network), Kind.ADDRESS.of(network));
    }

    /** The counter of an attempt from a browser in which the account has signed in before. */
    static List<Counter> ofDevice(String email, String deviceHash) {
        return List.of(Kind.DEVICE.of(email, deviceHash));
    }

    /**
     * Counts an attempt as failed before it is tried, so that many at the same moment cannot pass; {@link #succeeded}
     * takes that back.
     *
     * @return how long to wait, if it may not be tried now; then nothing was counted
     */
    static Optional<Duration> count(Collection<Counter> counters, Instant now) {
        var inOrder = counters.stream()
                .sorted(java.util.Comparator.comparing(Counter::counted))
                .toList();
        var rows = inOrder.stream().map(c -> locked(c, now)).toList();
        var wait = rows.stream()
                .filter(r -> r.blockedUntil != null && now.isBefore(r.blockedUntil))
                .map(r -> Duration.between(now, r.blockedUntil))
                .max(Duration::compareTo);
        if (wait.isPresent()) return wait;
        for (int i = 0; i < rows.size(); i++) rows.get(i).failed(inOrder.get(i).kind(), now);
        return Optional.empty();
    }

    /** The attempt was honest: its own failures are forgotten, and the address is not charged for it. */
    static void succeeded(Collection<Counter> counters, Instant now) {
        counters.stream()
                .sorted(java.util.Comparator.comparing(Counter::counted))
                .forEach(counter -> {
                    var row = locked(counter, now);
                    if (counter.kind() == Kind.ADDRESS) row.forgetLast(counter.kind(), now);
                    else row.delete();
                });
    }

    /** The attempt was not tried after all. */
    static void takeBack(Collection<Counter> counters, Instant now) {
        counters.stream()
                .sorted(java.util.Comparator.comparing(Counter::counted))
                .forEach(counter -> locked(counter, now).forgetLast(counter.kind(), now));
    }

    private static Throttle locked(Counter counter, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        "insert into sign_in_throttle (counted, failures, forgets_from) values (:counted, 0, :now)"
                                + " on conflict do nothing")
                .setParameter("counted", counter.counted())
                .setParameter("now", now)
                .executeUpdate();
        Throttle row = findById(counter.counted(), LockModeType.PESSIMISTIC_WRITE);
        row.forget(counter.kind(), now);
        return row;
    }

    private void forget(Kind kind, Instant now) {
        long forgotten = Math.max(0, Duration.between(forgetsFrom, now).dividedBy(kind.forgetsOneEvery));
        if (forgotten >= failures) {
            failures = 0;
            forgetsFrom = now;
        } else {
            failures -= (int) forgotten;
            forgetsFrom = forgetsFrom.plus(kind.forgetsOneEvery.multipliedBy(forgotten));
        }
    }

    private void failed(Kind kind, Instant now) {
        failures++;
        var delay = kind.delay(failures);
        blockedUntil = delay.isZero() ? null : now.plus(delay);
    }

    private void forgetLast(Kind kind, Instant now) {
        failures = Math.max(0, failures - 1);
        if (kind.delay(failures).isZero()) blockedUntil = null;
        else if (blockedUntil != null && blockedUntil.isAfter(now.plus(kind.delay(failures))))
            blockedUntil = now.plus(kind.delay(failures));
    }

    /** Forgets what nobody has added to for long. */
    static long clear(Instant before) {
        return delete("forgetsFrom < ?1", before);
    }

    /** One customer of the newer internet holds a whole network of addresses; it counts as one. */
    static String networkOf(String address) {
        if (!address.contains(":")) return address;
        try {
            // only ever a literal address, so that no name is looked up
            var bytes = java.net.InetAddress.getByName(address.replaceAll("%.*", ""))
                    .getAddress();
            if (bytes.length != 16)
                return java.net.InetAddress.getByAddress(bytes).getHostAddress();
            return java.util.HexFormat.of().formatHex(bytes, 0, 8).toLowerCase(Locale.ROOT);
        } catch (java.net.UnknownHostException e) {
            return address;
        }
    }
}
