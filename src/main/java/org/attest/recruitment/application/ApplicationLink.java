package org.attest.recruitment.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.SequenceGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.security.Secret;

/**
 * Somebody asked to apply to a force, with a name and an address that nobody has proved yet. Whoever holds the secret of
 * the link does: only then is anything opened. Works once.
 */
@Entity
public class ApplicationLink extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "application_link_seq")
    @SequenceGenerator(name = "application_link_seq", sequenceName = "application_link_seq", allocationSize = 50)
    public Long id;

    @Column(name = "token_hash", nullable = false, unique = true, updatable = false)
    public String tokenHash;

    @Column(name = "full_name", nullable = false, updatable = false)
    public String fullName;

    @Column(nullable = false, updatable = false)
    public String email;

    @Column(name = "made_at", nullable = false, updatable = false)
    public Instant madeAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    public Instant expiresAt;

    @Column(name = "used_at")
    public Instant usedAt;

    /** A new link; its address, with the secret, which is stored nowhere. */
    static String make(Force force, String name, String email, Duration works, Instant now) {
        var secret = Secret.random();
        var link = new ApplicationLink();
        link.force = force;
        link.tokenHash = Secret.hash(secret);
        link.fullName = name;
        link.email = email;
        link.madeAt = now;
        link.expiresAt = now.plus(works);
        link.persist();
        return "/application-links/" + secret;
    }

    /** The link whose address holds the secret, if it can still be used, with its force. */
    static Optional<ApplicationLink> usable(String secret, Instant now) {
        return find(
                        "from ApplicationLink l join fetch l.force where l.tokenHash = ?1 and l.usedAt is null and l.expiresAt > ?2",
                        Secret.hash(secret),
                        now)
                .firstResultOptional();
    }

    /** {@link #usable}, held so that only one of two who come at the same moment can use it. */
    static Optional<ApplicationLink> held(String secret, Instant now) {
        Optional<ApplicationLink> row = find("tokenHash", Secret.hash(secret))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
        return row.filter(l -> l.usedAt == null && l.expiresAt.isAfter(now));
    }

    void use(Instant now) {
        usedAt = now;
    }

    /** Forgets those that can no longer be used. */
    static long clear(Instant now) {
        return delete("expiresAt < ?1", now);
    }
}
