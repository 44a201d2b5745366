package org.attest.security;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Offers the owner of an account to sign in with another address, once: only whoever reads that address has the link. It is
 * made whether or not another account has the address, so that nobody else learns of it.
 */
@Entity
public class AddressLink extends PanacheEntityBase {

    private static final Duration VALID = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "address_link_seq")
    @SequenceGenerator(name = "address_link_seq", sequenceName = "address_link_seq", allocationSize = 50)
    public Long id;

    @Column(name = "token_hash", nullable = false, unique = true, updatable = false)
    public String tokenHash;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", updatable = false)
    public Account account;

    /** The address it was sent to. */
    @Column(nullable = false, updatable = false)
    public String email;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false)
    public String createdBy;

    @Column(name = "expires_at", nullable = false, updatable = false)
    public Instant expiresAt;

    @Column(name = "used_at")
    public Instant usedAt;

    /** Another address was offered since, or the account was secured: a new password, another role, put right, or disabled. */
    @Column(name = "withdrawn_at")
    public Instant withdrawnAt;

    /** A new link; those of the account made before are void. */
    static SignInAddress.Offer make(Account account, String email, Instant now, String by) {
        withdrawAllOf(account, now);
        var secret = Secret.random();
        var link = new AddressLink();
        link.tokenHash = Secret.hash(secret);
        link.account = account;
        link.email = Account.normalise(email);
        link.createdAt = now;
        link.createdBy = by;
        link.expiresAt = now.plus(VALID);
        link.persist();
        return new SignInAddress.Offer("/sign-in-addresses/" + secret, link.expiresAt);
    }

    static void withdrawAllOf(Account account, Instant now) {
        update("withdrawnAt = ?1 where account = ?2 and usedAt is null and withdrawnAt is null", now, account);
    }

    /** Whether the account was offered the address last, and the offer is open. */
    static boolean isOffered(Account account, String email) {
        return count(
                        "account = ?1 and email = ?2 and usedAt is null and withdrawnAt is null",
                        account,
                        Account.normalise(email))
                > 0;
    }

    /** The link whose address holds the secret, if it can still be used, with its account. */
    static Optional<AddressLink> usable(String secret, Instant now) {
        return find(
                        "from AddressLink l join fetch l.account where l.tokenHash = ?1 and l.usedAt is null"
                                + " and l.withdrawnAt is null and l.expiresAt > ?2 and l.account.enabled",
                        Secret.hash(secret),
                        now)
                .firstResultOptional();
    }

    /** {@link #usable}, held so that only one of two who come at the same moment can use it. */
    static Optional<AddressLink> held(String secret, Instant now) {
        Optional<AddressLink> row = find("tokenHash", Secret.hash(secret))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
        return row.isEmpty() ? row : usable(secret, now);
    }

    /** Whether an account with the address is there already, which only its reader may learn. */
    boolean isTaken() {
        return Account.byEmail(email).isPresent();
    }

    /** The account is opened with the address from now on; links on their way to the old one are void. */
    AccountCorrected use(Instant now) {
        usedAt = now;
        account.voidLinks(now);
        account.correct(account.name, email);
        AccountEntry.add(account, AccountEntry.What.DETAILS_CHANGED, now, account.name);
        return new AccountCorrected(account.actor(), account.homeChain(), account.ref, account.name, account.email);
    }
}
