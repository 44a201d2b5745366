package org.attest.recruitment.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.security.Secret;
import org.attest.web.ClockOfAttest;

/** A referee was asked once, with a link that holds a secret. Any of their links works until they have replied. */
@Entity
public class ReferenceRequest extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reference_request_seq")
    @SequenceGenerator(name = "reference_request_seq", sequenceName = "reference_request_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "referee_id", updatable = false)
    public Referee referee;

    @Column(name = "token_hash", nullable = false, unique = true, updatable = false)
    public String tokenHash;

    @Column(name = "asked_at", nullable = false, updatable = false)
    public Instant askedAt;

    @Column(name = "asked_by", nullable = false, updatable = false)
    public String askedBy;

    @Column(name = "expires_at", nullable = false, updatable = false)
    public Instant expiresAt;

    /** A new request; the address of its link, with the secret, which is stored nowhere. */
    static String make(Referee referee, Duration works, Actor by, Instant now) {
        var secret = Secret.random();
        var request = new ReferenceRequest();
        request.force = referee.force;
        request.referee = referee;
        request.tokenHash = Secret.hash(secret);
        request.askedAt = now;
        request.askedBy = by.name();
        request.expiresAt = now.plus(works);
        request.persist();
        return "/references/" + secret;
    }

    static List<ReferenceRequest> of(Referee referee) {
        return list("referee = ?1 order by askedAt, id", referee);
    }

    /** Requests of all these referees, oldest first, in one statement. */
    static List<ReferenceRequest> ofAll(List<Referee> referees) {
        return referees.isEmpty() ? List.of() : list("referee in ?1 order by askedAt, id", referees);
    }

    /** The request whose link holds the secret, while it can be used, with referee, applicant and force. */
    static Optional<ReferenceRequest> usable(String secret, Instant now) {
        return find(
                        "from ReferenceRequest q join fetch q.referee r join fetch r.volunteer v join fetch v.force"
                                + " where q.tokenHash = ?1 and q.expiresAt > ?2 and r.repliedAt is null and r.removedAt is null",
                        Secret.hash(secret),
                        now)
                .firstResultOptional();
    }

    private static final String OVERDUE = "from ReferenceRequest q join fetch q.referee r join fetch r.volunteer v"
            + " where q.force = ?1 and r.repliedAt is null and r.removedAt is null and v.stage not in (SERVICE, LEFT)"
            + " and q.askedAt < ?2 and not exists (select 1 from ReferenceRequest later where later.referee = r"
            + " and later.id > q.id)";

    /** The last request of each referee who has not replied since before the instant, oldest first. */
    static List<ReferenceRequest> overdue(Force force, Instant before, int most) {
        return ReferenceRequest.<ReferenceRequest>find(OVERDUE + " order by q.askedAt, q.id", force, before)
                .page(0, most)
                .list();
    }

    /** How many {@link #overdue} there are. */
    static long countOverdue(Force force, Instant before) {
        return count(OVERDUE.replace("join fetch", "join"), force, before);
    }

    public LocalDate askedOn() {
        return askedAt.atZone(ClockOfAttest.LONDON).toLocalDate();
    }
}
