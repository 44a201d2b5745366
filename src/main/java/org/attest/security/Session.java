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
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attest.force.Reference;

/**
 * One browser in which somebody is signed in. It lives here and not in the browser, which holds nothing but a random
 * text: what is ended here is ended, whoever kept a copy of the cookie.
 */
@Entity
@Table(name = "account_session")
public class Session extends PanacheEntityBase {

    /** Why a session ended. */
    enum End {
        SIGNED_OUT,
        /** By its owner from another browser. */
        ENDED_BY_OWNER,
        ENDED_BY_ADMINISTRATOR,
        IDLE,
        LONGEST,
        DISABLED,
        PASSWORD_CHANGED,
        /** Signed in again in the same browser. */
        REPLACED
    }

    /** Last seen is written at most this often: a page of many parts must not write many times. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_session_seq")
    @SequenceGenerator(name = "account_session_seq", sequenceName = "account_session_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @Column(name = "token_hash", nullable = false, unique = true, updatable = false)
    public String tokenHash;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", updatable = false)
    public Account account;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;

    @Column(name = "last_seen_at", nullable = false)
    public Instant lastSeenAt;

    /** Browser and system in a few words: {@code Firefox on Windows}. */
    @Column(name = "user_agent", nullable = false, updatable = false)
    public String userAgent;

    @Column(nullable = false, updatable = false)
    public String address;

    @Column(name = "ended_at")
    public Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    public End endReason;

    /** Begins a session for whoever holds the secret. */
    static Session begin(Account account, String secret, String userAgent, String address, Instant now) {
        var session = new Session();
        session.ref = Reference.random();
        session.tokenHash = Secret.hash(secret);
        session.account = account;
        session.createdAt = now;
        session.lastSeenAt = now;
        session.userAgent = userAgent;
        session.address = address;
        session.persist();
        return session;
    }

    /** The session of whoever holds the secret, with its account; also one that has ended. */
    static Optional<Session> heldWith(String secret) {
        return find("from Session s join fetch s.account where s.tokenHash = ?1", Secret.hash(secret))
                .firstResultOptional();
    }

    /** Sessions of the account that nobody has ended, the one last seen first. */
    static List<Session> openOf(Long accountId) {
        return list("account.id = ?1 and endedAt is null order by lastSeenAt desc, id desc", accountId);
    }

    /** When each of the accounts last signed in, by id; those that never did are missing. */
    static Map<Long, Instant> lastBegun(List<Account> accounts) {
        var last = new HashMap<Long, Instant>();
        if (accounts.isEmpty()) return last;
        getEntityManager()
                .createQuery(
                        "select s.account.id, max(s.createdAt) from Session s where s.account in :accounts group by"
                                + " s.account.id",
                        Object[].class)
                .setParameter("accounts", accounts)
                .getResultStream()
                .forEach(row -> last.put((Long) row[0], (Instant) row[1]));
        return last;
    }

    /** Ends every open session of the account but one. */
    static int endAllOf(Long accountId, Long except, End why, Instant now) {
        return update(
                "endedAt = ?1, endReason = ?2 where account.id = ?3 and endedAt is null and id <> ?4",
                now,
                why,
                accountId,
                except == null ? -1L : except);
    }

    /** Ends those that ran out of time and whose browser never came back. */
    static void endForgotten(SessionLimits limits, Instant now) {
        end("createdAt <= ?3", End.LONGEST, now, now.minus(limits.longest()));
        end("lastSeenAt <= ?3", End.IDLE, now, now.minus(limits.idle()));
    }

    private static void end(String condition, End why, Instant now, Instant before) {
        update("endedAt = ?1, endReason = ?2 where endedAt is null and " + condition, now, why, before);
    }

    /** Those that ended long ago. */
    static long clear(Instant before) {
        return delete("endedAt < ?1", before);
    }

    /** Whether it still carries its owner at this instant; one that ran out of time is ended here. */
    boolean isOpen(SessionLimits limits, Instant now) {
        if (endedAt != null) return false;
        if (!account.enabled) end(End.DISABLED, now);
        else if (!now.isBefore(createdAt.plus(limits.longest()))) end(End.LONGEST, now);
        else if (!now.isBefore(lastSeenAt.plus(limits.idle()))) end(End.IDLE, now);
        return endedAt == null;
    }

    /** Whether neither limit of time has passed. */
    boolean isWithin(SessionLimits limits, Instant now) {
        return now.isBefore(createdAt.plus(limits.longest())) && now.isBefore(lastSeenAt.plus(limits.idle()));
    }

    /** Somebody came with it. */
    void seen(Instant now) {
        if (!now.isBefore(lastSeenAt.plus(SEEN_EVERY))) lastSeenAt = now;
    }

    void end(End why, Instant now) {
        if (endedAt != null) return;
        endedAt = now;
        endReason = why;
    }
}
