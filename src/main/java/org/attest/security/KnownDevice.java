package org.attest.security;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Optional;

/**
 * A browser in which the owner of an account has signed in before. Opens nothing; attempts from it are counted apart, so
 * that a stranger's attempts cannot keep the owner out. Several people may share one browser: a row for each.
 */
@Entity
public class KnownDevice extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "known_device_seq")
    @SequenceGenerator(name = "known_device_seq", sequenceName = "known_device_seq", allocationSize = 50)
    public Long id;

    @Column(name = "token_hash", nullable = false, updatable = false)
    public String tokenHash;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", updatable = false)
    public Account account;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;

    @Column(name = "last_used_at", nullable = false)
    public Instant lastUsedAt;

    /** The owner has signed in from it; {@code secret} is what the browser holds. */
    static void usedBy(Account account, String secret, Instant now) {
        var device = of(account.email, secret).orElseGet(() -> {
            var added = new KnownDevice();
            added.tokenHash = Secret.hash(secret);
            added.account = account;
            added.createdAt = now;
            return added;
        });
        device.lastUsedAt = now;
        device.persist();
    }

    static Optional<KnownDevice> of(String email, String secret) {
        return find("tokenHash = ?1 and account.email = ?2", Secret.hash(secret), email)
                .firstResultOptional();
    }

    /** Devices that nobody has used for long. */
    static long clear(Instant before) {
        return delete("lastUsedAt < ?1", before);
    }
}
