package org.attest.security;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Optional;

/** A way to set a password, once, for whoever holds the secret in its address. A new one makes the older ones void. */
@Entity
public class SingleUseLink extends PanacheEntityBase {

    /** What it is for, and the address it has. */
    public enum Purpose {
        INVITATION("invitations"),
        RESET("password-resets");

        private final String path;

        Purpose(String path) {
            this.path = path;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "single_use_link_seq")
    @SequenceGenerator(name = "single_use_link_seq", sequenceName = "single_use_link_seq", allocationSize = 50)
    public Long id;

    @Column(name = "token_hash", nullable = false, unique = true, updatable = false)
    public String tokenHash;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", updatable = false)
    public Account account;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Purpose purpose;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false)
    public String createdBy;

    @Column(name = "expires_at", nullable = false, updatable = false)
    public Instant expiresAt;

    @Column(name = "used_at")
    public Instant usedAt;

    /** A newer link took its place, or the password was set in another way. */
    @Column(name = "withdrawn_at")
    public Instant withdrawnAt;

    /** A link as its holder sees it: the path holds the secret, which is stored nowhere. */
    record Made(String path, Purpose purpose, Instant expiresAt) {}

    /** A new link; those made before are void. Who has no password yet is invited, everybody else sets a new one. */
    static Made make(Account account, LinkLimits limits, Instant now, String by) {
        var secret = Secret.random();
        var link = new SingleUseLink();
        link.tokenHash = Secret.hash(secret);
        link.account = account;
        link.purpose = account.passwordHash == null ? Purpose.INVITATION : Purpose.RESET;
        link.createdAt = now;
        link.createdBy = by;
        link.expiresAt = now.plus(link.purpose == Purpose.INVITATION ? limits.invitation() : limits.reset());
        withdrawAllOf(account, now);
        link.persist();
        return new Made("/" + link.purpose.path + "/" + secret, link.purpose, link.expiresAt);
    }

    /** The link whose address holds the secret, if it can still be used, with its account. */
    static Optional<SingleUseLink> usable(String secret, Purpose purpose, Instant now) {
        return find(
                        "from SingleUseLink l join fetch l.account where l.tokenHash = ?1 and l.purpose = ?2"
                                + " and l.usedAt is null and l.withdrawnAt is null and l.expiresAt > ?3 and l.account.enabled",
                        Secret.hash(secret),
                        purpose,
                        now)
                .firstResultOptional();
    }

    /** {@link #usable}, held so that only one of two who come at the same moment can use it. */
    static Optional<SingleUseLink> locked(String secret, Purpose purpose, Instant now) {
        Optional<SingleUseLink> row = find("tokenHash", Secret.hash(secret))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
        return row.isEmpty() ? row : usable(secret, purpose, now);
    }

    void use(Instant now) {
        usedAt = now;
    }

    static int withdrawAllOf(Account account, Instant now) {
        return update("withdrawnAt = ?1 where account = ?2 and usedAt is null and withdrawnAt is null", now, account);
    }

    /** Whether a link of the account was made since then that can still be used. */
    static boolean isMadeSince(Account account, Instant since) {
        return count("account = ?1 and createdAt > ?2 and usedAt is null and withdrawnAt is null", account, since) > 0;
    }
}
